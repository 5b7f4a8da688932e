import type { Mask, ModelCondition, Node } from '../../decide/model.ts';

/**
 * One condition that holds when any of some does, judged as exactly as each of them.
 * @param conditions at least one
 */
export function joinConditions(conditions: readonly ModelCondition[]): ModelCondition {
  const [first] = conditions;
  if (first !== undefined && conditions.length === 1) return first;
  const reads = [...new Set(conditions.flatMap((condition) => condition.reads))].sort((a, b) => a - b);
  const repeated = reads.filter(
    (fact) =>
      conditions.filter((condition) => condition.reads.includes(fact)).length > 1 ||
      conditions.some((condition) => condition.repeated.includes(fact)),
  );
  return { node: { is: 'any', of: conditions.map((condition) => condition.node) }, reads, repeated };
}

/** The masks that the tests of a condition hold a fact against. */
export function listMasks(node: Node | undefined, fact: number): Mask[] {
  if (node === undefined) return [];
  if (node.is === 'test') return node.fact === fact ? [node.mask] : [];
  return node.of.flatMap((part) => listMasks(part, fact));
}
