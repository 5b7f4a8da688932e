import { at } from '../../at.ts';
import { lowestBit, splitMask } from '../../decide/bits.ts';
import { judgeNode, truth } from '../../decide/judge-condition.ts';
import type { Mask, Model, ModelFact, Node, State } from '../../decide/model.ts';
import { allOf, listMasks, negate } from '../../decide/nodes.ts';
import type { Budget } from '../../reason/engine/run-budget.ts';

/**
 * The states in which a condition is true, as boxes: every completion of a box makes it true, and
 * every completion that makes it true lies in a box. Exact, also where a fact stands at several places.
 * @param state where to look
 */
export function* listBoxes(node: Node, state: State): Generator<State> {
  for (const box of solve([node], state, { left: Infinity })) if (box !== null) yield box;
}

/** One state all of whose completions make a condition true; null where none does. */
export function findBox(node: Node, state: State): State | null {
  for (const box of listBoxes(node, state)) return box;
  return null;
}

/** The same where it may take long: false where none does, null where the budget ended before that was known. */
export function searchForBox(node: Node, state: State, budget: Budget): State | false | null {
  for (const box of solve([node], state, budget)) return box;
  return false;
}

/** The part of a state that all that plainly follows from some conditions leaves; null where they contradict each other. */
export function narrowState(nodes: readonly Node[], state: State): State | null {
  return narrow(nodes, state)?.state ?? null;
}

/** Everything possible: the state in which nobody said anything and nothing is presumed. */
export function openState(facts: readonly ModelFact[]): State {
  return facts.map(({ all }) => all);
}

/** Whether a condition holds wherever another does. Exact. */
export function implies(facts: readonly ModelFact[], one: Node, other: Node): boolean {
  return findBox(allOf([one, negate(other, facts)]), openState(facts)) === null;
}

/** Narrows by all that is plain, then tries the alternatives of the choice with the fewest; null where the budget ends. */
function* solve(pending: readonly Node[], from: State, budget: Budget): Generator<State | null> {
  if (budget.left-- <= 0) {
    yield null;
    return;
  }
  const narrowed = narrow(pending, from);
  if (narrowed === null) return;
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
