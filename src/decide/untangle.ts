import { at } from '../at.ts';
import { splitMask } from './bits.ts';
import type { ModelCondition, ModelFact, Node } from './model.ts';
import { allOf, always, anyOf, listMasks, never, settleFact, visitTests } from './nodes.ts';

/**
 * Rewrites a node so that it is certain exactly where its parts are. All of some parts is that already,
 * and so is any of parts that share no fact. Where two parts of an any read one fact, either of them may
 * be sure to hold though neither is: then for every class of its values the fact has another, or the
 * node holds with that.
 * @param facts the facts it may read
 */
export function untangle(node: Node, facts: readonly ModelFact[]): Node {
  if (node.is === 'test') return node;
  const shared = node.is === 'any' ? findShared(node.of) : null;
  if (shared === null)
    return prune(
      node.is,
      node.of.map((part) => untangle(part, facts)),
    );
  const all = facts[shared]?.all ?? 0;
  return prune(
    'all',
    splitMask(all, listMasks(node, shared)).map((value) => {
      const other: Node = { is: 'test', fact: shared, mask: all & ~value };
      return prune('any', [other, untangle(settleFact(node, shared, value), facts)]);
    }),
  );
}

/** How many classes the values of repeated facts have together, so how many cases there may be to untangle. */
export function countCases({ node, repeated }: ModelCondition, facts: readonly ModelFact[]): number {
  return repeated.reduce(
    (cases, fact) => cases * splitMask(at(facts, fact).all, listMasks(node, fact)).length,
    1,
  );
}

/** A fact that several of some nodes read; null where there is none. */
function findShared(nodes: readonly Node[]): number | null {
  const known = new Set<number>();
  const shared: number[] = [];
  for (const node of nodes) {
    const own = new Set<number>();
    visitTests(node, (fact) => own.add(fact));
    for (const fact of own) if (known.has(fact)) shared.push(fact);
    for (const fact of own) known.add(fact);
  }
  return shared[0] ?? null;
}

/** A node without parts that always hold or never do. */
function prune(is: 'all' | 'any', parts: readonly Node[]): Node {
  const [idle, decisive] = is === 'all' ? [always, never] : [never, always];
  const of = parts.filter((part) => !isSame(part, idle));
  if (of.some((part) => isSame(part, decisive))) return decisive;
  const [only, second] = of;
  if (only !== undefined && second === undefined) return only;
  return is === 'all' ? allOf(of) : anyOf(of);
}

function isSame(node: Node, plain: Node): boolean {
  return node.is === plain.is && node.is !== 'test' && node.of.length === 0;
}
