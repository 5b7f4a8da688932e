import { listDefinitions } from './condition.ts';
import type { Mark, NamedCondition, Param, Rule, Rulebook } from './rulebook.ts';

/**
 * The thresholds that the examples of a rule were written for, where they are not those of today: a
 * rulebook that only sets a threshold leaves the examples of others as they are.
 * @param rulebook a rulebook that extends others
 * @returns the thresholds with the values they had
 */
export function listExampleThresholds({ layers, params }: Rulebook, rule: Rule): Param[] {
  const values = new Map<string, Param['value']>();
  for (const { rulebook, what = [] } of listLaterMarks(rule)) {
    const sets = layers.find(({ name }) => name === rulebook)?.differs?.sets ?? [];
    for (const { param, from } of sets)
      if (what.includes(`$${param}`) && !values.has(param)) values.set(param, from);
  }
  return params.flatMap((param) => {
    const value = values.get(param.id);
    return value === undefined ? [] : [{ ...param, value }];
  });
}

/**
 * The conditions by name that the examples of a rule were written for, where they are not those of
 * today.
 * @returns the conditions as they were
 */
export function listExampleConditions({ conditions }: Rulebook, rule: Rule): NamedCondition[] {
  const marks = listLaterMarks(rule);
  return listDefinitions(rule.when, conditions).flatMap((condition) => {
    const mark = marks.find(({ what = [] }) => what.includes(`condition ${condition.id}`));
    const before = condition.former?.find(({ rulebook }) => rulebook === mark?.rulebook);
    return before === undefined ? [] : [{ ...condition, when: before.when }];
  });
}

/** What other rulebooks did to a rule after its condition or its examples were written. */
function listLaterMarks({ marks = [] }: Rule): Mark[] {
  const written = marks.findLastIndex(
    ({ did, what = [] }) => did === 'added' || what.includes('when') || what.includes('examples'),
  );
  const author = marks[written]?.rulebook;
  return marks.slice(written + 1).filter(({ rulebook }) => rulebook !== author);
}
