import { at } from '../../at.ts';
import { hasBit } from '../../decide/bit-words.ts';
import { choosePoint, findBest, type Kernel, type Point } from '../../decide/kernel.ts';
import { kindsOf } from '../../decide/kinds.ts';
import type { Mask } from '../../decide/model.ts';
import type { Sides } from './sides.ts';
import type { WorkloadTable } from './workload-table.ts';

// It says of one workload what isSameOutcome says (decide/outcome.ts), and is held against it in the tests.

/**
 * Whether a reader would find a difference between the two sides of one workload: in headline, strength,
 * placement, actions or notes.
 * @param sides those of a single value for every fact
 */
export function tellSidesApart(workloads: WorkloadTable, { before, after }: Sides): boolean {
  const { width, noting, kernel } = workloads;
  let moved = 0;
  for (let word = 0; word < width; word++) {
    const differing = (before[word] ?? 0) ^ (after[word] ?? 0);
    if ((differing & (noting[word] ?? 0)) !== 0) return true;
    moved |= differing;
  }
  if (moved === 0) return false;
  const [one, other] = [choosePoint(kernel, before), choosePoint(kernel, after)];
  if (one.headline !== other.headline || one.strength !== other.strength) return true;
  const forms = chooseForms(kernel, one, before);
  if (forms !== chooseForms(kernel, other, after)) return true;
  return forms !== 0 && differInActions(workloads, before, after, forms);
}

/** The printed placements, as a set: of each kind there is one, so that their order is known. */
function chooseForms(kernel: Kernel, { headline, alive }: Point, certain: Int32Array): Mask {
  return kindsOf[headline].reduce<Mask>((forms, kind) => {
    const best = findBest(kernel, certain, alive & kernel.kinds[kind]);
    return best === null ? forms : forms | (1 << best);
  }, 0);
}

function differInActions(
  workloads: WorkloadTable,
  before: Int32Array,
  after: Int32Array,
  forms: Mask,
): boolean {
  const { width, acting, actionsFrom, model } = workloads;
  for (let word = 0; word < width; word++) {
    const moved = ((before[word] ?? 0) ^ (after[word] ?? 0)) & (acting[word] ?? 0);
    for (let bits = moved; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
      const action = slot >= actionsFrom ? slot - actionsFrom : (at(model.rules, slot).must ?? 0);
      if (callAction(workloads, before, action, forms) !== callAction(workloads, after, action, forms))
        return true;
    }
  }
  return false;
}

/** Whether an action is called for: not, or as a must, or as something less. */
function callAction(
  { actionsFrom, demanders, model }: WorkloadTable,
  certain: Int32Array,
  action: number,
  forms: Mask,
): 'must' | 'less' | null {
  if (at(demanders, action).some((rule) => hasBit(certain, rule))) return 'must';
  const own = at(model.actions, action);
  if ((own.for & forms) === 0 || !hasBit(certain, actionsFrom + action)) return null;
  return own.must ? 'must' : 'less';
}
