import { listBits } from '../../../src/decide/bits.ts';
import type { Mask, Model } from '../../../src/decide/model.ts';
import { prepareModel, type Prepared } from '../../../src/reason/engine/prepared.ts';
import { seedRandom } from '../../support/random-values.ts';
import { createOracle, type Oracle } from './brute-force.ts';
import { makeModel, makeState } from './random-model.ts';

/** A small rulebook with something known of a workload. */
export interface Trial {
  readonly name: string;
  readonly model: Model;
  readonly prepared: Prepared;
  readonly oracle: Oracle;
  /** What is known, presumptions held. */
  readonly held: Mask[];
  /** The same without presumptions. */
  readonly withheld: Mask[];
  /** Positions of the facts that are presumed. */
  readonly presumed: number[];
}

/**
 * Makes the trial of a seed: always the same one.
 * @param scale how large it is; above 1 the oracle is of no use
 */
export function makeTrial(seed: number, scale = 1): Trial {
  const random = seedRandom(seed);
  const model = makeModel(random, scale);
  const waived = new Set(model.rules.flatMap((_, index) => (random.chance(0.05) ? [index] : [])));
  const withheld = makeState(random, model, 0.8);
  const presumed = model.facts.flatMap((fact, index) =>
    fact.presumed !== null && withheld[index] === fact.all ? [index] : [],
  );
  return {
    name: `rulebook ${seed}`,
    model,
    prepared: prepareModel(model, waived),
    oracle: createOracle(model, waived),
    held: withheld.map((mask, index) =>
      presumed.includes(index) ? (model.facts[index]?.presumed ?? mask) : mask,
    ),
    withheld,
    presumed,
  };
}

/** The single values a fact can be changed to; any where it is unknown. */
export function listChanges(model: Model, state: readonly Mask[], fact: number): Mask[] {
  const all = model.facts[fact]?.all ?? 0;
  return listBits(state[fact] === all ? all : all & ~(state[fact] ?? 0));
}
