import { listBits } from '../../../../src/decide/bits.ts';
import { chooseForm } from '../../../../src/decide/choose-form.ts';
import { decide, type Decision } from '../../../../src/decide/decide.ts';
import { judgeCondition, truth } from '../../../../src/decide/judge-condition.ts';
import { listActions } from '../../../../src/decide/list-actions.ts';
import type { Mask, Model, ModelRule, State } from '../../../../src/decide/model.ts';
import { listStates, replace } from '../../reason/brute-force.ts';
import { joinSuits, suitsNothing } from '../../../../src/decide/model.ts';

// Says by looking at every workload what lint says by proof. It shares no code with it.

/** Every workload of which everything is said. */
export function listComplete(model: Model): Mask[][] {
  return listStates(model.facts.map(({ all }) => all));
}

/** Every workload: each fact one of some values, or unknown. */
export function listPartial(model: Model): Mask[][] {
  return model.facts.reduce<Mask[][]>(
    (states, { all }) =>
      states.flatMap((state) => Array.from({ length: all }, (_, index) => [...state, index + 1])),
    [[]],
  );
}

const seen = new WeakMap<Model, Map<string, Decision>>();

/** What is decided for a workload; each is decided once. */
export function decideOnce(model: Model, state: State): Decision {
  const known = seen.get(model) ?? new Map<string, Decision>();
  seen.set(model, known);
  const key = state.join();
  const decision = known.get(key) ?? decide(model, state);
  known.set(key, decision);
  return decision;
}

/** What is printed for a workload. */
export function print(model: Model, state: State): string {
  const decision = decideOnce(model, state);
  const actions = listActions(model, state, decision).map(
    ({ action, must }) => `${action}${must ? '!' : ''}`,
  );
  const notes = model.rules.filter((rule) => rule.notes && holds(rule, state)).map(({ id }) => id);
  return `${decision.headline} ${decision.strength ?? ''} ${decision.forms.join()} ${actions.join()} ${notes.join()}`;
}

const holds = (rule: ModelRule, state: State) => judgeCondition(rule.when, state) === truth.true;

/** Whether no workload comes out differently without a rule. */
export function isIdle(model: Model, states: readonly State[], index: number): boolean {
  const inert = { removes: 0, favours: null, suits: suitsNothing, must: null, notes: false };
  const without: Model = {
    ...model,
    rules: model.rules.map((rule, position) => (position === index ? { ...rule, ...inert } : rule)),
  };
  const rule = model.rules[index];
  return states.every(
    (state) => rule === undefined || !holds(rule, state) || print(model, state) === print(without, state),
  );
}

/** Whether two values of a fact can stand for each other in every workload. */
export function areAlike(
  model: Model,
  states: readonly State[],
  fact: number,
  one: Mask,
  other: Mask,
): boolean {
  return states
    .filter((state) => state[fact] === one)
    .every((state) => print(model, state) === print(model, replace(state, fact, other)));
}

/** Whether a rule's vote, or what it suits, never has a placement to go by. */
export function hasNoWay(model: Model, states: readonly State[], rule: ModelRule): boolean {
  const ways = [rule.favours === null ? 0 : rule.byWayOf, joinSuits(rule.suits)];
  const alive = states
    .filter((state) => holds(rule, state))
    .map((state) => decideOnce(model, state).survivors.alive);
  return ways.some((by) => by !== 0 && alive.length > 0 && alive.every((left) => (left & by) === 0));
}

/** Whether one value of a fact, and nothing else, makes two votes for a kind in two concerns. */
export function shareCause(
  model: Model,
  states: readonly State[],
  one: ModelRule,
  other: ModelRule,
): boolean {
  if (one.favours === null || one.favours !== other.favours || one.concern === other.concern) return false;
  return model.facts.some(({ all, presumed }, fact) =>
    states.some((state) => {
      const fire = (value: Mask) => {
        const here = replace(state, fact, value);
        return `${holds(one, here)} ${holds(other, here)}`;
      };
      if (state[fact] === presumed || fire(state[fact] ?? 0) !== 'true true') return false;
      const others = listBits(all).filter((value) => value !== state[fact]);
      const answers = others.map((value) =>
        value === presumed && fire(value) === 'true true' ? '' : fire(value),
      );
      return (
        answers.includes('false false') &&
        answers.every((answer) => answer === 'false false' || answer === 'true true')
      );
    }),
  );
}

/** Whether a vote counts in some state whose form of that kind is none that it goes by. */
export function isTrueElsewhere(model: Model, states: readonly State[], rule: ModelRule): boolean {
  const { favours, byWayOf } = rule;
  if (favours === null) return false;
  return states
    .filter((state) => holds(rule, state))
    .some((state) => {
      const { judgement, survivors } = decideOnce(model, state);
      const kind = model.placements.reduce(
        (mask, placement, index) => (placement.kind === favours ? mask | (1 << index) : mask),
        0,
      );
      const form = chooseForm(model, judgement, survivors.alive & kind);
      return (byWayOf & survivors.alive) !== 0 && form !== null && (byWayOf & (1 << form)) === 0;
    });
}

/** Whether two rules hold for the same workloads. */
export function sameCondition(states: readonly State[], one: ModelRule, other: ModelRule): boolean {
  return states.every((state) => holds(one, state) === holds(other, state));
}

const doesAsMuch = (by: ModelRule, tier: number, rule: ModelRule) =>
  by.concern === rule.concern &&
  by.favours === rule.favours &&
  by.tier >= tier &&
  (rule.byWayOf & ~by.byWayOf) === 0;

/** Whether two rules are halves by a fact: one fires for each of its values, none while it is unknown. */
export function areHalves(model: Model, states: readonly State[], one: ModelRule, other: ModelRule): boolean {
  if (one.concern !== other.concern) return false;
  const votes = one.favours !== null && one.favours === other.favours && one.byWayOf === other.byWayOf;
  const removes = !votes && one.removes !== 0 && one.removes === other.removes;
  const suits =
    !votes && !removes && joinSuits(one.suits) !== 0 && joinSuits(one.suits) === joinSuits(other.suits);
  const musts = !votes && !removes && !suits && one.must !== null && one.must === other.must;
  if (!votes && !removes && !suits && !musts) return false;
  const isBase = (by: ModelRule): boolean => {
    if (by === one || by === other) return false;
    if (votes) return doesAsMuch(by, Math.min(one.tier, other.tier), one);
    if (removes) return (one.removes & ~by.removes) === 0;
    return musts && by.must === one.must;
  };
  return model.facts.some((fact, index) =>
    states.some((state) => {
      const open = replace(state, index, fact.all);
      const sides = listBits(fact.all).every((value) => {
        const settled = replace(state, index, value);
        return holds(one, settled) || holds(other, settled);
      });
      const silent = ![one, other, ...model.rules.filter(isBase)].some((rule) => holds(rule, open));
      return sides && silent && one.when.reads.includes(index) && other.when.reads.includes(index);
    }),
  );
}

/** Whether a condition is judged so by some presumptions, and not without them, whatever else is said. */
export function leans(
  condition: ModelRule['when'],
  states: readonly State[],
  wanted: 0 | 2,
  presumed: ReadonlyMap<number, Mask>,
  model: Model,
): boolean {
  const facts = [...presumed.keys()];
  return states.some((state) => {
    for (let set = 1; set < 2 ** facts.length; set++) {
      const silent = facts.filter((_, index) => (set & (1 << index)) !== 0);
      const held = state.map((mask, fact) => (silent.includes(fact) ? (presumed.get(fact) ?? 0) : mask));
      const free = state.map((mask, fact) => (silent.includes(fact) ? (model.facts[fact]?.all ?? 0) : mask));
      if (judgeCondition(condition, held) === wanted && judgeCondition(condition, free) !== wanted)
        return true;
    }
    return false;
  });
}

const ranks: Readonly<Record<string, number>> = { container: 0, either: 1, vm: 2 };

/** Whether a step up in a fact weakens isolation in some of these workloads. */
export function weakens(model: Model, states: readonly State[], fact: number, from: Mask, to: Mask): boolean {
  const level = (form: number | undefined) =>
    form === undefined ? undefined : model.placements[form]?.level;
  const look = (state: State) => {
    const decision = decideOnce(model, state);
    const printed = ['vm', 'container'].includes(decision.headline) ? level(decision.forms[0]) : undefined;
    return { decision, printed, container: level(bestContainer(model, decision)) };
  };
  return states.some((state) => {
    if (state[fact] !== from) return false;
    const [before, after] = [look(state), look(replace(state, fact, to))];
    const [was, is] = [before.decision.headline, after.decision.headline];
    return (
      (was === 'none' && is !== 'none') ||
      (ranks[is] ?? 9) < (ranks[was] ?? -1) ||
      (after.printed ?? 9) < (before.printed ?? -1) ||
      (after.container ?? 9) < (before.container ?? -1) ||
      (before.container === undefined && after.container !== undefined)
    );
  });
}

/** Counted anew: the surviving container with most strong, then moderate, then slight votes. */
function bestContainer(model: Model, { judgement, survivors }: Decision): number | undefined {
  const score = (placement: number) =>
    model.rules.reduce(
      (sum, rule, index) =>
        judgement.rules[index] === truth.true
          ? sum + ([10_000, 100, 1][rule.suits.findIndex((suited) => (suited & (1 << placement)) !== 0)] ?? 0)
          : sum,
      0,
    );
  return model.placements
    .map((_, index) => index)
    .filter((index) => model.placements[index]?.kind === 1 && (survivors.alive & (1 << index)) !== 0)
    .sort((a, b) => score(b) - score(a) || a - b)[0];
}

/** Whether a step that only forces towards a VM leads from a VM to a container. */
export function breaksForcing(model: Model, states: readonly State[]): boolean {
  const views = states.map((state) => ({ state, decision: decideOnce(model, state) }));
  const of = (kind: number) => (mask: Mask) =>
    model.placements.some((each, index) => each.kind === kind && (mask & (1 << index)) !== 0);
  const [vms, containers] = [of(0), of(1)];
  const towards = ({ favours, removes }: ModelRule) => favours === 0 || containers(removes);
  const away = ({ favours, removes }: ModelRule) => favours === 1 || vms(removes);
  const met = ({ judgement }: Decision, index: number) => judgement.needs[index] !== truth.false;
  return views.some((before) =>
    views.some((after) => {
      if (before.decision.headline !== 'vm' || after.decision.headline !== 'container') return false;
      const kept = model.placements.every(({ kind }, index) =>
        kind === 0
          ? !met(before.decision, index) || met(after.decision, index)
          : met(before.decision, index) || !met(after.decision, index),
      );
      const started = model.rules.filter((rule) => !holds(rule, before.state) && holds(rule, after.state));
      const stopped = model.rules.filter((rule) => holds(rule, before.state) && !holds(rule, after.state));
      return (
        kept &&
        started.length > 0 &&
        started.every((rule) => towards(rule) && !away(rule)) &&
        !stopped.some(towards)
      );
    }),
  );
}
