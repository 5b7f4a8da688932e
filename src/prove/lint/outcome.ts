import { chooseForm } from '../../decide/choose-form.ts';
import { chooseHeadline } from '../../decide/choose-headline.ts';
import { countVotes } from '../../decide/count-votes.ts';
import { evaluateCondition, truth, type Truth } from '../../decide/evaluate-condition.ts';
import { findSurvivors, maskOfKind } from '../../decide/find-survivors.ts';
import { type Judgement, judgeRules } from '../../decide/judge-rules.ts';
import { listActions } from '../../decide/list-actions.ts';
import type { KindIndex, Mask, Model, ModelCondition, State } from '../../decide/model.ts';

/** A model, with the rules that say a note. */
export interface Speaking {
  readonly model: Model;
  /** Positions of the rules that say a note. */
  readonly noting: readonly number[];
}

/** What the law of isolation and the reachability of placements look at. */
export interface Outcome {
  readonly headline: 'vm' | 'container' | 'either' | 'none';
  readonly strength: string | null;
  /** The printed placements. */
  readonly forms: readonly number[];
  readonly alive: Mask;
  /** The best container among those that survive, printed or not. */
  readonly container: number | null;
}

const kindsOf = { vm: [0], container: [1], either: [0, 1], none: [] } as const;
const none: ReadonlySet<number> = new Set();

/** Decides a state as far as the checks need it: without the runner-up and the conflicts. */
export function decideOutcome(model: Model, state: State): Outcome {
  const judgement = judgeAll(model, state);
  const outcome = decideJudged(model, judgement);
  return { ...outcome, container: chooseForm(model, judgement, outcome.alive & maskOfKind(model, 1)) };
}

/**
 * What a reader would notice of a decision, as one line to compare: headline, strength, placement,
 * actions, notes.
 * @param judgement what is true in the state
 */
export function printOutcome({ model, noting }: Speaking, state: State, judgement: Judgement): string {
  const { headline, strength, forms } = decideJudged(model, judgement);
  const called = listActions(model, state, { judgement, forms });
  const actions = called.map(({ action, must }) => `${must ? '!' : ''}${action}`);
  const notes = noting.filter((rule) => judgement.rules[rule] === truth.true);
  return [headline, strength, forms.join(), actions.join(), notes.join()].join(' ');
}

/** Judges all rules and needs in a state. */
export function judgeAll(model: Model, state: State): Judgement {
  return judgeRules(model, state, none);
}

/**
 * Judges again what reads a fact, in a state that differs in nothing else from the one judged before.
 * @param fact position of the fact
 */
export function judgeAgain(model: Model, state: State, fact: number, before: Judgement): Judgement {
  const judge = (condition: ModelCondition | null | undefined, was: Truth): Truth =>
    condition?.reads.includes(fact) === true ? evaluateCondition(condition, state) : was;
  return {
    rules: before.rules.map((was, index) => judge(model.rules[index]?.when, was)),
    needs: before.needs.map((was, index) => judge(model.placements[index]?.needs, was)),
  };
}

function decideJudged(model: Model, judgement: Judgement): Omit<Outcome, 'container'> {
  const { alive } = findSurvivors(model, judgement);
  const { headline, strength } = chooseHeadline(model, alive, countVotes(model, judgement, alive));
  const best = (kind: KindIndex) => chooseForm(model, judgement, alive & maskOfKind(model, kind));
  const kinds: readonly KindIndex[] = kindsOf[headline];
  return {
    headline,
    strength,
    forms: kinds.map(best).filter((form) => form !== null),
    alive,
  };
}
