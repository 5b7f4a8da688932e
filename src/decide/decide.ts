import { at } from '../at.ts';
import { listPositions, maskOf } from './bits.ts';
import { chooseForm } from './choose-form.ts';
import { chooseHeadline, type HeadlineChoice } from './choose-headline.ts';
import { comparePreference, type ConcernVotes, countVotes } from './count-votes.ts';
import { judgeSurvival, listRemovers, type Remover, type Survivors } from './survivors.ts';
import { truth } from './judge-condition.ts';
import { type Judgement, judgeRules } from './judge-rules.ts';
import { findPlacedKind, kindsOf, maskOfKind, masksOfKinds, otherKind } from './kinds.ts';
import { listConflicts } from './list-conflicts.ts';
import type { Mask, Model, State } from './model.ts';

/** What is chosen on one workload, in positions of the model. */
export interface Choice extends HeadlineChoice {
  readonly judgement: Judgement;
  readonly survivors: Survivors;
  readonly votes: readonly ConcernVotes[];
  /** The chosen form: one of the headline's kind, both kinds' best for either, none for none. */
  readonly forms: readonly number[];
}

/** The whole decision: what is chosen, and what stands beside it. */
export interface Decision extends Choice {
  /** The best placement of the other kind; null for either and none. */
  readonly runnerUp: number | null;
  /** For none: the smallest sets of rules and needs that leave nothing. */
  readonly conflicts: readonly (readonly Remover[])[];
}

/**
 * Decides one workload: what survives, which kind is preferred, which form it takes.
 * @param model the compiled rulebook
 * @param state the values still possible of every fact
 * @param waived positions of rules that count as absent
 */
export function decide(model: Model, state: State, waived?: ReadonlySet<number>): Decision {
  const choice = decideJudged(model, judgeRules(model, state, waived));
  return {
    ...choice,
    runnerUp: chooseRunnerUp(model, choice),
    conflicts: choice.headline === 'none' ? listConflicts(model, choice.judgement) : [],
  };
}

/**
 * Decides by what has been judged already, and goes no further than what is chosen.
 * @param judgement what is true in the state that is decided on
 */
export function decideJudged(model: Model, judgement: Judgement): Choice {
  const survivors = judgeSurvival(model, judgement);
  const { alive } = survivors;
  const votes = countVotes(model, judgement, alive);
  const choice = chooseHeadline(masksOfKinds(model), alive, () => comparePreference(votes));
  const forms = kindsOf[choice.headline].map((kind) =>
    chooseForm(model, judgement, alive & maskOfKind(model, kind)),
  );
  return { ...choice, judgement, survivors, votes, forms: forms.filter((form) => form !== null) };
}

/** When forced nothing of the other kind is left: the one that fewest rules and needs removed. */
function chooseRunnerUp(model: Model, { headline, judgement, survivors }: Choice): number | null {
  const kind = findPlacedKind(headline);
  if (kind === null) return null;
  const others = maskOfKind(model, otherKind(kind));
  const left = survivors.alive & others;
  return chooseForm(model, judgement, left === 0 ? findNearest(model, judgement, others) : left);
}

/** Those of some placements that fewest rules and needs removed. */
function findNearest(model: Model, judgement: Judgement, among: Mask): Mask {
  const candidates = listPositions(among);
  const counts = candidates.map((index) => listRemovers(model, judgement, index, truth.true).length);
  const fewest = Math.min(...counts);
  return maskOf(candidates.filter((_, position) => at(counts, position) === fewest));
}
