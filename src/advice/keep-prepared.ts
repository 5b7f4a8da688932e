import type { Kernel } from '../decide/kernel.ts';
import type { Model } from '../decide/model.ts';
import { prepareModel, type Prepared } from '../reason/engine/prepared.ts';

/** Gives a model prepared for reasoning. */
export type Prepare = (model: Model, waived: ReadonlySet<number>, known?: Kernel) => Prepared;

/** How many sets of waivers are remembered of a model. */
const mostSets = 100;

/**
 * Prepares each model and set of waivers once, for whoever assesses many workloads by the same ones. A
 * model that nobody holds any more is forgotten.
 */
export function keepPrepared(): Prepare {
  const kept = new WeakMap<Model, Map<string, Prepared>>();
  return (model, waived, kernel) => {
    const bySet = kept.get(model) ?? new Map<string, Prepared>();
    kept.set(model, bySet);
    const set = [...waived].sort((a, b) => a - b).join();
    const known = bySet.get(set);
    if (known !== undefined) return known;
    if (bySet.size >= mostSets) bySet.clear();
    const prepared = prepareModel(model, waived, kernel);
    bySet.set(set, prepared);
    return prepared;
  };
}
