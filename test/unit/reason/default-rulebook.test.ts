import { isSingle, listBits } from '../../../src/decide/bits.ts';
import { describe, expect, it } from 'vitest';
import { buildState } from '../../../src/decide/build-state.ts';
import type { Mask } from '../../../src/decide/model.ts';
import { judgeRelevance } from '../../../src/reason/judge-relevance.ts';
import { proveStatus, reachHeadlines } from '../../../src/reason/prove-status.ts';
import { judgeState } from '../../../src/reason/engine/judged-state.ts';
import { proveConclusion } from '../../../src/reason/prove-conclusion.ts';
import { prepareModel } from '../../../src/reason/engine/prepared.ts';
import { loadRules } from '../../support/load-rules.ts';
import { howMany } from '../../support/how-many.ts';
import { seedRandom } from '../../support/random-values.ts';
import { makeStatements } from '../../support/random-workload.ts';
import { createOracle, nameHeadlines } from './brute-force.ts';

const ready = loadRules();
const prepared = prepareModel(ready.model);
const oracle = createOracle(ready.model);
const mostCompletions = 150;

/** Random workloads of which only so much is open that every completion can be looked at. */
const states = Array.from({ length: howMany(60) }, (_, seed): Mask[] => {
  const random = seedRandom(seed);
  const { withheld } = buildState(ready.model, makeStatements(ready, random));
  const state = withheld.map((mask) => random.pick(listBits(mask)));
  let completions = 1;
  for (const fact of random.shuffle([...state.keys()])) {
    const all = ready.model.facts[fact]?.all ?? 0;
    const isRead = (prepared.readers[fact] ?? []).length > 0;
    if (!isRead || completions * listBits(all).length > mostCompletions) continue;
    completions *= listBits(all).length;
    state[fact] = all;
  }
  return state;
});

describe('on the default rulebook with few unknowns, brute force agrees', () => {
  it('on headlines, outcome and relevance', () => {
    for (const [index, state] of states.entries()) {
      const name = `workload ${index}`;
      const judged = judgeState(prepared, state);
      expect(nameHeadlines(reachHeadlines(prepared, judged).headlines), name).toEqual(
        [...oracle.reach(state)].sort(),
      );
      expect(proveConclusion(prepared, judged).found, name).toBe(
        oracle.outcomes(state).size === 1 ? 'one' : 'two',
      );
      for (const [fact, mask] of state.entries())
        if (!isSingle(mask))
          expect(
            judgeRelevance(prepared, judged, fact),
            `${name}, ${ready.model.facts[fact]?.id ?? ''}`,
          ).toBe(oracle.judgeRelevance(state, fact));
    }
  });
});

describe('what a status promises holds for random completions of random workloads', () => {
  it('firm for every completion, presumed for every one that keeps the presumptions', () => {
    const random = seedRandom(11);
    const seen = new Map<string, number>();
    for (let trial = 0; trial < howMany(1000); trial++) {
      const { state, withheld } = buildState(ready.model, makeStatements(ready, random));
      const { status, only, finished } = proveStatus(prepared, state, withheld);
      expect(finished, `workload ${trial}`).toBe(true);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      if (only === null) continue;
      const open = status === 'firm' ? withheld : state;
      for (let draw = 0; draw < 5; draw++) {
        const completion = open.map((mask) => random.pick(listBits(mask)));
        expect([oracle.headlineOf(completion)], `workload ${trial}`).toEqual(nameHeadlines(only));
      }
    }
    for (const status of ['open', 'presumed', 'firm'])
      expect(seen.get(status) ?? 0).toBeGreaterThan(howMany(20));
  });
});
