import { at } from '../../at.ts';
import { joinBits, listBits } from '../../decide/bits.ts';
import { maskOfAll, maskOfKind, masksOfKinds } from '../../decide/kinds.ts';
import {
  joinSuits,
  type KindIndex,
  type Mask,
  type Model,
  type ModelRule,
  type Node,
} from '../../decide/model.ts';
import { allOf, negate, settleFact } from '../../decide/nodes.ts';
import { type Budget, openRunBudget } from '../../reason/engine/run-budget.ts';
import { judgeImplied, judgePossible } from './boxes.ts';
import { doesAsMuch } from './check-repeats.ts';
import { areLeastIsolated, highest, listLevels, lowest } from './levels.ts';

/** One step up of a fact that demands isolation. */
export interface IsolationStep {
  readonly fact: number;
  readonly from: Mask;
  readonly to: Mask;
}

/** The rules that a step can make fire or fall silent, and the needs it can meet or leave unmet. */
interface Moves {
  readonly fires: readonly ModelRule[];
  readonly stops: readonly ModelRule[];
  /** Placements that the step can take away, those that go together, and all that it can bring back. */
  readonly takings: readonly Mask[];
  readonly returned: Mask;
}

/**
 * Whether the form of the rules that a step moves is enough to prove that it weakens no isolation, in
 * any workload, complete or not. It is where
 * - nothing comes back, no VM goes, and of the containers only the least isolated go;
 * - no vote for a container is won, none for a VM lost, neither by a rule nor by what it goes by;
 * - of each kind only the most isolated forms gain from it, and only the least isolated lose;
 * - no VM is less isolated than a container, where the headline can move.
 */
export function isPlainlySafe(model: Model, step: IsolationStep, run: Budget = openRunBudget()): boolean {
  const { fires, stops, takings, returned } = listMoves(model, step, run);
  const taken = joinBits(takings);
  const [vms, containers] = masksOfKinds(model);
  if (returned !== 0 || (taken & vms) !== 0) return false;
  // One by one: a workload may lose some and keep others.
  if (!takings.every((gone) => areLeastIsolated(model, gone, containers))) return false;
  if (fires.some(({ favours }) => favours === 1) || stops.some(({ favours }) => favours === 0)) return false;
  if (model.rules.some((rule) => rule.favours === 0 && losesWay(model, rule, taken))) return false;
  const movesVotes = taken !== 0 || [...fires, ...stops].some(({ favours }) => favours !== null);
  if (movesVotes && lowest(model, vms) < highest(model, containers)) return false;
  return ([0, 1] as const).every(
    (kind) =>
      fires.every(({ suits }) => onlyAt(model, joinSuits(suits), kind, highest)) &&
      stops.every(({ suits }) => onlyAt(model, joinSuits(suits), kind, lowest)),
  );
}

/** The positions of the rules that a step can make fire in some workload, and of those that it can silence, but where others take over. */
export function gatherTurns(
  model: Model,
  step: IsolationStep,
  run: Budget,
): { readonly starts: readonly number[]; readonly stops: readonly number[] } {
  const reading = model.rules.filter(({ when }) => when.reads.includes(step.fact));
  const list = (turns: (rule: ModelRule) => boolean): number[] =>
    reading.filter(turns).map((rule) => model.rules.indexOf(rule));
  return {
    starts: list(({ when }) => canTurn(model, when.node, step, true, run)),
    stops: list(
      (rule) =>
        canTurn(model, rule.when.node, step, false, run) &&
        !reading.some((by) => takesOver(model, by, rule, step, run)),
    ),
  };
}

/** What a step can move, in some workload. */
function listMoves(model: Model, step: IsolationStep, run: Budget): Moves {
  const turns = gatherTurns(model, step, run);
  const needing = (turnsTrue: boolean): Mask =>
    model.placements.reduce((mask, { needs }, index) => {
      const moved =
        needs?.reads.includes(step.fact) === true && canTurn(model, needs.node, step, turnsTrue, run);
      return moved ? mask | (1 << index) : mask;
    }, 0);
  const rulesAt = (slots: readonly number[]): ModelRule[] => slots.map((slot) => at(model.rules, slot));
  const [fires, stops] = [rulesAt(turns.starts), rulesAt(turns.stops)];
  const removed = (rules: readonly ModelRule[]): Mask[] => rules.map(({ removes }) => removes);
  return {
    fires,
    stops,
    takings: [...removed(fires), ...listBits(needing(false))],
    returned: joinBits(removed(stops)) | needing(true),
  };
}

/** Whether a rule does as much after the step wherever another did before it. */
function takesOver(
  { facts }: Model,
  by: ModelRule,
  rule: ModelRule,
  { fact, from, to }: IsolationStep,
  run: Budget,
): boolean {
  const [before, after] = [settleFact(rule.when.node, fact, from), settleFact(by.when.node, fact, to)];
  return (
    by !== rule &&
    doesAsMuch({ ...by, must: rule.must }, rule) &&
    judgeImplied(facts, before, after, run) === true
  );
}

function canTurn(
  model: Model,
  node: Node,
  { fact, from, to }: IsolationStep,
  turnsTrue: boolean,
  run: Budget,
): boolean {
  const [before, after] = [settleFact(node, fact, from), settleFact(node, fact, to)];
  const [one, other] = turnsTrue ? [after, before] : [before, after];
  return judgePossible(model.facts, allOf([one, negate(other, model.facts)]), run) !== false;
}

function losesWay(model: Model, { byWayOf }: ModelRule, taken: Mask): boolean {
  return byWayOf !== maskOfAll(model) && (byWayOf & taken) !== 0;
}

function onlyAt(model: Model, suits: Mask, kind: KindIndex, end: typeof highest): boolean {
  const own = maskOfKind(model, kind);
  const level = end(model, own);
  return listLevels(model, suits & own).every((each) => each === level);
}
