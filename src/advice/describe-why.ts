import { holdsPosition } from '../decide/bits.ts';
import { listSuits } from '../decide/choose-form.ts';
import { castsVote } from '../decide/count-votes.ts';
import { truth } from '../decide/judge-condition.ts';
import type { Evidence, RemoverEntry } from './result.ts';
import type { FactStatement } from '../workload/workload.ts';
import { describeEvidence } from './describe-facts.ts';
import { at } from '../at.ts';
import type { Placing } from './placing.ts';
import { describeLosses, type Loss } from './describe-losses.ts';
import { describeRemovers } from './describe-placements.ts';
import { listRuleLeanings } from './describe-reasons.ts';
import { type ExplainedPart, describeWhyCondition, writePart } from './describe-why-condition.ts';

/** Why a rule did what it did, in one workload. */
export interface WhyRule {
  readonly rule: string;
  readonly state: 'fired' | 'quiet' | 'undecided' | 'waived';
  readonly condition: readonly ExplainedPart[];
  /** Presumed facts it leans on. */
  readonly if: readonly string[];
  /** What became of its vote; null where it has none or did not fire. */
  readonly vote: 'counts' | 'outvoted' | 'no-placement' | null;
}

/** Why a placement was removed or kept, in one workload. */
export interface WhyPlacement {
  readonly placement: string;
  readonly state: 'chosen' | 'stays' | 'open' | 'out';
  readonly needs: readonly ExplainedPart[];
  readonly removedBy: readonly RemoverEntry[];
  readonly mightBeRemovedBy: readonly RemoverEntry[];
  /** Rules that fire and prefer it among its kind. */
  readonly suitedBy: readonly string[];
  /** What it lost to; nothing where it was chosen or is out. */
  readonly lostTo: readonly Loss[];
}

/** What is known of a fact in one workload, and where from. */
export interface WhyFact extends Evidence {
  /** Of a suggestion: what was said for certain, and where; null where nothing was. */
  readonly certain: Evidence | null;
  /** Why the rule of inference says so, where one does. */
  readonly because: string | null;
}

/**
 * Explains what is known of a fact.
 * @param index position of the fact
 * @param certain what was said of it for certain
 * @param because what rules of inference give as their reasons, by their ids
 */
export function describeWhyFact(
  placing: Placing,
  index: number,
  certain: FactStatement | undefined,
  because: ReadonlyMap<string, string>,
): WhyFact {
  const said = describeEvidence(placing, index);
  const statements = new Map(certain === undefined ? [] : [[certain.fact, certain]]);
  return {
    ...said,
    certain:
      said.origin === 'suggested' && certain !== undefined
        ? describeEvidence({ rulebook: placing.rulebook, statements }, index)
        : null,
    because: because.get(said.rule ?? '') ?? null,
  };
}

/**
 * Explains a rule.
 * @param index position of the rule
 */
export function describeWhyRule(placing: Placing, index: number): WhyRule {
  const rule = at(placing.rulebook.rules, index);
  const judged = placing.decision.judgement.rules[index];
  const state = placing.waived.has(index)
    ? 'waived'
    : judged === truth.true
      ? 'fired'
      : judged === truth.false
        ? 'quiet'
        : 'undecided';
  const leanings = state === 'fired' ? listRuleLeanings(placing, index) : [];
  return {
    rule: rule.id,
    state,
    condition: describeWhyCondition(placing, rule.when),
    if: leanings.map((fact) => at(placing.model.facts, fact).id),
    vote: state === 'fired' ? explainVote(placing, index) : null,
  };
}

/** Why a rule, placement or fact is as it is, as data: its tests as they stand in a file. */
export function writeWhy(why: WhyRule | WhyPlacement | WhyFact): Readonly<Record<string, unknown>> {
  if ('certain' in why) return { ...why };
  return 'condition' in why
    ? { ...why, condition: why.condition.map(writePart) }
    : { ...why, needs: why.needs.map(writePart) };
}

/** A concern casts one vote for each kind, its strongest: a weaker one beside it says nothing more. */
function explainVote(placing: Placing, index: number): WhyRule['vote'] {
  const rule = at(placing.model.rules, index);
  if (rule.favours === null) return null;
  if (!castsVote(placing.model, placing.decision.judgement, index, placing.decision.survivors.alive))
    return 'no-placement';
  return at(placing.decision.votes, rule.concern)[rule.favours] === rule.tier ? 'counts' : 'outvoted';
}

/**
 * Explains a placement.
 * @param index its position
 */
export function describeWhyPlacement(placing: Placing, index: number): WhyPlacement {
  const placement = at(placing.rulebook.placements, index);
  const { alive, open } = placing.decision.survivors;
  const stays = holdsPosition(alive, index);
  const chosen = placing.decision.forms.includes(index);
  return {
    placement: placement.id,
    state: !stays ? 'out' : chosen ? 'chosen' : holdsPosition(open, index) ? 'open' : 'stays',
    needs: placement.needs === undefined ? [] : describeWhyCondition(placing, placement.needs),
    removedBy: describeRemovers(placing, index, truth.true),
    mightBeRemovedBy: stays ? describeRemovers(placing, index, truth.unknown) : [],
    suitedBy: listSuits(placing.model, placing.decision.judgement, index).map(
      (rule) => at(placing.model.rules, rule).id,
    ),
    lostTo: describeLosses(placing, index),
  };
}
