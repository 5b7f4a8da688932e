import type { Mask, ModelCondition, ModelFact, Node } from '../../decide/model.ts';

/** What always holds, and what never does. */
export const always: Node = { is: 'all', of: [] };
/** @see always */
export const never: Node = { is: 'any', of: [] };

/** What holds when all of some nodes do. */
export function allOf(of: readonly Node[]): Node {
  return { is: 'all', of };
}

/** What holds when any of some nodes does. */
export function anyOf(of: readonly Node[]): Node {
  return { is: 'any', of };
}

/**
 * What holds when a node does not: over single values, exactly the rest.
 * @param facts the facts it may read
 */
export function negate(node: Node, facts: readonly ModelFact[]): Node {
  if (node.is === 'test')
    return { is: 'test', fact: node.fact, mask: (facts[node.fact]?.all ?? 0) & ~node.mask };
  return { is: node.is === 'all' ? 'any' : 'all', of: node.of.map((part) => negate(part, facts)) };
}

/**
 * A node with one fact settled: its tests become plain truths.
 * @param fact position of the fact
 * @param value the single value it has
 */
export function settle(node: Node, fact: number, value: Mask): Node {
  if (node.is === 'test') {
    if (node.fact !== fact) return node;
    return (node.mask & value) !== 0 ? always : never;
  }
  return { is: node.is, of: node.of.map((part) => settle(part, fact, value)) };
}

/** A node as a condition: with the facts it reads, and those it reads at several places. */
export function toCondition(node: Node): ModelCondition {
  const places = new Map<number, number>();
  countPlaces(node, places);
  const reads = [...places.keys()].sort((a, b) => a - b);
  return { node, reads, repeated: reads.filter((fact) => (places.get(fact) ?? 0) > 1) };
}

function countPlaces(node: Node, places: Map<number, number>): void {
  if (node.is === 'test') places.set(node.fact, (places.get(node.fact) ?? 0) + 1);
  else for (const part of node.of) countPlaces(part, places);
}
