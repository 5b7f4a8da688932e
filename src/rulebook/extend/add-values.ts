import { entryOf } from '../../entry-of.ts';
import { mostBits } from '../../decide/bits.ts';
import type { Path } from '../../read/parse-yaml.ts';
import { wordUnknownChoice, wordUnknownName } from '../../text/suggest.ts';
import type { Say } from '../load/parse-condition.ts';
import { findNamed } from '../look-up.ts';
import type { Content, Fact, Mark, RulebookDifferences } from '../rulebook.ts';
import { collectIn, type ExtensionDraft, type ExtensionStep, sortBy } from './extension-draft.ts';
import { type ValueAddition, widenFact } from './widen-facts.ts';

/**
 * Adds values to choices of the rulebook that is extended; each is new, and only once.
 * @param content what it says, with what the extension adds
 */
export function addValues(draft: ExtensionDraft, content: Content): ExtensionStep {
  const facts = new Map(content.facts.map((fact) => [fact.id, fact]));
  const widens: NonNullable<RulebookDifferences['widens']>[number][] = [];
  for (const file of draft.files)
    file.content['fact-values']?.forEach((addition, index) => {
      const path: Path = ['fact-values', index];
      const say = collectIn(draft, file);
      const base = findNamed(draft.base.facts, addition.fact);
      const fact = facts.get(base?.id ?? '');
      if (base === undefined || fact === undefined) {
        say(explainUnknown(draft, addition.fact), [...path, 'fact']);
        return;
      }
      const at = file.source.locate([...path, 'fact']);
      if (fact.id !== addition.fact)
        draft.oldNames.push({ sort: 'fact', name: addition.fact, now: fact.id, at });
      checkAddition(fact, addition, say, path);
      const { because } = addition;
      const mark: Mark = { rulebook: draft.name, did: 'changed', what: ['values'], because, at };
      facts.set(fact.id, { ...widenFact(fact, addition), marks: [...(fact.marks ?? []), mark] });
      widens.push({ fact: fact.id, values: Object.keys(addition.values), because });
    });
  return {
    content: { ...content, facts: [...facts.values()] },
    differs: widens.length === 0 ? {} : { widens: sortBy(widens, ({ fact }) => fact) },
  };
}

function explainUnknown({ base, files }: ExtensionDraft, name: string): string {
  if (files.some((file) => file.content.facts?.some(({ id }) => id === name)))
    return `${name} is a fact of this rulebook itself; give it the value where it stands`;
  return wordUnknownName(
    'fact',
    name,
    base.facts.map(({ id }) => id),
  );
}

function checkAddition(fact: Fact, addition: ValueAddition, say: Say, path: Path): void {
  const added = Object.keys(addition.values);
  if (fact.kind !== 'choice')
    say(`${fact.id} is a ${fact.kind}; only a choice takes further values`, [...path, 'fact']);
  for (const value of added) {
    const here = [...path, 'values', value];
    if (value === 'unknown') say('unknown is understood everywhere and cannot be a value', here, 'key');
    else if (entryOf(fact.values ?? {}, value) !== undefined)
      say(`${fact.id} has the value ${value} already`, here, 'key');
  }
  for (const value of Object.keys(addition['known-as'] ?? {}))
    if (!added.includes(value))
      say(wordUnknownChoice('value', value, added), [...path, 'known-as', value], 'key');
  if (Object.keys(fact.values ?? {}).length + added.length > mostBits)
    say(`${fact.id} has more than ${mostBits} values`, [...path, 'values']);
}
