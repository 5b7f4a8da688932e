import { listBits } from '../../../src/decide/bits.ts';
import { describe, expect, it } from 'vitest';
import { listPairFlips, listSingleFlips } from '../../../src/reason/list-flips.ts';
import { replace } from './brute-force.ts';
import { listChanges, makeTrial } from './make-trial.ts';
import { howMany } from '../../support/how-many.ts';

const trials = Array.from({ length: howMany(2500) }, (_, seed) => makeTrial(seed));

describe('over generated small rulebooks, brute force agrees', () => {
  it('on single flips', () => {
    for (const { name, model, prepared, oracle, held } of trials) {
      const facts = [...held.keys()];
      const flips = listSingleFlips(prepared, facts, held);
      const found = flips.flatMap(({ changes: [change], headline }) =>
        listBits(change?.values ?? 0).map((value) => `${change?.fact ?? ''}=${value} ${headline}`),
      );
      const expected = facts.flatMap((fact) =>
        listChanges(model, held, fact)
          .map((value) => ({ value, headline: oracle.headlineOf(replace(held, fact, value)) }))
          .filter(({ headline }) => headline !== oracle.headlineOf(held))
          .map(({ value, headline }) => `${fact}=${value} ${headline}`),
      );
      expect(found.sort(), name).toEqual(expected.sort());
    }
  });

  it('on pair flips, of which neither alone changes the headline', () => {
    let count = 0;
    for (const { name, model, prepared, oracle, held } of trials) {
      const facts = [...held.keys()];
      const flips = listPairFlips(prepared, facts, held, Infinity);
      const found = flips.flatMap(({ changes: [one, two], headline }) =>
        listBits(one?.values ?? 0).flatMap((first) =>
          listBits(two?.values ?? 0).map(
            (second) => `${one?.fact ?? ''}=${first} ${two?.fact ?? ''}=${second} ${headline}`,
          ),
        ),
      );
      const before = oracle.headlineOf(held);
      const quiet = facts.map((fact) =>
        listChanges(model, held, fact).filter(
          (value) => oracle.headlineOf(replace(held, fact, value)) === before,
        ),
      );
      const expected: string[] = [];
      for (const one of facts)
        for (const two of facts.slice(one + 1))
          for (const first of quiet[one] ?? [])
            for (const second of quiet[two] ?? []) {
              const headline = oracle.headlineOf(replace(replace(held, one, first), two, second));
              if (headline !== before) expected.push(`${one}=${first} ${two}=${second} ${headline}`);
            }
      expect(found.sort(), name).toEqual(expected.sort());
      count += expected.length;
    }
    expect(count).toBeGreaterThan(howMany(100));
  });

  it('on pair flips up to a limit: the first ones, and no more', () => {
    let cut = 0;
    for (const { name, prepared, held } of trials) {
      const facts = [...held.keys()];
      const all = listPairFlips(prepared, facts, held, Infinity);
      for (const limit of [1, 2])
        expect(listPairFlips(prepared, facts, held, limit), name).toEqual(all.slice(0, limit));
      if (all.length > 2) cut++;
    }
    expect(cut).toBeGreaterThan(0);
  });
});
