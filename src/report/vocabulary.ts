import { wordAllowedValues, listValues } from '../rulebook/fact-value.ts';
import type { Fact } from '../rulebook/rulebook.ts';

/** What stands above or before what is said of a decision, a reason or a rule, whatever the format. */
export const labels = {
  changed: 'Changed',
  contested: 'Contested',
  instead: 'Instead',
  restsOn: 'Rests on',
  rulesOut: 'Rules out',
  signOff: 'Sign-off',
  whatIf: 'What if',
} as const;

/** The values a fact takes, those of a scale in their order, and which is presumed. */
export function wordTakes(fact: Fact): string {
  const values = fact.kind === 'scale' ? listValues(fact).join(' < ') : wordAllowedValues(fact);
  return `${values}${fact.presumed === undefined ? '' : `; presumed ${String(fact.presumed)}`}`;
}

/** How a fact is written, and what silence about it means. */
export function wordUse(fact: Fact): string {
  const [group, name] = fact.id.split('.');
  const example = listValues(fact)[0] ?? (fact.unit === undefined ? '3' : `4 ${fact.unit}`);
  const list = fact['any-of'] === undefined ? 'one of these' : 'any of these would do';
  const order = fact.kind === 'scale' ? ' The values are ordered, weakest first.' : '';
  const silence =
    fact.presumed === undefined
      ? 'Nothing is presumed when it is not said.'
      : `Presumed ${String(fact.presumed)} when it is not said.`;
  return `In a file: ${group}: { ${name}: ${example} }; a list means ${list}; unknown switches a presumption off.${order} ${silence}`;
}
