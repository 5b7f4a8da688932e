import { at } from '../../at.ts';
import { lowestBit, splitMask } from '../../decide/bits.ts';
import { judgeNode, truth } from '../../decide/judge-condition.ts';
import type { Mask, Model, ModelFact, Node, State } from '../../decide/model.ts';
import { allOf, listMasks, negate } from '../../decide/nodes.ts';
import type { Answer } from '../../reason/engine/judge-dependence.ts';
import { type Budget, spendOn } from '../../reason/engine/run-budget.ts';

/** Steps of one search for a box, or for all of them. */
export const mostSteps = 5_000;

/**
 * The states in which a condition is true, as boxes: every completion of a box makes it true, and
 * every completion that makes it true lies in a box. Exact, also where a fact stands at several places.
 * @param state where to look
 * @returns ends with null where the budget ended before all were found
 */
export function* listBoxes(node: Node, state: State, budget: Budget): Generator<State | null> {
  for (const box of solve([node], state, budget)) {
    yield box;
    if (box === null) return;
  }
}

/**
 * One state all of whose completions make a condition true.
 * @param run what all searches of a run may take together
 * @returns false where none does, null where the budget ended before that was known
 */
export function searchForBox(node: Node, state: State, run: Budget): State | false | null {
  return spendOn(run, mostSteps, (budget) => {
    for (const box of solve([node], state, budget)) return box;
    return false;
  });
}

/** Whether some workload makes a condition true; null where the budget ended before that was known. */
export function judgePossible(facts: readonly ModelFact[], node: Node, run: Budget): Answer {
  const box = searchForBox(node, openState(facts), run);
  return box === null ? null : box !== false;
}

/** The part of a state that all that plainly follows from some conditions leaves; null where they contradict each other. */
export function narrowState(nodes: readonly Node[], state: State): State | null {
  return narrow(nodes, state)?.state ?? null;
}

/** Everything possible: the state in which nobody said anything and nothing is presumed. */
export function openState(facts: readonly ModelFact[]): State {
  return facts.map(({ all }) => all);
}

/** Whether a condition holds wherever another does; null where the budget ended before that was known. */
export function judgeImplied(facts: readonly ModelFact[], one: Node, other: Node, run: Budget): Answer {
  const apart = judgePossible(facts, allOf([one, negate(other, facts)]), run);
  return apart === null ? null : !apart;
}

/** Narrows by all that is plain, then tries the alternatives of the choice with the fewest; null where the budget ends. */
function* solve(pending: readonly Node[], from: State, budget: Budget): Generator<State | null> {
  if (budget.left-- <= 0) {
    yield null;
    return;
  }
  const narrowed = narrow(pending, from);
  if (narrowed === null) return;
  // A step through a large condition takes as long as several through small ones.
  budget.left -= narrowed.choices.length >> 3;
  const [choice, ...others] = narrowed.choices.sort((a, b) => a.of.length - b.of.length);
  if (choice === undefined) {
    yield narrowed.state;
    return;
  }
  for (const part of choice.of) yield* solve([part, ...others], narrowed.state, budget);
}

type Choice = Extract<Node, { is: 'all' | 'any' }>;

/** Applies tests until nothing changes; null where they contradict each other. */
function narrow(pending: readonly Node[], from: State): { state: State; choices: Choice[] } | null {
  const state = [...from];
  let choices: Choice[] = [];
  let rest = [...pending];
  for (;;) {
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      if (node.is === 'test') {
        const mask = at(state, node.fact) & node.mask;
        if (mask === 0) return null;
        state[node.fact] = mask;
      } else if (node.is === 'all') rest.push(...node.of);
      else choices.push(node);
    }
    const open = choices.map((choice) => ({ is: 'any' as const, of: listPossible(choice, state) }));
    if (open.some(({ of }) => of.length === 0)) return null;
    choices = open.filter(({ of }) => of.length > 1);
    rest = open.flatMap(({ of }) => (of.length === 1 ? of : []));
    choices = choices.filter(({ of }) => of.every((part) => judgeNode(part, state) !== truth.true));
    if (rest.length === 0) return { state, choices };
  }
}

function listPossible(choice: Choice, state: State): Node[] {
  return choice.of.filter((part) => judgeNode(part, state) !== truth.false);
}

/**
 * All complete workloads that rules and needs can tell apart, one of each sort.
 * @param most how many there may be
 * @returns null where there are more
 */
export function enumerateStates(model: Model, most: number): State[] | null {
  const conditions = [...model.rules.map(({ when }) => when), ...model.placements.map(({ needs }) => needs)];
  const values = model.facts.map(({ all }, fact) =>
    splitMask(
      all,
      conditions.flatMap((condition) => listMasks(condition?.node, fact)),
    ).map(lowestBit),
  );
  if (values.reduce((product, each) => product * each.length, 1) > most) return null;
  return values.reduce<Mask[][]>(
    (states, each) => states.flatMap((state) => each.map((value) => [...state, value])),
    [[]],
  );
}
