import type { Path } from '../../read/parse-yaml.ts';
import type { ParsedRule, RuleBody } from '../rulebook.ts';
import { effects } from '../shapes.ts';
import { checkCitations, checkName, checkPlacementList, type Names, parseExample } from './check-names.ts';
import { parseCondition, type Say } from './parse-condition.ts';

/**
 * Understands rules, and checks what they name and that their effects are complete.
 * @param rules the list that stands under `rules` in the file
 */
export function parseRules<T extends RuleBody>(rules: readonly T[], names: Names, say: Say): ParsedRule<T>[] {
  return rules.map((rule, index) => {
    const path: Path = ['rules', index];
    const parsed = {
      ...rule,
      when: parseCondition(rule.when, names.conditions, say, [...path, 'when']),
      examples: parseExamples(rule.examples, names, say, [...path, 'examples']),
    };
    checkRule(parsed, names, say, path);
    return parsed;
  });
}

/** Understands the examples of a rule. */
export function parseExamples(
  { fires, quiet }: RuleBody['examples'],
  names: Names,
  say: Say,
  path: Path,
): RuleBody['examples'] {
  const wrong: string[] = [];
  const sayIn: Say = (message, ...where) => {
    wrong.push(message);
    say(message, ...where);
  };
  const examples = {
    fires: parseExample(fires, names, sayIn, [...path, 'fires']),
    quiet: parseExample(quiet, names, sayIn, [...path, 'quiet']),
  };
  if (wrong.length > 0) return examples;
  for (const [fact, value] of Object.entries(examples.quiet)) {
    const before = examples.fires[fact];
    if (before === undefined)
      say(`quiet changes a fact of fires, and that says nothing of ${fact}`, [...path, 'quiet', fact], 'key');
    else if (JSON.stringify(before) === JSON.stringify(value))
      say(`quiet says of ${fact} what fires says`, [...path, 'quiet', fact]);
  }
  return examples;
}

/**
 * Checks what a rule names beside its condition and its examples, and that its effects are complete.
 * @param path where it stands
 */
export function checkRule(rule: Omit<RuleBody, 'when'>, names: Names, say: Say, path: Path): void {
  for (const key of ['rules-out', 'by-way-of'] as const)
    checkPlacementList(rule[key], names, say, [...path, key]);
  for (const key of ['suits', 'elsewhere'] as const)
    for (const name of Object.keys(rule[key] ?? {}))
      checkPlacementList(name, names, (message, at) => say(message, at, 'key'), [...path, key, name]);
  checkCitations(rule.cites, names, say, [...path, 'cites']);
  if (rule.must !== undefined) checkName(rule.must, names.actions, 'action', say, [...path, 'must']);
  for (const name of Object.keys(rule.besides ?? {}))
    checkName(name, names.causes, 'rule or concern', (message, at) => say(message, at, 'key'), [
      ...path,
      'besides',
      name,
    ]);
  if (rule.consider !== undefined)
    checkName(rule.consider, names.outside, 'entry under outside', say, [...path, 'consider']);
  if (effects.every((key) => rule[key] === undefined))
    say(`${rule.id} has no effect (expected ${effects.slice(0, -1).join(', ')} or note)`, path);
  if (rule.favours === undefined && rule['by-way-of'] !== undefined)
    say('by-way-of belongs to favours', [...path, 'by-way-of'], 'key');
  if (rule['by-way-of'] === undefined && rule.elsewhere !== undefined)
    say('elsewhere belongs to by-way-of', [...path, 'elsewhere'], 'key');
  if (rule.favours === undefined && rule.besides !== undefined)
    say('besides belongs to favours', [...path, 'besides'], 'key');
}
