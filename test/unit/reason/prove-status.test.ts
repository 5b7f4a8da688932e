import { describe, expect, it } from 'vitest';
import { judgeState } from '../../../src/reason/engine/judged-state.ts';
import { judgeRelevance } from '../../../src/reason/judge-relevance.ts';
import { proveStatus, reachHeadlines } from '../../../src/reason/prove-status.ts';
import { proveConclusion } from '../../../src/reason/prove-conclusion.ts';
import { listStates, nameHeadlines } from './brute-force.ts';
import { makeTrial } from './make-trial.ts';
import { howMany } from '../../support/how-many.ts';

const trials = Array.from({ length: howMany(2500) }, (_, seed) => makeTrial(seed));

describe('over generated small rulebooks, brute force agrees', () => {
  it('on the headlines that can be reached', () => {
    for (const { name, prepared, oracle, held, withheld } of trials)
      for (const state of [held, withheld]) {
        const reach = reachHeadlines(prepared, state);
        expect(reach.finished, name).toBe(true);
        expect(nameHeadlines(reach.headlines), name).toEqual([...oracle.reach(state)].sort());
      }
  });

  it('on the status: firm for every completion, presumed for all that keep the presumptions', () => {
    const seen = new Set<string>();
    for (const { name, prepared, oracle, held, withheld } of trials) {
      const firm = oracle.reach(withheld).size === 1;
      const expected = oracle.reach(held).size > 1 ? 'open' : firm ? 'firm' : 'presumed';
      const { status, only } = proveStatus(prepared, held, withheld);
      expect(status, name).toBe(expected);
      if (only !== null) expect(nameHeadlines(only), name).toEqual([...oracle.reach(held)]);
      seen.add(status);
    }
    expect([...seen].sort()).toEqual(['firm', 'open', 'presumed']);
  });

  it('on whether all completions share one outcome', () => {
    for (const { name, prepared, oracle, withheld } of trials) {
      const proof = proveConclusion(prepared, judgeState(prepared, withheld));
      expect(proof.found, name).toBe(oracle.outcomes(withheld).size === 1 ? 'one' : 'two');
      if (proof.found !== 'two') continue;
      const [first, second] = proof.states.map(({ state }) => oracle.outcomes(state));
      const shared = [...(first ?? [])].filter((each) => second?.has(each));
      expect(shared, `${name}: no completion of one state is like one of the other`).toEqual([]);
    }
  });

  it('on the relevance of every fact', () => {
    for (const { name, prepared, oracle, held, withheld } of trials)
      for (const state of [held, withheld])
        for (const fact of state.keys())
          expect(judgeRelevance(prepared, judgeState(prepared, state), fact), `${name}, fact ${fact}`).toBe(
            oracle.judgeRelevance(state, fact),
          );
  });

  it('and a search that its budget ends says so', () => {
    const cut = trials.filter(({ prepared, oracle, withheld }) => {
      const { finished } = reachHeadlines(prepared, withheld, 4, 1);
      return !finished && oracle.reach(withheld).size === 1;
    });
    expect(cut.length).toBeGreaterThan(0);
    for (const { name, prepared, withheld } of cut)
      expect(proveStatus(prepared, withheld, withheld, 0), name).toEqual({
        status: 'open',
        only: null,
        finished: false,
      });
  });

  it('over enough completions to mean something', () => {
    const sizes = trials.map(({ withheld }) => listStates(withheld).length);
    expect(Math.max(...sizes)).toBeGreaterThan(100);
  });
});
