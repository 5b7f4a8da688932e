import { chooseForm } from '../../decide/choose-form.ts';
import { chooseHeadline } from '../../decide/choose-headline.ts';
import { countVotes } from '../../decide/count-votes.ts';
import { truth } from '../../decide/evaluate-condition.ts';
import { findSurvivors, maskOfKind } from '../../decide/find-survivors.ts';
import { judgeRules } from '../../decide/judge-rules.ts';
import { listActions } from '../../decide/list-actions.ts';
import type { KindIndex, Mask, Model, State } from '../../decide/model.ts';

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
  return decideJudged(model, judgeRules(model, state, none));
}

/**
 * What a reader would notice of a decision, as one line to compare: headline, strength, placement,
 * actions, notes.
 */
export function printOutcome({ model, noting }: Speaking, state: State): string {
  const judgement = judgeRules(model, state, none);
  const { headline, strength, forms } = decideJudged(model, judgement);
  const called = listActions(model, state, { judgement, forms });
  const actions = called.map(({ action, must }) => `${must ? '!' : ''}${action}`);
  const notes = noting.filter((rule) => judgement.rules[rule] === truth.true);
  return [headline, strength, forms.join(), actions.join(), notes.join()].join(' ');
}

function decideJudged(model: Model, judgement: ReturnType<typeof judgeRules>): Outcome {
  const { alive } = findSurvivors(model, judgement);
  const { headline, strength } = chooseHeadline(model, alive, countVotes(model, judgement, alive));
  const best = (kind: KindIndex) => chooseForm(model, judgement, alive & maskOfKind(model, kind));
  const kinds: readonly KindIndex[] = kindsOf[headline];
  return {
    headline,
    strength,
    forms: kinds.map(best).filter((form) => form !== null),
    alive,
    container: best(1),
  };
}
