import { at } from '../../at.ts';
import { allOf, anyOf, negate, settleFact } from '../../decide/nodes.ts';
import type { Mask, Node, State } from '../../decide/model.ts';
import type { Answer } from '../../reason/engine/judge-dependence.ts';
import { listBoxes, openState } from './boxes.ts';
import { openSearch, searchDifference, tryQuiet, type DifferenceSearch } from './search-difference.ts';
import { listSlots } from './sides.ts';
import { liftValue, type WorkloadTable } from './workload-table.ts';

/** Sets of workloads that one question may judge; far above what the default rulebook takes. */
const usualBudget = 3_000;
/** How many of them its first round may judge. */
const firstRound = 30;
/** Boxes of which the quietest workload is tried before anything is searched. */
const quietBoxes = 50;

/**
 * Whether one value of a fact in place of another changes what is printed for some workload, whatever it leaves
 * open: its headline, strength, placement, actions or notes.
 * @returns false where it is proven that nothing changes, null where the proof was not finished
 */
export function judgeSwap(
  workloads: WorkloadTable,
  fact: number,
  [one, other]: readonly [Mask, Mask],
  budget = usualBudget,
): Answer {
  const change = {
    is: 'swap' as const,
    fact,
    one: liftValue(workloads.sets, fact, one),
    other: liftValue(workloads.sets, fact, other),
  };
  const open = openState(workloads.facts).map((mask, index) =>
    index === fact ? change.one | change.other : mask,
  );
  return judgeBoxes(openSearch(workloads, change, open, budget), () =>
    listApart(workloads, fact, change.one, change.other, open),
  );
}

/**
 * Whether some workload comes out differently without a rule.
 * @param rule position of the rule
 * @returns null where the proof was not finished
 */
export function judgeInfluence(workloads: WorkloadTable, rule: number, budget = usualBudget): Answer {
  const open = openState(workloads.facts);
  return judgeBoxes(openSearch(workloads, { is: 'rule', rule }, open, budget), () =>
    listBoxes(at(workloads.conditions, rule), open),
  );
}

/**
 * The quietest workloads are tried first: there a rule stands alone, and most differences show. Then the search
 * begins anew again and again, each time for longer and otherwise, with what was proven before.
 */
function judgeBoxes(search: DifferenceSearch, list: () => Generator<State>): Answer {
  let tries = quietBoxes;
  for (const box of list()) {
    if (tryQuiet(search, box)) return true;
    if (--tries === 0) break;
  }
  for (let round = firstRound; search.nodes > 0; round *= 2) {
    search.until = Math.max(0, search.nodes - round);
    const found = searchBoxes(search, list());
    if (found !== null) return found || search.workloads.whole ? found : null;
  }
  return null;
}

function searchBoxes(search: DifferenceSearch, boxes: Generator<State>): Answer {
  for (const box of boxes) {
    const found = searchDifference(search, box);
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
): Generator<State> {
  for (const slot of listSlots(at(readers, fact))) {
    const node = at(conditions, slot);
    const [first, second] = [settleFact(node, fact, one), settleFact(node, fact, other)];
    const differ: Node = anyOf([
      allOf([first, negate(second, facts)]),
      allOf([negate(first, facts), second]),
    ]);
    yield* listBoxes(differ, open);
  }
}
