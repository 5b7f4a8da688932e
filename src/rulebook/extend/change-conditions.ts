import { wordUnknownName } from '../../text/suggest.ts';
import { listDefinitions } from '../condition.ts';
import { listCircles } from '../load/parse-named-conditions.ts';
import { parseCondition, type Say } from '../load/parse-condition.ts';
import { findNamed } from '../look-up.ts';
import type { Content, RulebookDifferences, Mark, NamedCondition, Rule } from '../rulebook.ts';
import { type ExtensionDraft, namesIn, collectIn, sortBy, type ExtensionStep } from './extension-draft.ts';
import type { ExtensionFile } from './parse-extension-files.ts';
import { isOwn } from './set-values.ts';

type Change = NonNullable<ExtensionFile['content']['change']>[number];

/** What a change may replace of a condition that has a name. */
const changeable: readonly string[] = ['title', 'when'];

/**
 * Changes conditions of the rulebook that is extended, each at most once. A rule that uses one which
 * holds otherwise now is another rule, and is marked so.
 * @param content what it says, with what the extension adds
 */
export function changeConditions(draft: ExtensionDraft, content: Content): ExtensionStep {
  const conditions = new Map(content.conditions.map((condition) => [condition.id, condition]));
  const marks = new Map<string, Mark>();
  const redefines: NonNullable<RulebookDifferences['redefines']>[number][] = [];
  const all = () => [...conditions.values()];
  for (const file of draft.files)
    file.content.change?.forEach((change, index) => {
      const condition = pickCondition(draft, file, change, index, marks);
      if (condition === undefined) return;
      const changed = applyChange(draft, file, index, condition, change);
      const at = file.source.locate(['change', index, 'condition']);
      const what = Object.keys(change.to ?? {}).sort();
      const { because } = change;
      const mark: Mark = { rulebook: draft.name, did: 'changed', what, because, at };
      marks.set(condition.id, mark);
      conditions.set(condition.id, { ...changed, marks: [...(condition.marks ?? []), mark] });
      redefines.push({ condition: condition.id, what, because });
    });
  sayCircles(draft, all());
  return {
    content: {
      ...content,
      conditions: all(),
      rules: content.rules.map((rule) => (isOwn(rule, draft.name) ? rule : markUser(rule, all(), marks))),
    },
    differs: redefines.length === 0 ? {} : { redefines: sortBy(redefines, ({ condition }) => condition) },
  };
}

/** The condition of the extended rulebook that a change means, unless this extension touched it before. */
function pickCondition(
  draft: ExtensionDraft,
  file: ExtensionFile,
  { condition: name }: Change,
  index: number,
  touched: ReadonlyMap<string, Mark>,
): NamedCondition | undefined {
  if (name === undefined) return undefined;
  const path = ['change', index, 'condition'];
  const say = collectIn(draft, file);
  const condition = findNamed(draft.base.conditions, name);
  if (condition === undefined) {
    say(explainMissing(draft, name), path);
    return undefined;
  }
  if (condition.id !== name)
    draft.oldNames.push({ sort: 'condition', name, now: condition.id, at: file.source.locate(path) });
  const before = touched.get(condition.id)?.at;
  if (before === undefined) return condition;
  say(`${condition.id} is changed twice; the first time at ${before.file}:${before.line}`, path);
  return undefined;
}

function explainMissing({ base, files }: ExtensionDraft, name: string): string {
  if (files.some((file) => file.content.conditions?.some(({ id }) => id === name)))
    return `${name} is a condition of this rulebook itself; change it where it stands`;
  const known = base.conditions.map(({ id }) => id);
  return wordUnknownName('condition', name, known);
}

/** The condition as it is now; what it was before is kept, for examples that were written for that. */
function applyChange(
  draft: ExtensionDraft,
  file: ExtensionFile,
  index: number,
  condition: NamedCondition,
  { to = {}, without }: Change,
): NamedCondition {
  const say: Say = collectIn(draft, file);
  const path = ['change', index];
  if (Object.keys(to).length === 0) say('a change of a condition says under to what it changes', path);
  for (const key of Object.keys(to))
    if (!changeable.includes(key))
      say(`a condition has a title and when, and no ${key}`, [...path, 'to', key], 'key');
  if (without !== undefined) say('a condition has nothing to take away', [...path, 'without'], 'key');
  const titled = to.title === undefined ? condition : { ...condition, title: to.title };
  if (to.when === undefined) return titled;
  return {
    ...titled,
    when: parseCondition(to.when, namesIn(draft, file).conditions, say, [...path, 'to', 'when']),
    former: [...(condition.former ?? []), { rulebook: draft.name, when: condition.when }],
  };
}

/** A circle goes by way of something that this extension wrote, and is told there. */
function sayCircles(draft: ExtensionDraft, all: readonly NamedCondition[]): void {
  for (const file of draft.files) {
    const say = collectIn(draft, file);
    const { conditions = [], change = [] } = file.content;
    for (const { index, message } of listCircles(conditions, all))
      say(message, ['conditions', index, 'when']);
    change.forEach(({ condition = '', to }, index) => {
      const changed = findNamed(all, condition);
      if (changed === undefined || to?.when === undefined) return;
      for (const { message } of listCircles([changed], all)) say(message, ['change', index, 'to', 'when']);
    });
  }
}

/** A rule is another one when a condition that it uses is. */
function markUser(rule: Rule, all: readonly NamedCondition[], marks: ReadonlyMap<string, Mark>): Rule {
  const own = listDefinitions(rule.when, all).flatMap(({ id }): Mark[] => {
    const mark = marks.get(id);
    return mark?.what?.includes('when') === true ? [{ ...mark, what: [`condition ${id}`] }] : [];
  });
  return own.length === 0 ? rule : { ...rule, marks: [...(rule.marks ?? []), ...own] };
}
