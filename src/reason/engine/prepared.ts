import { at } from '../../at.ts';
import { compileKernel, type Kernel } from '../../decide/kernel.ts';
import { masksOfKinds } from '../../decide/kinds.ts';
import {
  joinSuits,
  type KindIndex,
  type Mask,
  type Model,
  type ModelCondition,
  type Node,
  type Tier,
} from '../../decide/model.ts';
import { listMusts, type Must } from './musts.ts';
import type { Allowance } from './run-budget.ts';

/** A model prepared for reasoning: with what is looked up again and again. */
export interface Prepared {
  readonly model: Model;
  /**
   * Conditions that headline and placement hang on: first all rules, then what every placement
   * needs. Null for what needs nothing and for rules that are waived or have no bearing on either.
   */
  readonly conditions: readonly (ModelCondition | null)[];
  /** Position of the first placement's needs among the conditions. */
  readonly needsFrom: number;
  /** For every fact the positions of the conditions that read it. */
  readonly readers: readonly (readonly number[])[];
  /** For every fact and condition that reads it: the masks its value is tested against. */
  readonly tests: readonly ReadonlyMap<number, readonly Mask[]>[];
  readonly removers: readonly Remover[];
  readonly voters: readonly Voter[];
  /** For each kind the rules that suit some of its placements. */
  readonly suitors: readonly [vm: readonly Suitor[], container: readonly Suitor[]];
  /** The placements of each kind. */
  readonly kinds: readonly [vm: Mask, container: Mask];
  readonly musts: readonly Must[];
  readonly waived: ReadonlySet<number>;
  /** What headlines hang on, as bits. */
  readonly kernel: Kernel;
  /** For every fact, by what it can be, the classes of what else it could be: a memory of what was asked. */
  readonly changes: readonly Map<Mask, readonly Mask[]>[];
  /** What all searches may take together; null where each has only its own budget. */
  readonly allowance: Allowance | null;
}

/** A condition whose truth (`when`) removes placements: a rule, or needs that are not met. */
interface Remover {
  readonly condition: number;
  readonly when: 0 | 2;
  readonly removes: Mask;
}

/** A rule that favours a kind; `place` is that of its concern and kind in a table of votes. */
export interface Voter {
  readonly condition: number;
  readonly concern: number;
  readonly kind: KindIndex;
  readonly place: number;
  readonly tier: Tier;
  readonly byWayOf: Mask;
}

/** A rule that suits placements; `rank` is 0 for strong, 1 for moderate, 2 for slight. */
export interface Suitor {
  readonly condition: number;
  readonly rank: 0 | 1 | 2;
  readonly suits: Mask;
}

/**
 * Prepares a model for reasoning.
 * @param waived positions of rules that count as absent
 * @param known a kernel that is there already; taken where it is the model's, and nothing is waived
 */
export function prepareModel(
  model: Model,
  waived: ReadonlySet<number> = new Set(),
  known?: Kernel,
): Prepared {
  const conditions = [
    ...model.rules.map((rule, index) =>
      waived.has(index) || (rule.removes === 0 && rule.favours === null && joinSuits(rule.suits) === 0)
        ? null
        : rule.when,
    ),
    ...model.placements.map((placement) => placement.needs),
  ];
  const kinds = masksOfKinds(model);
  // What only a search asks for is made when one does: most single assessments need none.
  const made: {
    -readonly [Key in 'tests' | 'readers' | 'removers' | 'voters' | 'suitors' | 'musts']?: Prepared[Key];
  } = {};
  const openTests = () => (made.tests ??= listTests(model, conditions));
  return {
    model,
    conditions,
    needsFrom: model.rules.length,
    get readers() {
      return (made.readers ??= openTests().map((byCondition) => [...byCondition.keys()]));
    },
    get tests() {
      return openTests();
    },
    get removers() {
      return (made.removers ??= listRemovers(model, conditions));
    },
    get voters() {
      return (made.voters ??= listVoters(model, conditions));
    },
    get suitors() {
      return (made.suitors ??= [
        listSuitors(model, conditions, kinds, 0),
        listSuitors(model, conditions, kinds, 1),
      ]);
    },
    get musts() {
      return (made.musts ??= listMusts(model, waived));
    },
    kinds,
    waived,
    kernel: known?.model === model && waived.size === 0 ? known : compileKernel(model, waived),
    changes: model.facts.map(() => new Map()),
    allowance: null,
  };
}

/**
 * The facts that some condition reads together with a fact, some of them several times.
 * @param fact its position
 */
export function listNear({ readers, conditions }: Prepared, fact: number): number[] {
  return at(readers, fact).flatMap((index) => conditions[index]?.reads ?? []);
}

type Conditions = Prepared['conditions'];

/** In one walk over all conditions: at every start this is done, and before anything else. */
function listTests(model: Model, conditions: Conditions): Map<number, Mask[]>[] {
  const tests = model.facts.map(() => new Map<number, Mask[]>());
  const visit = (node: Node, index: number): void => {
    if (node.is !== 'test') {
      for (const part of node.of) visit(part, index);
      return;
    }
    const byCondition = tests[node.fact];
    const masks = byCondition?.get(index);
    if (masks === undefined) byCondition?.set(index, [node.mask]);
    else masks.push(node.mask);
  };
  for (const [index, condition] of conditions.entries()) if (condition !== null) visit(condition.node, index);
  return tests;
}

function listRemovers(model: Model, conditions: Conditions): Remover[] {
  const rules = model.rules.flatMap(({ removes }, condition): Remover[] =>
    conditions[condition] && removes !== 0 ? [{ condition, when: 2, removes }] : [],
  );
  const needs = model.placements.flatMap(({ needs }, index): Remover[] =>
    needs === null ? [] : [{ condition: model.rules.length + index, when: 0, removes: 1 << index }],
  );
  return [...rules, ...needs];
}

function listVoters(model: Model, conditions: Conditions): Voter[] {
  return model.rules.flatMap(({ favours, concern, tier, byWayOf }, condition): Voter[] =>
    conditions[condition] && favours !== null && tier > 0
      ? [{ condition, concern, kind: favours, place: concern * 2 + favours, tier, byWayOf }]
      : [],
  );
}

function listSuitors(
  model: Model,
  conditions: Conditions,
  kinds: Prepared['kinds'],
  kind: KindIndex,
): Suitor[] {
  return model.rules.flatMap(({ suits }, condition): Suitor[] =>
    conditions[condition]
      ? ([0, 1, 2] as const).flatMap((rank): Suitor[] =>
          (suits[rank] & kinds[kind]) === 0 ? [] : [{ condition, rank, suits: suits[rank] & kinds[kind] }],
        )
      : [],
  );
}
