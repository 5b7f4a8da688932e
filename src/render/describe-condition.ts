import type { Condition } from '../rulebook/rulebook.ts';

/**
 * A condition in words, as it was written: "os.family is windows and not (...)".
 * @param condition a checked condition
 */
export function describeCondition(condition: Condition): string {
  return Object.entries(condition)
    .map(([key, value]) => describeEntry(key, value))
    .join(' and ');
}

function describeEntry(key: string, value: unknown): string {
  if (key === 'not') return `not (${describeCondition(value as Condition)})`;
  if (key === 'any' || key === 'all') {
    const parts = (value as Condition[]).map((part) => describeCondition(part));
    const joined = parts.map((part) => (parts.length > 1 && part.includes(' and ') ? `(${part})` : part));
    return `(${joined.join(key === 'any' ? ' or ' : ' and ')})`;
  }
  return `${key} is ${describeTest(value)}`;
}

/** A test in words: "not none", "at least 10". */
export function describeTest(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(' or ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([test, bound]) =>
      test === 'not' ? `not ${describeTest(bound)}` : `${test.replace('-', ' ')} ${describeTest(bound)}`,
    )
    .join(' and ');
}
