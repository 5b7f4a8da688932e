import { allBits, maskOf } from '../decide/bits.ts';
import { type ModelRule, suitsNothing, type Tier } from '../decide/model.ts';
import { always, toCondition } from '../decide/nodes.ts';
import { findVote } from '../rulebook/effects.ts';
import { resolvePlacements } from '../rulebook/placements.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Rule, Rulebook } from '../rulebook/rulebook.ts';
import { kinds, strengths } from '../words.ts';
import type { Ruling } from '../workload/workload.ts';
import type { PartAdvice } from './result.ts';

/** The concern that rulings share: together they cast one vote a kind. */
export const rulingsConcern = 'rulings';

/**
 * The rulebook as it holds for one workload: with every ruling that counts as a rule that always
 * fires, in a concern of their own. What is the same for all stays shared.
 * @param today YYYY-MM-DD; a ruling counts up to and with its last day
 */
export function applyRulings(
  ready: ReadyRulebook,
  rulings: readonly Ruling[] = [],
  today: string,
): ReadyRulebook {
  const counting = rulings.flatMap((ruling, index) =>
    counts(ruling, today) ? [{ ruling, id: nameRuling(index) }] : [],
  );
  if (counting.length === 0) return ready;
  const { rulebook, model } = ready;
  const concern = {
    id: rulingsConcern,
    title: 'Rulings',
    about: 'What people have ruled for this workload.',
  };
  const rules = counting.map(({ ruling, id }) => writeRule(ruling, id));
  return {
    rulebook: {
      ...rulebook,
      concerns: [...rulebook.concerns, concern],
      rules: [...rulebook.rules, ...rules],
    },
    model: {
      ...model,
      concerns: model.concerns + 1,
      rules: [...model.rules, ...rules.map((rule) => compileRuling(rulebook, rule, model.concerns))],
    },
  };
}

/** Every ruling, whether it counts, and the rule that it is among the reasons. */
export function describeRulings(
  rulings: readonly Ruling[] = [],
  today: string,
  ignored: boolean,
): PartAdvice['rulings'] {
  return rulings.map((ruling, index) => ({
    rule: nameRuling(index),
    ...(ruling['rules-out'] && { rulesOut: ruling['rules-out'] }),
    ...(ruling.favours && { favours: ruling.favours }),
    because: ruling.because,
    by: ruling.by,
    ...(ruling.until === undefined ? {} : { until: ruling.until }),
    counts: !ignored && counts(ruling, today),
    ...(ignored ? { ignored } : {}),
    at: ruling.at,
  }));
}

function counts({ until }: Ruling, today: string): boolean {
  return until === undefined || today <= until;
}

/** Rulings are told apart by their places in the file, from 1. */
function nameRuling(index: number): string {
  return `${rulingsConcern}.${index + 1}`;
}

function writeRule(ruling: Ruling, id: string): Rule {
  const { 'rules-out': excluded, favours, because, by, at } = ruling;
  return {
    id,
    concern: rulingsConcern,
    title: `Ruled by ${by}`,
    when: { is: 'all', of: [] },
    ...(excluded && { 'rules-out': [...excluded] }),
    ...(favours && { favours }),
    because: `${because.replace(/\.$/, '')} (ruled by ${by}).`,
    cites: ['judgement'],
    examples: { fires: {}, quiet: {} },
    at,
  };
}

function compileRuling(rulebook: Rulebook, rule: Rule, concern: number): ModelRule {
  const vote = findVote(rule);
  return {
    id: rule.id,
    concern,
    when: toCondition(always),
    removes: maskOf(resolvePlacements(rulebook, rule['rules-out'])),
    favours: vote === undefined ? null : (kinds.indexOf(vote.kind) as 0 | 1),
    tier: vote === undefined ? 0 : ((3 - strengths.indexOf(vote.strength)) as Tier),
    byWayOf: allBits(rulebook.placements.length),
    suits: suitsNothing,
    must: null,
    notes: false,
  };
}
