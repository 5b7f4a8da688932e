import { at } from '../../at.ts';
import { positionOf } from '../../decide/bits.ts';
import { compileNodes, type BitTable } from '../../decide/bit-table.ts';
import { markBits } from '../../decide/bit-words.ts';
import { compileKernel, type Kernel } from '../../decide/kernel.ts';
import type { Mask, Model, ModelFact, Node, State } from '../../decide/model.ts';
import { always, negate, visitTests } from '../../decide/nodes.ts';
import { compileLeads, type Lead } from './lead.ts';
import { liftModel, settleModel } from './lift-model.ts';

// The workloads of a rulebook, whatever they leave open, are single values of lifted facts. A state of those
// is a set of workloads. What is certain in all of them, and what in none, is read off one table of bits.

/** A rulebook, compiled to compare workloads, whatever they leave open. */
export interface WorkloadTable {
  readonly model: Model;
  /** Whether workloads that leave something open are among them. */
  readonly whole: boolean;
  /** What a headline and its forms are chosen by; its first words are those of the conditions. */
  readonly kernel: Kernel;
  /** The lifted facts. */
  readonly facts: readonly ModelFact[];
  /** For every lifted value of a fact the values that it leaves open. */
  readonly sets: readonly (readonly Mask[])[];
  /** For every fact the lifted values that leave nothing open: those of workloads of which everything is said. */
  readonly complete: State;
  /** For every fact the lifted value that is presumed; 0 for none. */
  readonly presumed: readonly Mask[];
  /** First all rules, then for every placement that its needs are known to be unmet, then when every action holds. */
  readonly conditions: readonly Node[];
  /** For every condition when it is not known to hold. */
  readonly negations: readonly Node[];
  readonly actionsFrom: number;
  /** Words that hold a bit for every condition. */
  readonly width: number;
  /** For every condition the tests in it, each once. */
  readonly tests: readonly (readonly LiftedTest[])[];
  /** For every fact the conditions that read it, as bits. */
  readonly readers: readonly Int32Array[];
  /** For every action the rules that demand it. */
  readonly demanders: readonly (readonly number[])[];
  /** As bits the rules that vote for a kind, those that say a note, those that suit placements, and what demands an action or makes one hold. */
  readonly voting: Int32Array;
  readonly noting: Int32Array;
  readonly suiting: Int32Array;
  readonly acting: Int32Array;
  /** For every two placements by what the first leads over the second. */
  readonly leads: readonly (readonly Lead[])[];
  /** Every condition, and from `width` on every negation. */
  readonly table: BitTable;
  /** What is written to while a state is judged. */
  readonly judged: Int32Array;
}

/** A test of a lifted fact. */
export interface LiftedTest {
  readonly fact: number;
  readonly mask: Mask;
}

/** Compiles a model to compare its workloads: all of them, or where a condition is too large for that the complete ones. */
export function compileWorkloads(model: Model): WorkloadTable {
  const all = liftModel(model);
  const lifted = all ?? settleModel(model);
  const { facts, rules, placements, actions } = lifted.model;
  const conditions = [
    ...rules.map(({ when }) => when.node),
    ...placements.map(({ needs }) => negate(needs?.node ?? always, facts)),
    ...actions.map(({ when }) => when?.node ?? always),
  ];
  const negations = conditions.map((node) => negate(node, facts));
  const width = Math.ceil(conditions.length / 32);
  const actionsFrom = rules.length + placements.length;
  const tests = conditions.map(listTests);
  const table = compileNodes(facts, [
    ...conditions,
    ...Array.from({ length: width * 32 - conditions.length }, () => null),
    ...negations,
  ]);
  return {
    whole: all !== null,
    model,
    kernel: compileKernel(model, new Set()),
    facts,
    sets: lifted.sets,
    complete: lifted.sets.map((sets) =>
      sets.reduce(
        (all, set, index) =>
          sets.some((other) => other !== set && (other & ~set) === 0) ? all : all | (1 << index),
        0,
      ),
    ),
    presumed: model.facts.map(({ presumed }, fact) =>
      presumed === null ? 0 : liftValue(lifted.sets, fact, presumed),
    ),
    conditions,
    negations,
    actionsFrom,
    width,
    tests,
    readers: facts.map((_, fact) =>
      markBits(width, (bit) => tests[bit]?.some((test) => test.fact === fact) === true),
    ),
    demanders: actions.map((_, action) =>
      rules.flatMap(({ must }, index) => (must === action ? [index] : [])),
    ),
    voting: markBits(width, (bit) => (rules[bit]?.favours ?? null) !== null),
    noting: markBits(width, (bit) => rules[bit]?.notes === true),
    suiting: markBits(width, (bit) => rules[bit]?.suits.some((mask) => mask !== 0) === true),
    acting: markBits(width, (bit) => bit >= actionsFrom || (rules[bit]?.must ?? null) !== null),
    leads: compileLeads(model, width),
    table,
    judged: new Int32Array(table.width),
  };
}

function listTests(node: Node): LiftedTest[] {
  const tests = new Map<string, LiftedTest>();
  visitTests(node, (fact, mask) => tests.set(`${fact} ${mask}`, { fact, mask }));
  return [...tests.values()];
}

/**
 * The lifted value that leaves nothing open but what no condition tells apart from a value.
 * @param sets for every fact the sets that its lifted values stand for
 * @param value a single value of the fact
 */
export function liftValue(sets: WorkloadTable['sets'], fact: number, value: Mask): Mask {
  // Of the sets that hold a value its class alone comes first.
  return 1 << at(sets, fact).findIndex((set) => (set & value) !== 0);
}

/** A workload as the values that it leaves possible. */
export function settleWorkload({ sets }: WorkloadTable, workload: State): Mask[] {
  return workload.map((value, fact) => at(at(sets, fact), positionOf(value)));
}
