import { countBits } from '../../decide/bits.ts';
import { at } from '../../at.ts';
import { decideJudged } from '../../decide/decide.ts';
import { judgeAgain, judgeRules } from '../../decide/judge-rules.ts';
import type { Mask, Model, Node, State } from '../../decide/model.ts';
import { allOf, anyOf, negate, settleFact, toCondition } from '../../decide/nodes.ts';
import { decideOutcome, isSameOutcome } from '../../decide/outcome.ts';
import { boundVerdicts } from '../../reason/engine/bound-headlines.ts';
import { type Answer, judgeDependence } from '../../reason/engine/judge-dependence.ts';
import { judgeRelevance } from '../../reason/judge-relevance.ts';
import { judgeState, type JudgedState, withFact } from '../../reason/engine/judged-state.ts';
import { prepareModel, type Prepared } from '../../reason/engine/prepared.ts';
import { listBoxes, openState } from './boxes.ts';
import { drawCompletion, seedChance } from './draw.ts';
import { liftModel } from './lift-model.ts';

/** How much work a check may do before it says that it has not finished. */
export interface Effort {
  /** Workloads drawn to find a difference quickly. */
  readonly draws: number;
  /** Boxes looked at exactly. */
  readonly boxes: number;
  /** Nodes of one exact search. */
  readonly nodes: number;
}

/** Far above what the default rulebook takes. */
export const usualEffort: Effort = { draws: 3000, boxes: 300, nodes: 3000 };

/** Two values of a fact, one in place of the other. */
export interface Swap {
  readonly fact: number;
  readonly one: Mask;
  readonly other: Mask;
}

/**
 * Whether one value of a fact in place of another changes what is printed for some workload: its
 * headline, strength, placement, actions or notes. First all complete workloads are looked at; then all that
 * leave something open.
 * @returns false where it is proven that nothing changes, null where the proof was not finished
 */
export function judgeDifference(model: Model, swap: Swap, effort = usualEffort): Answer {
  const complete = judgeComplete(model, swap, effort);
  if (complete !== false) return complete;
  const lifted = liftModel(model, swap.fact);
  return lifted === null ? null : judgeComplete(lifted.model, swap, effort);
}

/** Some workloads are drawn, which shows most differences soon; then all are searched, and where that does not end, more drawn. */
function judgeComplete(model: Model, swap: Swap, effort: Effort): Answer {
  const starts = collect(listApart(model, swap), effort.boxes);
  if (starts.list.length === 0) return false;
  if (drawDifference(model, swap, starts.list, effort.draws / 8)) return true;
  const searched = searchDifference(model, swap, starts, effort);
  return searched === null && drawDifference(model, swap, starts.list, effort.draws) ? true : searched;
}

/**
 * Whether some workload comes out differently without a rule.
 * @param rule position of the rule
 * @returns null where the proof was not finished
 */
export function judgeInfluence(model: Model, rule: number, effort = usualEffort): Answer {
  const fact = model.facts.length;
  const whether = {
    id: 'with the rule',
    choices: ['no', 'yes'],
    cuts: [],
    all: 3,
    presumed: null,
    anyOf: null,
    askedIf: null,
  };
  const rules = model.rules.map((each, index) =>
    index === rule
      ? { ...each, when: toCondition(allOf([each.when.node, { is: 'test', fact, mask: 2 }])) }
      : each,
  );
  const doubled: Model = { ...model, facts: [...model.facts, whether], rules };
  return judgeDifference(doubled, { fact, one: 1, other: 2 }, effort);
}

/** Boxes in which some condition tells the two values apart. */
function* listApart(model: Model, { fact, one, other }: Swap): Generator<State> {
  for (const node of listReaders(model, fact)) {
    const [first, second] = [settleFact(node, fact, one), settleFact(node, fact, other)];
    const apart = anyOf([
      allOf([first, negate(second, model.facts)]),
      allOf([negate(first, model.facts), second]),
    ]);
    for (const box of listBoxes(apart, openState(model.facts)))
      yield box.map((mask, index) => (index === fact ? one | other : mask));
  }
}

function listReaders({ rules, placements, actions }: Model, fact: number): Node[] {
  return [
    ...rules.map(({ when }) => when),
    ...placements.map(({ needs }) => needs),
    ...actions.map(({ when }) => when),
  ]
    .filter((condition) => condition?.reads.includes(fact) === true)
    .flatMap((condition) => (condition === null ? [] : [condition.node]));
}

/** Boxes, and whether there are no others. */
interface Boxes {
  readonly list: readonly State[];
  readonly all: boolean;
}

function collect(boxes: Generator<State>, most: number): Boxes {
  const list: State[] = [];
  for (const box of boxes) {
    if (list.length >= most) return { list, all: false };
    list.push(box);
  }
  return { list, all: true };
}

/** Every box gets its turn, quiet workloads first, so that most differences show in the first few draws. */
function drawDifference(model: Model, swap: Swap, starts: readonly State[], draws: number): boolean {
  const chance = seedChance(20261123);
  const louds = [0, 0.1, 0.25, 0.5];
  const most = Math.min(draws, countCompletions(starts));
  for (let draw = 0; draw < most; draw++) {
    const start = at(starts, draw % starts.length);
    const loud = at(louds, Math.floor(draw / starts.length) % louds.length);
    const state = drawCompletion(model.facts, start, loud, chance);
    const one = withFact(state, swap.fact, swap.one);
    const other = withFact(state, swap.fact, swap.other);
    const judged = judgeRules(model, one);
    const again = judgeAgain(model, other, swap.fact, judged);
    const before = decideOutcome(model, one, decideJudged(model, judged));
    if (!isSameOutcome(before, decideOutcome(model, other, decideJudged(model, again)))) return true;
  }
  return false;
}

/** So small a box is searched sooner than drawn from. */
function countCompletions(boxes: readonly State[]): number {
  return boxes.reduce((sum, box) => sum + box.reduce((product, mask) => product * countBits(mask), 1), 0);
}

/** Searches all complete workloads of the boxes; a note that depends on the fact is a difference by itself. */
function searchDifference(model: Model, swap: Swap, { list, all }: Boxes, effort: Effort): Answer {
  if (model.rules.some((rule) => rule.notes && tellsApart(model, rule.when.node, swap))) return true;
  const prepared = prepareModel(model);
  const every = prepareModel({ ...model, actions: model.actions.map((each) => ({ ...each, must: true })) });
  let answer: Answer = all ? false : null;
  for (const state of list) {
    const found = searchBox(prepared, every, judgeState(prepared, state), swap.fact, effort.nodes);
    if (found === true) return true;
    if (found === null) answer = null;
  }
  return answer;
}

function searchBox(
  prepared: Prepared,
  every: Prepared,
  judged: JudgedState,
  fact: number,
  nodes: number,
): Answer {
  const questions = [
    () => judgeDependence(prepared, judged, fact, boundVerdicts, null, nodes),
    () => judgeRelevance(every, judged, fact, nodes),
    () => judgeRelevance(prepared, judged, fact, nodes),
  ];
  for (const ask of questions) {
    const answer = ask();
    if (answer !== false) return answer;
  }
  return false;
}

function tellsApart(model: Model, node: Node, { fact, one, other }: Swap): boolean {
  const [first, second] = [settleFact(node, fact, one), settleFact(node, fact, other)];
  const apart = (a: Node, b: Node) => allOf([a, negate(b, model.facts)]);
  return [apart(first, second), apart(second, first)].some(
    (each) => !listBoxes(each, openState(model.facts)).next().done,
  );
}
