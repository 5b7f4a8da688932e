import { describe, expect, it } from 'vitest';
import { at } from '../../../src/at.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import { listBits } from '../../../src/decide/bits.ts';
import type { Mask } from '../../../src/decide/model.ts';
import { judgeState } from '../../../src/reason/engine/judged-state.ts';
import { listExceptions } from '../../../src/reason/list-exceptions.ts';
import { prepareModel } from '../../../src/reason/engine/prepared.ts';
import { listOverlooked } from '../../../src/reason/list-overlooked.ts';
import { proveConclusion } from '../../../src/reason/prove-conclusion.ts';
import { buildHardRulebook } from '../../support/hard-rulebook.ts';
import { howMany } from '../../support/how-many.ts';
import { listStates, replace } from './brute-force.ts';
import { makeTrial, type Trial } from './make-trial.ts';

const trials = Array.from({ length: howMany(1500) }, (_, seed) => makeTrial(seed));

/** The values of a presumed fact that alone lead to no headline that is not possible anyway. */
function listHarmless({ model, oracle, held }: Trial, fact: number): Mask {
  const known = oracle.reach(held);
  return listBits(at(model.facts, fact).all & ~at(held, fact))
    .filter((value) => [...oracle.reach(replace(held, fact, value))].every((each) => known.has(each)))
    .reduce((all, value) => all | value, 0);
}

/** Whether exceptions of two facts, harmless alone, lead to another headline. */
function leadsTogether(trial: Trial, first: number, second: number): boolean {
  const { oracle, held } = trial;
  const [one, other] = [listHarmless(trial, first), listHarmless(trial, second)];
  if (one === 0 || other === 0) return false;
  const known = oracle.reach(held);
  return [...oracle.reach(replace(replace(held, first, one), second, other))].some(
    (each) => !known.has(each),
  );
}

/** A state with some facts free. */
function free({ model, held }: Pick<Trial, 'model' | 'held'>, facts: readonly number[]): Mask[] {
  return held.map((mask, fact) => (facts.includes(fact) ? at(model.facts, fact).all : mask));
}

describe('over generated small rulebooks, brute force agrees on what is put before somebody', () => {
  it('alone, or with one other: what changes the outcome, or in a pair the headline', () => {
    let pairs = 0;
    for (const trial of trials) {
      const { name, prepared, oracle, held, presumed } = trial;
      const isPaired = (fact: number) =>
        presumed.some((other) => other !== fact && leadsTogether(trial, fact, other));
      const expected = presumed.filter(
        (fact) => isPaired(fact) || oracle.judgeRelevance(free(trial, [fact]), fact),
      );
      pairs += expected.filter((fact) => !oracle.judgeRelevance(free(trial, [fact]), fact)).length;
      expect(listExceptions(prepared, judgeState(prepared, held), presumed), name).toEqual(expected);
    }
    expect(pairs).toBeGreaterThan(0);
  });

  it('and only together: with these known, all the others may be as they like', () => {
    const sizes = new Set<number>();
    for (const trial of trials) {
      const { name, prepared, oracle, held, presumed } = trial;
      const overlooked = listOverlooked(prepared, held, presumed);
      expect(presumed, name).toEqual(expect.arrayContaining(overlooked));
      expect(overlooked, name).toEqual([...overlooked].sort((a, b) => a - b));
      const headlines = oracle.reach(held).size;
      const whole = oracle.outcomes(held).size;
      const changes = oracle.outcomes(free(trial, presumed)).size > 1;
      if (headlines > 1) expect(overlooked, name).toEqual([]);
      if (whole === 1) expect(overlooked.length > 0, name).toBe(changes);
      const rest = free(
        trial,
        presumed.filter((fact) => !overlooked.includes(fact)),
      );
      if (headlines === 1) expect(oracle.reach(rest).size, name).toBe(1);
      if (whole === 1) expect(oracle.outcomes(rest).size, name).toBe(1);
      sizes.add(overlooked.length);
    }
    expect([...sizes].sort()).toEqual(expect.arrayContaining([0, 1, 2]));
  });

  it('and none of them for nothing: of some exceptions, its own makes the difference', () => {
    for (const { name, prepared, oracle, model, held, presumed } of trials) {
      if (oracle.outcomes(held).size > 1) continue;
      const [usual] = oracle.outcomes(held);
      const overlooked = listOverlooked(prepared, held, presumed);
      const exceptions = listStates(free({ model, held }, overlooked));
      for (const fact of overlooked)
        expect(
          exceptions.some(
            (state) =>
              oracle.outcomeOf(state) !== usual &&
              oracle.outcomeOf(replace(state, fact, at(held, fact))) === usual,
          ),
          `${name}, fact ${fact}`,
        ).toBe(true);
    }
  });
});

describe('where its budget ends a proof', () => {
  const { model } = buildHardRulebook('h0');
  const prepared = prepareModel(model);
  const { state, withheld, presumed } = buildState(model, new Map());

  it('it is said that there is no conclusion', () => {
    expect(proveConclusion(prepared, judgeState(prepared, withheld))).toEqual({ found: 'unfinished' });
  });

  it('everything that is presumed is put before somebody', () => {
    expect(listOverlooked(prepared, state, [...presumed])).toEqual([...presumed]);
  });
});
