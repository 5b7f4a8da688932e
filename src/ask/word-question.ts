import { entryOf } from '../entry-of.ts';
import {
  parseFactValue,
  type StatedValue,
  wordAllowedValues,
  writeStatedValue,
} from '../rulebook/fact-value.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import type { Option } from './prompter.ts';

/** The answer that every question offers beside its own. */
export const dontKnow = 'i-do-not-know';

/** The answers to a question, as somebody chooses among them: yes and no say so. */
export function wordOptions(fact: Fact): Option[] {
  return Object.entries(fact.values ?? {}).map(([value, meaning]) => ({
    value,
    label: fact.kind === 'yes-no' ? `${value}: ${meaning}` : meaning,
    names: entryOf(fact['known-as'] ?? {}, value) ?? [],
  }));
}

/** What an answer says before it explains itself: behind a comma, in brackets, or after yes and no. */
export function shortenAnswer(label: string): string {
  return label.replace(/(, (?!or )| \().*$/, '');
}

/** What is said on demand, a line each: whose answer it is, and the name of the fact in a file. */
export function wordHelp(fact: Fact): string[] {
  const presumed = fact.presumed === undefined ? '' : ` Presumed where nobody says: ${wordPresumed(fact)}.`;
  return [
    ...(fact.help === undefined ? [] : [nameByLabels(fact, fact.help)]),
    ...(fact.kind === 'number' ? [`It takes ${wordAllowedValues(fact)}.`] : []),
    `In a file it is ${fact.id}.${presumed}`,
  ];
}

/** A text with the answers called as the list has them: only an id of several words is told from a word of the text. */
function nameByLabels(fact: Fact, text: string): string {
  const ids = Object.keys(fact.values ?? {}).filter((id) => id.includes('-'));
  return ids.reduce(
    (now, id) =>
      now.replace(
        new RegExp(`(?<![\\w.-])${id}(?![\\w-])`, 'g'),
        `“${shortenAnswer(fact.values?.[id] ?? id)}”`,
      ),
    text,
  );
}

/** What a statement says of a fact, in words. */
export function wordSaid(fact: Fact, values: readonly StatedValue[] | null): string {
  if (values === null) return 'not known';
  return values
    .map((value) => {
      const text = writeStatedValue(value);
      if (fact.kind === 'yes-no') return text;
      if (fact.kind === 'number') return fact.unit === undefined ? text : `${text} ${fact.unit}`;
      return fact.values?.[text] ?? text;
    })
    .join(', or ');
}

/** What is presumed of a fact, in words. */
export function wordPresumed(fact: Fact): string {
  const read = parseFactValue(fact, fact.presumed);
  return 'problem' in read ? '' : wordSaid(fact, [read.value]);
}
