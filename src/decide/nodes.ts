import type { Mask, ModelCondition, ModelFact, Node } from './model.ts';

// The algebra of conditions: how nodes are joined, turned round and taken apart.

/** What always holds. */
export const always: Node = { is: 'all', of: [] };
/** What never holds. */
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
export function settleFact(node: Node, fact: number, value: Mask): Node {
  if (node.is === 'test') {
    if (node.fact !== fact) return node;
    return (node.mask & value) !== 0 ? always : never;
  }
  return { is: node.is, of: node.of.map((part) => settleFact(part, fact, value)) };
}

/** A node as a condition: with the facts it reads, and those it reads at several places. */
export function toCondition(node: Node): ModelCondition {
  const places = new Map<number, number>();
  visitTests(node, (fact) => places.set(fact, (places.get(fact) ?? 0) + 1));
  const reads = [...places.keys()].sort((a, b) => a - b);
  return { node, reads, repeated: reads.filter((fact) => places.get(fact) !== 1) };
}

/**
 * One condition that holds when any of some does, judged as exactly as each of them.
 * @param conditions at least one
 */
export function joinConditions(conditions: readonly ModelCondition[]): ModelCondition {
  const [first, second] = conditions;
  return first !== undefined && second === undefined
    ? first
    : toCondition(anyOf(conditions.map(({ node }) => node)));
}

/** The masks that the tests of a node hold a fact against, each as often as it stands there. */
export function listMasks(node: Node | undefined, fact: number): Mask[] {
  const masks: Mask[] = [];
  if (node !== undefined)
    visitTests(node, (tested, mask) => {
      if (tested === fact) masks.push(mask);
    });
  return masks;
}

/** How many tests a node holds. */
export function countTests(node: Node): number {
  return node.is === 'test' ? 1 : node.of.reduce((sum, part) => sum + countTests(part), 0);
}

/**
 * Visits every test of a node, in order.
 * @param visit called with the fact and the mask it is held against
 */
export function visitTests(node: Node, visit: (fact: number, mask: Mask) => void): void {
  if (node.is === 'test') visit(node.fact, node.mask);
  else for (const part of node.of) visitTests(part, visit);
}
