import { at } from '../../at.ts';
import { allOf, anyOf, negate, settleFact } from '../../decide/nodes.ts';
import type { Mask, Node, State } from '../../decide/model.ts';
import type { Answer } from '../../reason/engine/judge-dependence.ts';
import { listBoxes, mostSteps, openState } from './boxes.ts';
import { listLifts } from './aim.ts';
import { listShifts } from './list-shifts.ts';
import { searchQuests } from './search-aims.ts';
import { seekAim } from './seek-aim.ts';
import { seekShift } from './seek-shift.ts';
import { seekDifference } from './seek-difference.ts';
import {
  openSearch,
  type Quest,
  searchBox,
  tryDrawn,
  tryQuiet,
  type WorkloadSearch,
} from './search-workloads.ts';
import type { Budget } from '../../reason/engine/run-budget.ts';
import { type Change, listSlots, swapValues } from './sides.ts';
import { liftValue, type WorkloadTable } from './workload-table.ts';

/** Sets of workloads that one question may judge; far above what the default rulebook takes. */
export const usualBudget = 3_000;
/** How many of them its first round may judge. */
const firstRound = 30;
/** Boxes, one after the other; null where the budget ended before there were no more. */
type Boxes = Generator<State | null>;
/** Boxes of which the quietest workload is tried, and workloads that are drawn of them, before anything is searched. */
const firstBoxes = 50;
const firstDraws = 400;

/**
 * Whether one value of a fact in place of another changes what is printed for some workload, whatever it leaves
 * open: its headline, strength, placement, actions or notes.
 * @param budget the sets of workloads that may be judged
 * @param steps those of listing where to look
 * @returns false where it is proven that nothing changes, null where the proof was not finished
 */
export function judgeSwap(
  workloads: WorkloadTable,
  fact: number,
  [one, other]: readonly [Mask, Mask],
  budget: Budget = { left: usualBudget },
  steps: Budget = { left: mostSteps },
): Answer {
  const [before, after] = [liftValue(workloads.sets, fact, one), liftValue(workloads.sets, fact, other)];
  const change = swapValues(workloads, fact, before, after);
  const open = openState(workloads.facts).map((mask, index) =>
    index === fact ? change.one | change.other : mask,
  );
  const list = (): Boxes => listApart(workloads, fact, before, after, open, steps);
  const reach = { starts: change.starting, stops: change.stopping };
  return judgeChange(workloads, change, open, { list, steps }, budget, (shows) =>
    listShifts(
      workloads,
      reach,
      () => true,
      () => true,
    ).map((shift) => seekShift(workloads, change, shift, shows)),
  );
}

/**
 * Whether some workload comes out differently without a rule.
 * @param rule position of the rule
 * @returns null where the proof was not finished
 */
export function judgeInfluence(
  workloads: WorkloadTable,
  rule: number,
  budget: Budget = { left: usualBudget },
  steps: Budget = { left: mostSteps },
): Answer {
  const open = openState(workloads.facts);
  const change = { is: 'rule' as const, rule };
  const list = (): Boxes => listBoxes(at(workloads.conditions, rule), open, steps);
  return judgeChange(workloads, change, open, { list, steps }, budget, (shows) =>
    listLifts(workloads, rule).map((aim) => seekAim(workloads, aim, shows)),
  );
}

/**
 * Whether a change makes a difference to some workload. The quietest ones are tried first: there a rule stands alone,
 * and most differences show. A short search settles most of the rest, and some drawn workloads most of what it does
 * not. Then it is looked for where another form is printed, way by way, and last for any other difference.
 * @param boxes what lists those in which it can make one, and the steps that it may take
 * @param listFormQuests all ways in which another form of a kind is printed
 */
function judgeChange(
  workloads: WorkloadTable,
  change: Change,
  open: State,
  { list, steps }: { readonly list: () => Boxes; readonly steps: Budget },
  budget: Budget,
  listFormQuests: (shows: Quest['shows']) => Quest[],
): Answer {
  const quest = seekDifference(workloads, change);
  const search = openSearch(workloads, quest, open, budget);
  const begun = beginBoxes(search, list);
  if (begun !== null) return settle(workloads, begun);
  const form = searchQuests(workloads, listFormQuests(quest.shows), open, budget);
  if (form !== false) return form === null ? null : true;
  const rest = { ...search, quest: seekDifference(workloads, change, false) };
  return settle(workloads, judgeRounds(rest, list, steps));
}

/** That complete workloads show nothing proves nothing of all. */
function settle({ whole }: WorkloadTable, answer: Answer): Answer {
  return answer === false && !whole ? null : answer;
}

/** Searches again and again, each time for longer and otherwise, with what was proven before. */
function judgeRounds(search: WorkloadSearch, list: () => Boxes, steps: Budget): Answer {
  for (let round = 2 * firstRound; search.budget.left > 0 && steps.left > 0; round *= 2) {
    const found = searchRound(search, list, round);
    if (found !== null) return found;
  }
  return null;
}

/** The first steps: they settle nearly everything. */
function beginBoxes(search: WorkloadSearch, list: () => Boxes): Answer {
  const first = takeSome(list(), firstBoxes);
  if (first.some((box) => tryQuiet(search, box))) return true;
  const found = searchRound(search, list, firstRound);
  return found === null && drawAmong(search, first) ? true : found;
}

/** Searches for as long as a round may take. */
function searchRound(search: WorkloadSearch, list: () => Boxes, round: number): Answer {
  search.until = Math.max(0, search.budget.left - round);
  return searchBoxes(search, list());
}

function takeSome(boxes: Boxes, most: number): State[] {
  const some: State[] = [];
  for (const box of boxes) {
    if (box === null) break;
    some.push(box);
    if (some.length === most) break;
  }
  return some;
}

function drawAmong(search: WorkloadSearch, boxes: readonly State[]): boolean {
  for (let draw = 0; draw < firstDraws; draw++) {
    const box = boxes[draw % boxes.length];
    if (box !== undefined && tryDrawn(search, box, 1)) return true;
  }
  return false;
}

function searchBoxes(search: WorkloadSearch, boxes: Boxes): Answer {
  for (const box of boxes) {
    const found = box === null ? null : searchBox(search, box);
    if (found !== false) return found;
  }
  return false;
}

/** Boxes in which some condition tells the two values apart. */
function* listApart(
  { conditions, readers, facts }: WorkloadTable,
  fact: number,
  one: Mask,
  other: Mask,
  open: State,
  steps: Budget,
): Boxes {
  for (const slot of listSlots(at(readers, fact))) {
    const node = at(conditions, slot);
    const [first, second] = [settleFact(node, fact, one), settleFact(node, fact, other)];
    const differ: Node = anyOf([
      allOf([first, negate(second, facts)]),
      allOf([negate(first, facts), second]),
    ]);
    yield* listBoxes(differ, open, steps);
  }
}
