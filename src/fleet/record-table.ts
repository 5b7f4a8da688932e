import { at } from '../at.ts';
import { compileKernel, type Kernel } from '../decide/kernel.ts';
import type { Mask, Model, ModelCondition, ModelRule } from '../decide/model.ts';
import { negate, toCondition } from '../decide/nodes.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';

// What records of vectors are made from: everything that is said of a state as bits of one table. Rules stand
// in the order in which reasons are told and actions in that of their ids, so that the bits of a list, read from
// the lowest, are the list.

/** A rulebook compiled to write records by. */
export interface RecordTable {
  readonly kernel: Kernel;
  /** The rules in the order of their bits: the strongest vote first. */
  readonly rules: readonly ModelRule[];
  readonly ids: readonly string[];
  /** By rule its position in the rulebook, and the position in `actionIds` of what it demands, or -1. */
  readonly positions: readonly number[];
  readonly demands: readonly number[];
  /** What is to be considered first, by rule; undefined for nothing. */
  readonly consider: readonly (string | undefined)[];
  /** First bits of: that rules are quiet, and that actions and moves hold. */
  readonly quietFrom: number;
  readonly actionsFrom: number;
  readonly actionIds: readonly string[];
  /** By action the placements it is for, whether it is always called for there, and whether it is a must by itself. */
  readonly actions: readonly { readonly for: Mask; readonly always: boolean; readonly must: boolean }[];
  /** What moving into each kind takes: bits for that an entry holds, and for that it does not. */
  readonly moves: readonly [vm: readonly MoveBits[], container: readonly MoveBits[]];
}

interface MoveBits {
  readonly takes: 'nothing' | 'repackage' | 'redesign';
  readonly holds: number;
  readonly fails: number;
}

/** Compiles a rulebook to write records by. */
export function compileRecordTable({ model, rulebook }: ReadyRulebook): RecordTable {
  const order = model.rules.map((_, rule) => rule);
  order.sort((a, b) => at(model.rules, b).tier - at(model.rules, a).tier || a - b);
  const rules = order.map((rule) => at(model.rules, rule));
  const actionOrder = model.actions.map((_, action) => action);
  actionOrder.sort((a, b) => (at(model.actions, a).id < at(model.actions, b).id ? -1 : 1));
  const sorted: Model = { ...model, rules };
  const more: (ModelCondition | null)[] = [];
  const first = Math.ceil((rules.length + model.placements.length) / 32) * 32;
  const add = (condition: ModelCondition | null): number => first + more.push(condition) - 1;
  const fill = (): number => {
    while (more.length % 32 !== 0) more.push(null);
    return first + more.length;
  };
  const not = ({ node }: ModelCondition) => toCondition(negate(node, model.facts));
  for (const { when } of rules) add(not(when));
  const actionsFrom = fill();
  for (const action of actionOrder) add(at(model.actions, action).when);
  const moves = model.moving.map((list) =>
    list.map(({ takes, when }): MoveBits => ({ takes, holds: add(when), fails: add(not(when)) })),
  );
  return {
    kernel: compileKernel(sorted, new Set(), more),
    rules,
    ids: rules.map(({ id }) => id),
    positions: order,
    demands: rules.map(({ must }) => (must === null ? -1 : actionOrder.indexOf(must))),
    consider: order.map((rule) => at(rulebook.rules, rule).consider),
    quietFrom: first,
    actionsFrom,
    actionIds: actionOrder.map((action) => at(model.actions, action).id),
    actions: actionOrder.map((action) => {
      const { for: fit, when, must } = at(model.actions, action);
      return { for: fit, always: when === null, must };
    }),
    moves: [at(moves, 0), at(moves, 1)],
  };
}
