import { at } from '../../at.ts';
import { lowestBit, splitMask } from '../../decide/bits.ts';
import type { Mask, Model, ModelCondition, ModelFact, Node } from '../../decide/model.ts';
import { allOf, anyOf, countTests, listMasks, negate, settleFact, toCondition } from '../../decide/nodes.ts';

/** Sets of more classes than this are not told apart one by one: 31 sets are all that a mask holds. */
const mostClasses = 5;
/** A condition that grows beyond this many tests is not lifted. */
const mostTests = 5_000;

/** A lifted model, and whether it covers every answer that leaves several values open. */
export interface Lifted {
  readonly model: Model;
  readonly whole: boolean;
}

/** A fact lifted: its values stand for these sets of values, in order; null where it stays as it is. */
type Sets = readonly Mask[] | null;

/**
 * Makes the model whose complete workloads are all workloads of another: each value of a fact stands
 * for a set of values that an answer may leave open. A rule fires there where the deciding code lets
 * it fire, so that proofs over complete workloads become proofs over partial ones.
 * @param kept position of a fact that keeps its single values
 * @returns null where a condition would become too large
 */
export function liftModel(model: Model, kept: number): Lifted | null {
  const conditions = [
    ...model.rules.map(({ when }) => when),
    ...model.placements.map(({ needs }) => needs),
    ...model.actions.map(({ when }) => when),
  ].filter((condition) => condition !== null);
  let whole = true;
  const sets = model.facts.map((fact, index): Sets => {
    if (index === kept) return null;
    const classes = splitMask(
      fact.all,
      conditions.flatMap(({ node }) => listMasks(node, index)),
    );
    if (classes.length > mostClasses) whole = false;
    return listSets(classes, fact.all);
  });
  const facts = model.facts.map((fact, index): ModelFact => {
    const size = sets[index]?.length;
    if (size === undefined) return fact;
    return {
      id: fact.id,
      choices: [],
      cuts: [],
      all: 2 ** size - 1,
      presumed: null,
      anyOf: null,
      askedIf: null,
    };
  });
  const lift = { facts: model.facts, lifted: facts, sets };
  const rules = model.rules.map((rule) => ({ ...rule, when: liftCondition(lift, rule.when.node) }));
  const needs = model.placements.map((placement) =>
    placement.needs === null ? null : liftNeeds(lift, placement.needs),
  );
  const whens = model.actions.map((action) =>
    action.when === null ? null : liftCondition(lift, action.when.node),
  );
  if ([...rules.map(({ when }) => when), ...needs, ...whens].some((each) => each !== null && isHuge(each)))
    return null;
  return {
    whole,
    model: {
      ...model,
      facts,
      rules,
      placements: model.placements.map((each, index) => ({ ...each, needs: at(needs, index) })),
      actions: model.actions.map((each, index) => ({ ...each, when: at(whens, index) })),
    },
  };
}

/** Every set of classes; of too many classes only each alone, and all together. */
function listSets(classes: readonly Mask[], all: Mask): Mask[] {
  if (classes.length > mostClasses) return [...classes, all];
  return Array.from({ length: 2 ** classes.length - 1 }, (_, subset) =>
    classes.reduce((mask, each, index) => (((subset + 1) & (1 << index)) !== 0 ? mask | each : mask), 0),
  );
}

interface Lift {
  readonly facts: readonly ModelFact[];
  readonly lifted: readonly ModelFact[];
  readonly sets: readonly Sets[];
}

function liftCondition(lift: Lift, node: Node): ModelCondition {
  return toCondition(liftTruth(lift, node));
}

/** A placement is out where its needs are known to be unmet, and only there. */
function liftNeeds(lift: Lift, needs: ModelCondition): ModelCondition {
  return toCondition(negate(liftTruth(lift, negate(needs.node, lift.facts)), lift.lifted));
}

/**
 * Where a condition is true for every value left open. All of some parts are where each of them is. Any
 * of some parts is where one of them is, or where parts that share a fact are together, case by case.
 */
function liftTruth(lift: Lift, node: Node): Node {
  if (node.is === 'test') return liftTest(lift, node);
  if (node.is === 'all') return allOf(node.of.map((part) => liftTruth(lift, part)));
  return anyOf(
    groupTied(lift, node.of).map(({ parts, tie }) =>
      tie === undefined
        ? anyOf(parts.map((part) => liftTruth(lift, part)))
        : liftByCases(lift, anyOf(parts), tie),
    ),
  );
}

type Test = Extract<Node, { is: 'test' }>;

function liftTest(lift: Lift, test: Test): Node {
  const sets = at(lift.sets, test.fact);
  if (sets === null) return test;
  const mask = sets.reduce((sum, set, index) => ((set & ~test.mask) === 0 ? sum | (1 << index) : sum), 0);
  return { is: 'test', fact: test.fact, mask };
}

interface Group {
  readonly parts: readonly Node[];
  readonly reads: ReadonlySet<number>;
  /** A fact that several of the parts read. */
  readonly tie: number | undefined;
}

/** Groups parts that share lifted facts, directly or by way of each other. */
function groupTied(lift: Lift, parts: readonly Node[]): Group[] {
  return parts.reduce<Group[]>((groups, part) => {
    const reads = new Set(toCondition(part).reads.filter((fact) => at(lift.sets, fact) !== null));
    const shares = ({ reads: others }: Group) => [...reads].some((fact) => others.has(fact));
    const joined = groups.filter(shares);
    const tie = joined.flatMap((group) => [...reads].filter((fact) => group.reads.has(fact)))[0];
    const group: Group = {
      parts: [...joined.flatMap((each) => each.parts), part],
      reads: new Set([...joined.flatMap((each) => [...each.reads]), ...reads]),
      tie,
    };
    return [...groups.filter((each) => !shares(each)), group];
  }, []);
}

/** What is true whatever one fact is, set by set: each of the values that the set leaves open. */
function liftByCases(lift: Lift, node: Node, fact: number): Node {
  const sets = at(lift.sets, fact) ?? [];
  const classes = splitMask(at(lift.facts, fact).all, listMasks(node, fact));
  const bySight = new Map<string, Mask>();
  sets.forEach((set, index) => {
    const seen = classes.map((each) => ((each & set) !== 0 ? 1 : 0)).join('');
    bySight.set(seen, (bySight.get(seen) ?? 0) | (1 << index));
  });
  return anyOf(
    [...bySight].map(([seen, mask]) =>
      allOf([
        { is: 'test', fact, mask },
        ...classes
          .filter((_, index) => seen[index] === '1')
          .map((each) => liftTruth(lift, settleFact(node, fact, lowestBit(each)))),
      ]),
    ),
  );
}

function isHuge(condition: ModelCondition): boolean {
  return countTests(condition.node) > mostTests;
}
