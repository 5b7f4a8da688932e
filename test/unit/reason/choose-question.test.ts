import { listBits } from '../../../src/decide/bits.ts';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../../src/decide/model.ts';
import { boundHeadlines } from '../../../src/reason/engine/bound-headlines.ts';
import { chooseQuestion, countLeft, weighOpen } from '../../../src/reason/choose-question.ts';
import { listOverlooked } from '../../../src/reason/list-overlooked.ts';
import { judgeState } from '../../../src/reason/engine/judged-state.ts';
import { listExceptions } from '../../../src/reason/list-exceptions.ts';
import { searchResults } from '../../../src/reason/engine/search-results.ts';
import { replace } from './brute-force.ts';
import { listChanges, makeTrial } from './make-trial.ts';
import { howMany } from '../../support/how-many.ts';

const trials = Array.from({ length: howMany(2500) }, (_, seed) => makeTrial(seed));

describe('over generated small rulebooks, brute force agrees', () => {
  it('on the next question', () => {
    for (const { name, prepared, oracle, withheld } of trials) {
      const judged = judgeState(prepared, withheld);
      const reach = searchResults(prepared, judged, boundHeadlines);
      const facts = [...withheld.keys()];
      const relevant = facts.filter((fact) => oracle.judgeRelevance(withheld, fact));
      const scores = relevant.map((fact) => {
        const values = listBits(withheld[fact] ?? 0);
        const left = values.map((value) => oracle.reach(replace(withheld, fact, value)).size);
        const leaves = left.reduce((sum, each) => sum + each, 0) / values.length;
        const { placements } = countLeft(prepared, judged, fact, reach);
        const score = Math.round((leaves + placements) * 1e6);
        return { fact, leaves, score, weight: weighOpen(prepared, judged, fact) };
      });
      const [best] = scores.sort((a, b) => a.score - b.score || b.weight - a.weight || a.fact - b.fact);
      const question = chooseQuestion(prepared, judged, facts);
      expect(question?.fact, name).toBe(best?.fact);
      if (best !== undefined) expect(question?.leaves, name).toBeCloseTo(best.leaves);
    }
  });

  it('on the presumed facts to be put before somebody', () => {
    let pairs = 0;
    for (const { name, model, prepared, oracle, held, presumed } of trials) {
      const reached = oracle.reach(held);
      const leads = (state: readonly Mask[]): boolean =>
        [...oracle.reach(state)].some((headline) => !reached.has(headline));
      const harmless = held.map((_, fact) =>
        listChanges(model, held, fact).filter((value) => !leads(replace(held, fact, value))),
      );
      const isPaired = (fact: number, other: number): boolean =>
        (harmless[fact] ?? []).some((one) =>
          (harmless[other] ?? []).some((two) => leads(replace(replace(held, fact, one), other, two))),
        );
      const alone = presumed.filter((fact) =>
        oracle.judgeRelevance(replace(held, fact, model.facts[fact]?.all ?? 0), fact),
      );
      const paired = presumed.filter((fact) =>
        presumed.some((other) => other !== fact && isPaired(fact, other)),
      );
      const expected = presumed.filter((fact) => alone.includes(fact) || paired.includes(fact));
      expect(listExceptions(prepared, judgeState(prepared, held), presumed), name).toEqual(expected);
      pairs += paired.filter((fact) => !alone.includes(fact)).length;
    }
    expect(pairs).toBeGreaterThan(howMany(20));
  });

  it('on what the last proof names: once that is stated, no presumption can change the outcome', () => {
    let named = 0;
    for (const { name, model, prepared, oracle, held, presumed } of trials) {
      const [before, ...others] = oracle.outcomes(held);
      if (before === undefined || others.length > 0) continue;
      const free = (facts: readonly number[]): Mask[] =>
        held.map((mask, fact) => (facts.includes(fact) ? (model.facts[fact]?.all ?? 0) : mask));
      const overlooked = listOverlooked(prepared, held, presumed);
      expect(overlooked.length === 0, name).toBe(oracle.outcomes(free(presumed)).size === 1);
      const left = presumed.filter((fact) => !overlooked.includes(fact));
      expect([...oracle.outcomes(free(left))], name).toEqual([before]);
      named += overlooked.length;
    }
    expect(named).toBeGreaterThan(howMany(100));
  });
});
