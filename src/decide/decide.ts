import { chooseForm } from './choose-form.ts';
import { chooseHeadline, type HeadlineChoice } from './choose-headline.ts';
import { type ConcernVotes, countVotes } from './count-votes.ts';
import { listConflicts, type Remover } from './list-conflicts.ts';
import { findSurvivors, listRemovers, maskOfKind, type Survivors } from './find-survivors.ts';
import { type Judgement, judgeRules } from './judge-rules.ts';
import type { KindIndex, Mask, Model, State } from './model.ts';
import { truth } from './evaluate-condition.ts';

/** The decision on one workload, in positions of the model. */
export interface Decision extends HeadlineChoice {
  readonly judgement: Judgement;
  readonly survivors: Survivors;
  readonly votes: readonly ConcernVotes[];
  /** The chosen form: one of the headline's kind, both kinds' best for either, none for none. */
  readonly forms: readonly number[];
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
export function decide(model: Model, state: State, waived: ReadonlySet<number> = new Set()): Decision {
  const judgement = judgeRules(model, state, waived);
  const survivors = findSurvivors(model, judgement);
  const votes = countVotes(model, judgement, survivors.alive);
  const choice = chooseHeadline(model, survivors.alive, votes);
  return {
    ...choice,
    judgement,
    survivors,
    votes,
    forms: chooseForms(model, judgement, survivors.alive, choice),
    runnerUp: chooseRunnerUp(model, judgement, survivors.alive, choice),
    conflicts: choice.headline === 'none' ? listConflicts(model, judgement) : [],
  };
}

function chooseForms(model: Model, judgement: Judgement, alive: Mask, choice: HeadlineChoice): number[] {
  const kinds: readonly KindIndex[] =
    choice.headline === 'either'
      ? [0, 1]
      : choice.headline === 'vm'
        ? [0]
        : choice.headline === 'container'
          ? [1]
          : [];
  return kinds
    .map((kind) => chooseForm(model, judgement, alive & maskOfKind(model, kind)))
    .filter((form) => form !== null);
}

/** When forced nothing of the other kind is left: the one that fewest rules and needs removed. */
function chooseRunnerUp(
  model: Model,
  judgement: Judgement,
  alive: Mask,
  choice: HeadlineChoice,
): number | null {
  if (choice.headline !== 'vm' && choice.headline !== 'container') return null;
  const others = maskOfKind(model, choice.headline === 'vm' ? 1 : 0);
  if ((alive & others) !== 0) return chooseForm(model, judgement, alive & others);
  const counts = model.placements.map((_, index) => {
    const removers = listRemovers(model, judgement, index, truth.true);
    return removers.rules.length + (removers.needs ? 1 : 0);
  });
  const fewest = Math.min(...counts.filter((_, index) => (others & (1 << index)) !== 0));
  const nearest = counts.reduce(
    (mask, count, index) => (count === fewest && (others & (1 << index)) !== 0 ? mask | (1 << index) : mask),
    0,
  );
  return chooseForm(model, judgement, nearest);
}
