import { at } from '../../at.ts';
import { hasBit, markBits } from '../../decide/bit-words.ts';
import { choosePoint, findBest, type Kernel } from '../../decide/kernel.ts';
import { findPlacedKind, kindsOf } from '../../decide/kinds.ts';
import type { Model, State } from '../../decide/model.ts';
import { withFact } from '../../reason/engine/judged-state.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { PlacedHeadline } from '../../words.ts';
import { type IsolationStep, gatherTurns } from './isolation-step.ts';
import { usualBudget } from './judge-difference.ts';
import { listShifts, type ChangeReach } from './list-shifts.ts';
import { type Budget, spendOn } from '../../reason/engine/run-budget.ts';
import { searchQuests } from './search-aims.ts';
import { seekShift } from './seek-shift.ts';
import { listTurnQuests } from './seek-turn.ts';
import { judgeSides, makeSides, swapValues } from './sides.ts';
import { liftValue, settleWorkload, type WorkloadTable } from './workload-table.ts';

/** A state before a step, and how the step weakens its isolation. */
export interface Weakening {
  readonly state: State;
  readonly broken: string;
}

/** A complete workload of which a step weakens the isolation; false where there is none, null where that was not settled. */
export function searchForWeakening(
  { model }: ReadyRulebook,
  workloads: WorkloadTable,
  step: IsolationStep,
  run: Budget,
): Weakening | false | null {
  const { kernel, sets, complete } = workloads;
  const { fact } = step;
  const [one, other] = [liftValue(sets, fact, step.from), liftValue(sets, fact, step.to)];
  const change = swapValues(workloads, fact, one, other);
  const sides = makeSides(workloads);
  const breakOf = (workload: State): string | null => {
    judgeSides(workloads, change, workload, sides);
    return breaksLaw(model, decideOn(kernel, sides.before), decideOn(kernel, sides.after));
  };
  const shows = (workload: State): boolean => breakOf(workload) !== null;
  const reach = reachOf(workloads, model, step, run);
  const levelOf = (placement: number): number => at(model.placements, placement).level;
  const falls = (one: number, other: number): boolean => levelOf(other) < levelOf(one);
  // Of containers the best counts wherever it stands, of VMs where one is printed.
  const quests = [
    ...listTurnQuests(workloads, change, reach, shows),
    ...listShifts(workloads, reach, falls, (kind) => kind === 0).map((shift) =>
      seekShift(workloads, change, shift, shows),
    ),
  ];
  const open = withFact(complete, fact, one | other);
  const found = spendOn(run, usualBudget, (budget) => searchQuests(workloads, quests, open, budget));
  if (found === false || found === null) return found;
  return { state: settleWorkload(workloads, withFact(found, fact, one)), broken: breakOf(found) ?? '' };
}

/** What a step can move: of rules those that turn in some workload, of needs those that read the fact. */
function reachOf(
  { width, readers }: WorkloadTable,
  model: Model,
  step: IsolationStep,
  run: Budget,
): ChangeReach {
  const { starts, stops } = gatherTurns(model, step, run);
  const reading = at(readers, step.fact);
  const mark = (rules: readonly number[]): Int32Array =>
    markBits(width, (bit) => (bit < model.rules.length ? rules.includes(bit) : hasBit(reading, bit)));
  return { starts: mark(starts), stops: mark(stops) };
}

/** What the law looks at in a workload. */
interface Placed {
  readonly headline: PlacedHeadline;
  /** The printed placements. */
  readonly forms: readonly number[];
  /** The best container among those that survive, printed or not. */
  readonly container: number | null;
}

function decideOn(kernel: Kernel, certain: Int32Array): Placed {
  const { headline, alive } = choosePoint(kernel, certain);
  const best = kernel.kinds.map((kind) => findBest(kernel, certain, alive & kind));
  const forms = kindsOf[headline].map((kind) => best[kind] ?? null).filter((form) => form !== null);
  return { headline, forms, container: best[1] ?? null };
}

/** How far a headline stands from containers; none stands nowhere. */
const ranks = { container: 0, either: 1, vm: 2, none: null } as const;

/** How a step weakens isolation; null where it does not. */
function breaksLaw(model: Model, before: Placed, after: Placed): string | null {
  const level = (form: number | null) => (form === null ? null : at(model.placements, form).level);
  const printed = ({ headline, forms }: Placed) =>
    findPlacedKind(headline) === null ? null : level(at(forms, 0));
  const falls = (one: number | null, other: number | null) => one !== null && other !== null && other < one;
  if (falls(ranks[before.headline], ranks[after.headline]))
    return `the headline moves from ${before.headline} to ${after.headline}`;
  if (before.headline === 'none' && after.headline !== 'none') return 'what was impossible becomes possible';
  if (falls(printed(before), printed(after))) return 'the chosen placement is less isolated';
  if (falls(level(before.container), level(after.container))) return 'the best container is less isolated';
  if (before.container === null && after.container !== null) return 'a container comes back';
  return null;
}
