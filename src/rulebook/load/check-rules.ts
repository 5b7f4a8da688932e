import type { Path } from '../../read/parse-yaml.ts';
import {
  checkCitations,
  checkCondition,
  checkExample,
  checkName,
  checkPlacementList,
  type Names,
  type Say,
} from './check-names.ts';
import type { RuleBody } from '../rulebook.ts';

/**
 * Checks rules: what they name, and that their effects are complete.
 * @param rules the list that stands under `rules` in the file
 */
export function checkRules(rules: readonly RuleBody[], names: Names, say: Say): void {
  rules.forEach((rule, index) => {
    const path: Path = ['rules', index];
    checkCondition(rule.when, names, say, [...path, 'when']);
    checkExample(rule.examples.fires, names, say, [...path, 'examples', 'fires']);
    checkExample(rule.examples.quiet, names, say, [...path, 'examples', 'quiet']);
    for (const key of ['rules-out', 'suits', 'by-way-of'] as const)
      checkPlacementList(rule[key], names, say, [...path, key]);
    checkCitations(rule.cites, names, say, [...path, 'cites']);
    if (rule.must !== undefined) checkName(rule.must, names.actions, 'action', say, [...path, 'must']);
    const effects = [rule['rules-out'], rule.isolation, rule.favours, rule.suits, rule.must, rule.note];
    if (effects.every((effect) => effect === undefined))
      say(`${rule.id} has no effect (expected rules-out, isolation, favours, suits, must or note)`, path);
    const votes = rule.favours !== undefined || rule.suits !== undefined;
    if (votes && rule.strength === undefined) say(`${rule.id} votes, so it needs a strength`, path);
    if (!votes && rule.strength !== undefined)
      say('a strength belongs to favours or suits', [...path, 'strength'], 'key');
    if (rule.favours === undefined && rule['by-way-of'] !== undefined)
      say('by-way-of belongs to favours', [...path, 'by-way-of'], 'key');
    if (rule.favours !== undefined && rule.suits !== undefined)
      say(`${rule.id} votes twice; write two rules`, [...path, 'suits'], 'key');
  });
}
