import type { Unmet } from './check-expected.ts';

/**
 * What did not come as expected, in words.
 * @param unmet the expectation and what came instead
 */
export function describeUnmet({ expected, came }: Unmet): string {
  const { what, value, component } = expected;
  const of = component === undefined ? '' : `${component}: `;
  if (what === 'must') return `${of}expected the must ${value}, there is ${came}`;
  if (!isAboutRule(what)) return `${of}expected ${what} ${value}, came out ${came}`;
  return `${of}expected ${value} to ${states[what]}, it ${came === 'fires' ? 'fires' : `is ${came}`}`;
}

const states = { fires: 'fire', quiet: 'be quiet', undecided: 'be undecided' } as const;

/** Whether an expectation is about the state of a rule. */
export function isAboutRule(what: string): what is keyof typeof states {
  return what in states;
}
