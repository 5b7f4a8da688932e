import { evaluateCondition, truth, type Truth } from '../decide/evaluate-condition.ts';
import type { Mask, Model, ModelCondition, Node, State } from '../decide/model.ts';

/** A model with what the reasoning looks up again and again. */
export interface Terrain {
  readonly model: Model;
  /** Conditions to be judged: first all rules, then what every placement needs, then the must-actions. */
  readonly conditions: readonly (ModelCondition | null)[];
  /** For every fact the positions of the conditions that read it. */
  readonly readers: readonly (readonly number[])[];
  /** For every fact and condition that reads it: the masks its value is tested against. */
  readonly tests: readonly ReadonlyMap<number, readonly Mask[]>[];
  /** Position of the first placement's needs among the conditions. */
  readonly needsFrom: number;
  /** Position of the first action among the conditions. */
  readonly actionsFrom: number;
  /** Positions of the actions that are musts by themselves. */
  readonly mustActions: readonly number[];
  readonly waived: ReadonlySet<number>;
}

/** A state with all conditions judged in it. */
export interface JudgedState {
  readonly state: State;
  readonly truths: readonly Truth[];
}

/**
 * Prepares a model for reasoning.
 * @param waived positions of rules that count as absent
 */
export function prepareTerrain(model: Model, waived: ReadonlySet<number> = new Set()): Terrain {
  const mustActions = model.actions.flatMap((action, index) =>
    action.must && action.for !== 0 ? [index] : [],
  );
  const conditions = [
    ...model.rules.map((rule) => rule.when),
    ...model.placements.map((placement) => placement.needs),
    ...mustActions.map((index) => model.actions[index]?.when ?? null),
  ];
  const readers = model.facts.map((_, fact) =>
    conditions.flatMap((condition, index) =>
      condition?.reads.includes(fact) && !(index < model.rules.length && waived.has(index)) ? [index] : [],
    ),
  );
  const tests = readers.map(
    (list, fact) => new Map(list.map((index) => [index, listMasks(conditions[index]?.node, fact)])),
  );
  const needsFrom = model.rules.length;
  return {
    model,
    conditions,
    readers,
    tests,
    needsFrom,
    actionsFrom: needsFrom + model.placements.length,
    mustActions,
    waived,
  };
}

/** Judges every condition in a state. */
export function judgeState(terrain: Terrain, state: State): JudgedState {
  const truths = terrain.conditions.map((condition, index): Truth => {
    if (index < terrain.needsFrom && terrain.waived.has(index)) return truth.false;
    return condition === null ? truth.true : evaluateCondition(condition, state);
  });
  return { state, truths };
}

/**
 * Narrows one fact. What was true or false stays so; only open conditions that read it are judged
 * again.
 * @param mask a part of its possible values
 */
export function narrowFact(terrain: Terrain, from: JudgedState, fact: number, mask: Mask): JudgedState {
  const state = [...from.state];
  state[fact] = mask;
  const truths = [...from.truths];
  for (const index of terrain.readers[fact] ?? []) {
    const condition = terrain.conditions[index];
    if (truths[index] === truth.unknown && condition) truths[index] = evaluateCondition(condition, state);
  }
  return { state, truths };
}

/**
 * Gives one fact another value than it has, so that everything that reads it is judged anew.
 * @param mask its new possible values
 */
export function replaceFact(terrain: Terrain, from: JudgedState, fact: number, mask: Mask): JudgedState {
  const state = [...from.state];
  state[fact] = mask;
  const truths = [...from.truths];
  for (const index of terrain.readers[fact] ?? []) {
    const condition = terrain.conditions[index];
    if (condition) truths[index] = evaluateCondition(condition, state);
  }
  return { state, truths };
}

/**
 * Parts a fact's possible values into classes that some conditions cannot tell apart.
 * @param among positions of the conditions that matter
 * @returns one mask a class
 */
export function partValues(terrain: Terrain, fact: number, possible: Mask, among: readonly number[]): Mask[] {
  const tests = terrain.tests[fact];
  const masks = [...new Set(among.flatMap((index) => tests?.get(index) ?? []))];
  const classes = new Map<number | string, Mask>();
  for (let rest = possible; rest !== 0; rest &= rest - 1) {
    const value = rest & -rest;
    let sign: number | string = 0;
    if (masks.length <= 30) for (const mask of masks) sign = (sign << 1) | ((mask & value) === 0 ? 0 : 1);
    else sign = masks.map((mask) => ((mask & value) === 0 ? '0' : '1')).join('');
    classes.set(sign, (classes.get(sign) ?? 0) | value);
  }
  return [...classes.values()];
}

function listMasks(node: Node | undefined, fact: number): Mask[] {
  if (node === undefined) return [];
  if (node.is === 'test') return node.fact === fact ? [node.mask] : [];
  return node.of.flatMap((part) => listMasks(part, fact));
}
