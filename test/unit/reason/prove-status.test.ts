import { describe, expect, it } from 'vitest';
import { judgeState } from '../../../src/reason/engine/judged-state.ts';
import { judgeRelevance } from '../../../src/reason/judge-relevance.ts';
import { probeHeadlines } from '../../../src/reason/probe-headlines.ts';
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

  it.each([0, 1, 2])('and what a budget of %d nodes does not finish is no less doubtful', (budget) => {
    const doubts = ['firm', 'presumed', 'open'];
    const cut = new Set<string>();
    for (const { name, prepared, held, withheld } of trials) {
      const whole = proveStatus(prepared, held, withheld);
      const found = proveStatus(prepared, held, withheld, budget);
      expect(whole.finished, name).toBe(true);
      if (found.finished) expect(found, name).toEqual(whole);
      else {
        expect(doubts.indexOf(found.status), name).toBeGreaterThanOrEqual(doubts.indexOf(whole.status));
        cut.add(found.status);
      }
    }
    expect([...cut].sort()).toEqual(budget === 2 ? expect.any(Array) : ['open', 'presumed']);
  });

  it('and a question that its budget ends has no answer, or the right one', () => {
    const answers = new Set<boolean | null>();
    for (const { name, prepared, oracle, withheld } of trials)
      for (const fact of withheld.keys())
        for (const budget of [0, 1, 2]) {
          const answer = judgeRelevance(prepared, judgeState(prepared, withheld), fact, budget);
          if (answer !== null)
            expect(answer, `${name}, fact ${fact}`).toBe(oracle.judgeRelevance(withheld, fact));
          answers.add(answer);
        }
    expect(answers).toEqual(new Set([true, false, null]));
  });

  it('on a single completion, which is looked at and not searched; on others as far as looking goes', () => {
    for (const { name, prepared, oracle, held, withheld } of trials) {
      const completion = withheld.map((mask) => mask & -mask);
      const single = probeHeadlines(prepared.kernel, completion);
      expect([nameHeadlines(single.headlines), single.all], name).toEqual([
        [oracle.headlineOf(completion)],
        true,
      ]);
      for (const state of [held, withheld]) {
        const { headlines, all } = probeHeadlines(prepared.kernel, state);
        const reach: ReadonlySet<string> = oracle.reach(state);
        const names = nameHeadlines(headlines);
        expect(
          names.every((each) => reach.has(each)),
          name,
        ).toBe(true);
        expect(names.length, name).toBe(reach.size === 1 ? 1 : Math.min(names.length, 2));
        if (all) expect(reach.size, name).toBe(1);
      }
    }
  });

  it('over enough completions to mean something', () => {
    const sizes = trials.map(({ withheld }) => listStates(withheld).length);
    expect(Math.max(...sizes)).toBeGreaterThan(100);
  });
});
