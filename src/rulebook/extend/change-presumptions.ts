import type { Path } from '../../read/parse-yaml.ts';
import { wordUnknownName } from '../../text/suggest.ts';
import type { Say } from '../load/parse-condition.ts';
import { type ExtensionDraft, collectIn, sortBy, type ExtensionStep } from './extension-draft.ts';
import { parseFactValue } from '../fact-value.ts';
import { findNamed } from '../look-up.ts';
import { type ExtensionFile, omitKeys } from './parse-extension-files.ts';
import type { Content, RulebookDifferences, Fact, Mark } from '../rulebook.ts';

type Presumption = NonNullable<ExtensionFile['content']['presume']>[number];

/**
 * Changes what is presumed of facts of the rulebook that is extended, each at most once.
 * @param content what it says, with what the extension adds and changes
 */
export function changePresumptions(draft: ExtensionDraft, content: Content): ExtensionStep {
  const presumes: RulebookDifferences['presumes'][number][] = [];
  const facts = new Map(content.facts.map((fact) => [fact.id, fact]));
  const first = new Map<string, string>();
  for (const file of draft.files)
    file.content.presume?.forEach((presumption, index) => {
      const path: Path = ['presume', index];
      const say = collectIn(draft, file);
      const fact = findNamed(draft.base.facts, presumption.fact);
      if (fact === undefined) {
        say(explainUnknown(draft, presumption.fact), [...path, 'fact']);
        return;
      }
      const at = file.source.locate([...path, 'fact']);
      if (fact.id !== presumption.fact)
        draft.oldNames.push({ sort: 'fact', name: presumption.fact, now: fact.id, at });
      const before = first.get(fact.id);
      if (before !== undefined) {
        say(`${fact.id} is presumed twice; the first time at ${before}`, [...path, 'fact']);
        return;
      }
      first.set(fact.id, `${at.file}:${at.line}`);
      const { because } = presumption;
      const mark: Mark = { rulebook: draft.name, did: 'changed', what: ['presumed'], because, at };
      // With the values that this extension adds to it.
      const widened = facts.get(fact.id) ?? fact;
      const now = presumeOf(widened, presumption, say, path);
      facts.set(fact.id, { ...now, marks: [...(widened.marks ?? []), mark] });
      presumes.push({ fact: fact.id, from: valueOf(fact), to: valueOf(now), because });
    });
  return {
    content: { ...content, facts: [...facts.values()] },
    differs: { presumes: sortBy(presumes, ({ fact }) => fact) },
  };
}

function explainUnknown({ base, files }: ExtensionDraft, name: string): string {
  if (files.some((file) => file.content.facts?.some(({ id }) => id === name)))
    return `${name} is a fact of this rulebook itself; say presumed where it stands`;
  const known = base.facts.map(({ id }) => id);
  return wordUnknownName('fact', name, known);
}

function presumeOf(fact: Fact, presumption: Presumption, say: Say, path: Path): Fact {
  const bare = omitKeys(fact, 'presumed', 'safe-to-presume', 'exception', 'exception-is');
  const { to, exception, 'exception-is': often, 'safe-to-presume': safe } = presumption;
  if (to === 'unknown') {
    if (fact.presumed === undefined) say(`nothing is presumed of ${fact.id}`, [...path, 'to']);
    for (const key of ['exception', 'exception-is', 'safe-to-presume'] as const)
      if (presumption[key] !== undefined)
        say(`${key} belongs to a presumption, and this takes one away`, [...path, key], 'key');
    return bare;
  }
  const read = parseFactValue(fact, to);
  if ('problem' in read) say(read.problem, [...path, 'to']);
  if (exception === undefined) say('exception is missing: what it would mean if this were wrong', path);
  if (often === undefined) say('exception-is is missing: common, frequent, occasional or rare', path);
  return {
    ...bare,
    presumed: 'value' in read ? read.value : to,
    ...(exception === undefined ? {} : { exception }),
    ...(often === undefined ? {} : { 'exception-is': often }),
    ...(safe === undefined ? {} : { 'safe-to-presume': safe }),
  };
}

function valueOf(fact: Fact): string | number | null {
  if (fact.presumed === undefined) return null;
  const read = parseFactValue(fact, fact.presumed);
  return 'value' in read ? read.value : null;
}
