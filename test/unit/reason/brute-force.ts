import { listBits } from '../../../src/decide/bits.ts';
import { decide } from '../../../src/decide/decide.ts';
import { listActions } from '../../../src/decide/list-actions.ts';
import type { Mask, Model, State } from '../../../src/decide/model.ts';
import { headlineBits } from '../../../src/reason/engine/bound-headlines.ts';
import type { PlacedHeadline } from '../../../src/words.ts';

/** Looks at every completion of a state; what the reasoning code says is held against it. */
export interface Oracle {
  readonly headlineOf: (state: State) => PlacedHeadline;
  /** PlacedHeadline, forms and must-actions of a completion, as a text. */
  readonly outcomeOf: (state: State) => string;
  readonly reach: (state: State) => Set<PlacedHeadline>;
  readonly outcomes: (state: State) => Set<string>;
  readonly judgeRelevance: (state: State, fact: number) => boolean;
}

/**
 * Creates an oracle that decides every completion by the deciding code itself.
 * @param waived positions of rules that count as absent
 */
export function createOracle(model: Model, waived: ReadonlySet<number> = new Set()): Oracle {
  const cache = new Map<string, { headline: PlacedHeadline; outcome: string }>();
  const judge = (state: State): { headline: PlacedHeadline; outcome: string } => {
    const key = state.join();
    const known = cache.get(key);
    if (known !== undefined) return known;
    const decision = decide(model, state, waived);
    const musts = listActions(model, state, decision).filter(({ must }) => must);
    const outcome = `${decision.headline} ${decision.forms.join()} ${musts.map(({ action }) => action).join()}`;
    const judged = { headline: decision.headline, outcome };
    cache.set(key, judged);
    return judged;
  };
  const outcomeOf = (state: State): string => judge(state).outcome;
  return {
    headlineOf: (state) => judge(state).headline,
    outcomeOf,
    reach: (state) => new Set(listStates(state).map((each) => judge(each).headline)),
    outcomes: (state) => new Set(listStates(state).map(outcomeOf)),
    judgeRelevance: (state, fact) => {
      const values = listBits(state[fact] ?? 0);
      return listStates(replace(state, fact, values[0] ?? 0)).some(
        (each) => new Set(values.map((value) => outcomeOf(replace(each, fact, value)))).size > 1,
      );
    },
  };
}

/** Every completion of a state. */
export function listStates(state: State): Mask[][] {
  return state.reduce<Mask[][]>(
    (states, mask) => states.flatMap((each) => listBits(mask).map((value) => [...each, value])),
    [[]],
  );
}

/** A state with one fact otherwise. */
export function replace(state: State, fact: number, mask: Mask): Mask[] {
  return state.map((each, index) => (index === fact ? mask : each));
}

/** A set of headlines as names, in order. */
export function nameHeadlines(set: number): string[] {
  return Object.entries(headlineBits)
    .filter(([, bit]) => (set & bit) !== 0)
    .map(([name]) => name)
    .sort();
}
