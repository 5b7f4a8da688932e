import { listBits } from '../../../src/decide/bits.ts';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import { buildState, maskOfValues } from '../../../src/decide/build-state.ts';
import { decide } from '../../../src/decide/decide.ts';
import { truth } from '../../../src/decide/judge-condition.ts';
import { listActions } from '../../../src/decide/list-actions.ts';
import type { Mask, Model, ModelCondition, Node, State } from '../../../src/decide/model.ts';
import type { Random } from '../../support/random-values.ts';

/** What a reader of a report would notice, part by part. */
export interface Print {
  readonly headline: string;
  readonly strength: string;
  readonly placement: string;
  readonly actions: string;
  /** The rules that fired: reasons, and notes. */
  readonly reasons: string;
}

/** A part of a print. */
export type Part = keyof Print;

/** Every part, those that matter most first. */
export const parts: readonly Part[] = ['headline', 'strength', 'placement', 'actions', 'reasons'];

/** What is printed for a state. */
export function printState(model: Model, state: State): Print {
  const decision = decide(model, state);
  const actions = listActions(model, state, decision).map(
    ({ action, must }) => `${must ? '!' : ''}${action}`,
  );
  const fired = model.rules.flatMap((_, rule) =>
    decision.judgement.rules[rule] === truth.true ? [rule] : [],
  );
  return {
    headline: decision.headline,
    strength: decision.strength ?? '',
    placement: decision.forms.join(),
    actions: actions.join(),
    reasons: fired.join(),
  };
}

/** The part that matters most among those that differ between two states; undefined where none does. */
export function findDifference(model: Model, one: State, other: State): Part | undefined {
  const [a, b] = [printState(model, one), printState(model, other)];
  return parts.find((part) => a[part] !== b[part]);
}

/** A state with one fact said otherwise. */
export function withFact(state: State, fact: number, mask: Mask): State {
  return state.map((each, index) => (index === fact ? mask : each));
}

/** The state of a workload that says nothing. */
export const sayNothing = (model: Model): State => buildState(model, new Map()).state;

/** The state of a workload that says one thing. */
export function sayOne(model: Model, fact: string, value: string | number): State {
  return buildState(model, new Map([[fact, { values: [value] }]])).state;
}

/** Conditions that read a fact, wherever they stand. */
export function listConditionsOn(model: Model, fact: number): ModelCondition[] {
  return [
    ...model.rules.map(({ when }) => when),
    ...model.placements.map(({ needs }) => needs),
    ...model.actions.map(({ when }) => when),
  ].filter((condition): condition is ModelCondition => condition?.reads.includes(fact) ?? false);
}

/** A state in which a condition holds as far as one fact allows, everything else drawn around it. */
export function drawState(model: Model, condition: ModelCondition | undefined, random: Random): State {
  const state: Mask[] = model.facts.map((fact) => {
    const quiet = fact.presumed ?? fact.all;
    return random.chance(0.15) ? random.pick(listBits(fact.all)) : quiet;
  });
  if (condition !== undefined) settleFact(condition.node, state, random);
  return state;
}

/** Makes a node hold: all of its parts, or one drawn. */
function settleFact(node: Node, state: Mask[], random: Random): void {
  if (node.is === 'test') state[node.fact] = random.pick(listBits(node.mask));
  else if (node.is === 'all') node.of.forEach((part) => settleFact(part, state, random));
  else settleFact(random.pick(node.of), state, random);
}

/** The set of one value of a fact. */
export function maskOf({ model }: ReadyRulebook, fact: number, value: string | number): Mask {
  const compiled = model.facts[fact];
  if (compiled === undefined) throw new Error(`no fact at ${fact}`);
  return maskOfValues(compiled, [value]);
}
