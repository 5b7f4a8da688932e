import { formatPosition } from '../../errors.ts';
import { wordUnknownName } from '../../text/suggest.ts';
import { parseCondition, type Say } from '../load/parse-condition.ts';
import { checkRule, parseExamples } from '../load/parse-rules.ts';
import { type ExtensionDraft, namesIn, collectIn, sortBy, type ExtensionStep } from './extension-draft.ts';
import { findJoined, findDisabled, findNamed } from '../look-up.ts';
import { type ExtensionFile, omitKeys } from './parse-extension-files.ts';
import type { Content, RulebookDifferences, Rule, RuleBody } from '../rulebook.ts';
import { rule as ruleShape } from '../shapes.ts';

type Change = NonNullable<ExtensionFile['content']['change']>[number];

/**
 * Changes and disables rules of the rulebook that is extended, each at most once.
 * @param content what it says, with what the extension adds
 */
export function changeRules(draft: ExtensionDraft, content: Content): ExtensionStep {
  const touched = new Map<string, string>();
  const rules = new Map(content.rules.map((rule) => [rule.id, rule]));
  const changes: RulebookDifferences['changes'][number][] = [];
  const disables: RulebookDifferences['disables'][number][] = [];
  const disabled: Rule[] = [...(content.disabled ?? [])];
  for (const file of draft.files) {
    file.content.change?.forEach((change, index) => {
      if (change.rule === undefined) return;
      const rule = pickRule(draft, file, change.rule, ['change', index, 'rule'], touched);
      if (rule === undefined) return;
      const at = file.source.locate(['change', index, 'rule']);
      const what = [...Object.keys(change.to ?? {}), ...(change.without ?? [])].sort();
      const { because } = change;
      const changed = applyChange(draft, file, index, rule, change);
      const marks = [
        ...(rule.marks ?? []),
        { rulebook: draft.name, did: 'changed', what, because, at } as const,
      ];
      rules.set(rule.id, { ...changed, marks });
      changes.push({ rule: rule.id, what, because });
    });
    file.content.disable?.forEach(({ rule: name, because }, index) => {
      if (name === undefined) return;
      const rule = pickRule(draft, file, name, ['disable', index, 'rule'], touched);
      if (rule === undefined) return;
      rules.delete(rule.id);
      disabled.push(rule);
      const at = file.source.locate(['disable', index, 'rule']);
      disables.push({ rule: rule.id, ...(rule.was === undefined ? {} : { was: rule.was }), because, at });
    });
  }
  return {
    content: {
      ...content,
      rules: [...rules.values()],
      ...(disabled.length === 0 ? {} : { disabled: sortBy(disabled, ({ id }) => id) }),
    },
    differs: {
      changes: sortBy(changes, ({ rule }) => rule),
      disables: sortBy(disables, ({ rule }) => rule),
    },
  };
}

/** The rule of the extended rulebook that a name means, unless this extension touched it before. */
function pickRule(
  draft: ExtensionDraft,
  file: ExtensionFile,
  name: string,
  path: readonly (string | number)[],
  touched: Map<string, string>,
): Rule | undefined {
  const say = collectIn(draft, file);
  const joined = findJoined(draft.base.rules, name, (rule, keys) =>
    path[0] === 'disable'
      ? `to take that away alone, write under change: { rule: ${rule}, without: [${keys}], because: ... }`
      : `change ${keys} of that`,
  );
  if (joined !== undefined) {
    say(joined, path);
    return undefined;
  }
  const rule = findNamed(draft.base.rules, name);
  if (rule === undefined) {
    say(explainMissing(draft, name), path);
    return undefined;
  }
  const at = file.source.locate(path);
  if (rule.id !== name) draft.oldNames.push({ sort: 'rule', name, now: rule.id, at });
  const before = touched.get(rule.id);
  if (before !== undefined) {
    say(`${rule.id} is changed or disabled twice; the first time at ${before}`, path);
    return undefined;
  }
  touched.set(rule.id, `${at.file}:${at.line}`);
  return rule;
}

function explainMissing({ base, files }: ExtensionDraft, name: string): string {
  const disabled = findDisabled(base.layers, name);
  if (disabled !== undefined)
    return `${name} is disabled by ${disabled.layer} already, at ${formatPosition(disabled.at)}`;
  if (files.some((each) => each.content.rules?.some(({ id }) => id === name)))
    return `${name} is a rule of this rulebook itself; change it where it stands`;
  const known = base.rules.map(({ id }) => id);
  return wordUnknownName('rule', name, known);
}

/** What a change names exists, and the rule it leaves is whole; all is said at the change. */
function applyChange(
  draft: ExtensionDraft,
  file: ExtensionFile,
  index: number,
  rule: Rule,
  { to = {}, without = [] }: Change,
): Rule {
  const say = collectIn(draft, file);
  const names = namesIn(draft, file);
  const path = ['change', index];
  if (Object.keys(to).length + without.length === 0)
    say('a change says what it changes: to, without, or both', path);
  for (const key of Object.keys(to))
    if (!isRuleKey(key)) say(`a rule has no ${key}`, [...path, 'to', key], 'key');
  without.forEach((key, place) => {
    const here = [...path, 'without', place];
    if (key in to) say(`${key} is given and taken away`, here);
    else if (key === 'when' || !isRuleKey(key)) say(`of a rule ${key} cannot be taken away`, here);
    else if (!Object.hasOwn(rule, key)) say(`${rule.id} has no ${key} to take away`, here);
  });
  const { when, examples, ...others } = to;
  const changed = {
    ...omitKeys<Partial<Rule>, keyof Rule>(rule, ...without.filter((key) => isRuleKey(key))),
    ...others,
    ...(when === undefined
      ? {}
      : { when: parseCondition(when, names.conditions, say, [...path, 'to', 'when']) }),
    ...(examples === undefined
      ? {}
      : { examples: parseExamples(examples, names, say, [...path, 'to', 'examples']) }),
  } as Rule;
  const sayOfRule: Say = (message, [key = '', ...rest], part) => {
    if (key in to) say(message, [...path, 'to', key, ...rest], part);
    else say(message, path);
  };
  checkRule(changed, names, sayOfRule, []);
  return changed;
}

/** Whether it is a key that rules have; a change can name keys of other entries, too. */
function isRuleKey(key: string): key is keyof RuleBody {
  return key in ruleShape.shape;
}
