import type { Param, Rule, Rulebook } from './rulebook.ts';

/**
 * The thresholds that the examples of a rule were written for, where they are not those of today: a
 * rulebook that only sets a threshold leaves the examples of others as they are.
 * @param rulebook a rulebook that extends others
 * @returns the thresholds with the values they had
 */
export function listExampleThresholds({ layers, params }: Rulebook, rule: Rule): Param[] {
  const marks = rule.marks ?? [];
  const written = marks.findLastIndex(
    ({ did, what = [] }) => did === 'added' || what.includes('when') || what.includes('examples'),
  );
  const author = marks[written]?.rulebook;
  const values = new Map<string, Param['value']>();
  for (const { rulebook, what = [] } of marks.slice(written + 1)) {
    if (rulebook === author) continue;
    const sets = layers.find(({ name }) => name === rulebook)?.differs?.sets ?? [];
    for (const { param, from } of sets)
      if (what.includes(`$${param}`) && !values.has(param)) values.set(param, from);
  }
  return params.flatMap((param) => {
    const value = values.get(param.id);
    return value === undefined ? [] : [{ ...param, value }];
  });
}
