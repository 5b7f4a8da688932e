import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/decide/model.ts';
import { loadRules } from '../../support/load-rules.ts';
import { positionOf } from '../../support/build-rulebook.ts';
import { seedRandom } from '../../support/random-values.ts';
import { listChoices } from '../../support/random-workload.ts';
import {
  drawState,
  findDifference,
  listConditionsOn,
  maskOf,
  type Part,
  parts,
  withFact,
} from './find-difference.ts';

// No choice is asked for nothing: for every two neighbours in the vocabulary some workload comes out
// differently, be it only in what is to be done, when one is said in place of the other.

const ready = loadRules();
const { model, rulebook } = ready;

/** Two neighbouring values of a fact; of a number, one value on each side of a cut. */
interface Pair {
  readonly fact: string;
  readonly one: string | number;
  readonly other: string | number;
}

const pairs = rulebook.facts.flatMap((fact, index): Pair[] => {
  const compiled = model.facts[index];
  const choices = compiled === undefined ? [] : listChoices(fact, compiled);
  return choices.slice(1).map((other, position) => ({ fact: fact.id, one: choices[position] ?? '', other }));
});

/** Told apart by their reasons alone: everything else that is printed is the same for both. */
const byReasonsAlone: readonly string[] = [];

/**
 * Searches for a workload that shows the difference, around the conditions that read the fact.
 * @returns the part of the print that differs; the reasons only where no workload shows more
 */
function tellApart(within: Model, { fact, one, other }: Pair, attempts: number): Part | undefined {
  const index = positionOf(model.facts, fact);
  const random = seedRandom(20261123);
  const conditions = listConditionsOn(within, index);
  let best = parts.length;
  for (let attempt = 0; attempt < attempts && best >= parts.indexOf('reasons'); attempt++) {
    const state = drawState(within, conditions.length === 0 ? undefined : random.pick(conditions), random);
    const difference = findDifference(
      within,
      withFact(state, index, maskOf(ready, index, one)),
      withFact(state, index, maskOf(ready, index, other)),
    );
    if (difference !== undefined) best = Math.min(best, parts.indexOf(difference));
  }
  return parts[best];
}

describe('neighbouring choices', () => {
  it('are those of every fact', () => {
    const facts = new Set(pairs.map(({ fact }) => fact));
    expect([...facts]).toEqual(rulebook.facts.map(({ id }) => id));
    expect(pairs.length).toBeGreaterThan(120);
  });

  it.each(pairs)('$fact: $one and $other are told apart', (pair) => {
    const found = tellApart(model, pair, 3000);
    expect(found).toBeDefined();
    const name = `${pair.fact}: ${pair.one} and ${pair.other}`;
    expect(found === 'reasons', `told apart by ${found ?? 'nothing'}`).toBe(byReasonsAlone.includes(name));
  });

  it.each([
    ['trust.internet', 'yes', 'no'],
    ['os.init', 'single-process', 'several-processes'],
    ['package.licence', 'per-host-core', 'machine-bound'],
  ])('%s: %s and %s would not be without what reads it', (fact, one, other) => {
    const index = positionOf(model.facts, fact);
    const deaf: Model = {
      ...model,
      rules: model.rules.filter((rule) => !rule.when.reads.includes(index)),
      actions: model.actions.filter((action) => !(action.when?.reads.includes(index) ?? false)),
    };
    expect(tellApart(deaf, { fact, one, other }, 300)).toBeUndefined();
  });
});
