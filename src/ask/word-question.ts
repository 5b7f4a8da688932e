import { wordAllowedValues } from '../rulebook/fact-value.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import type { Option } from './prompter.ts';

/** The answer that every question offers beside its own. */
export const dontKnow = 'i-do-not-know';

/** The answers to a question, as somebody chooses among them: yes and no say so. */
export function wordOptions(fact: Fact): Option[] {
  return Object.entries(fact.values ?? {}).map(([value, meaning]) => ({
    value,
    label: fact.kind === 'yes-no' ? `${value}: ${meaning}` : meaning,
    names: fact['known-as']?.[value] ?? [],
  }));
}

/** What is said on demand, a line each: whose answer it is, and the name of the fact in a file. */
export function wordHelp(fact: Fact): string[] {
  const presumed = fact.presumed === undefined ? '' : ` Presumed where nobody says: ${wordPresumed(fact)}.`;
  return [
    ...(fact.help === undefined ? [] : [fact.help]),
    ...(fact.kind === 'number' ? [`It takes ${wordAllowedValues(fact)}.`] : []),
    `In a file it is ${fact.id}.${presumed}`,
  ];
}

/** What a statement says of a fact, in words. */
export function wordSaid(fact: Fact, values: readonly unknown[] | null): string {
  if (values === null) return 'not known';
  return values
    .map((value) => {
      const meaning = fact.kind === 'yes-no' ? undefined : fact.values?.[String(value)];
      return meaning ?? wordNumber(fact, value);
    })
    .join(', or ');
}

/** What is presumed of a fact, in words. */
export function wordPresumed(fact: Fact): string {
  return wordSaid(fact, [fact.presumed === true ? 'yes' : fact.presumed === false ? 'no' : fact.presumed]);
}

function wordNumber({ unit }: Fact, value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return unit === undefined || typeof value !== 'number' ? text : `${text} ${unit}`;
}
