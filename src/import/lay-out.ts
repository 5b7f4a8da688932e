import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Position } from '../errors.ts';
import type { Spot } from './spot.ts';

const noEntries: Spot['entries'] = new Map();
const noItems: Spot['items'] = [];

/**
 * Lays a value of a YAML document out, all that is in it at once, and keeps nothing else of the document.
 * @param locate the place of an offset
 * @param keyOffset where its key stands
 * @returns undefined where something in it stands for something else: that is followed only when it is looked at
 */
export function layOut(
  node: Node | null,
  locate: (offset: number) => Position,
  keyOffset: number,
): Spot | undefined {
  if (isAlias(node)) return undefined;
  const empty = node === null || (isScalar(node) && node.value === null);
  const offset = empty ? keyOffset : (node.range?.[0] ?? keyOffset);
  let entries = noEntries;
  let items = noItems;
  if (isMap(node)) {
    const all = new Map<string, Spot>();
    for (const { key, value } of node.items as Pair<Node | null, Node | null>[]) {
      if (!isScalar(key)) continue;
      const name = key.source ?? String(key.value);
      const spot = name === '<<' ? undefined : layOut(value, locate, key.range?.[0] ?? 0);
      if (spot === undefined) return undefined;
      all.set(name, spot);
    }
    entries = all;
  } else if (isSeq(node)) {
    const all: Spot[] = [];
    for (const item of node.items as (Node | null)[]) {
      const spot = layOut(item, locate, item?.range?.[0] ?? offset);
      if (spot === undefined) return undefined;
      all.push(spot);
    }
    items = all;
  }
  const at = locate(offset);
  return {
    is: isMap(node) ? 'map' : isSeq(node) ? 'list' : empty ? 'nothing' : 'text',
    text: isScalar(node) && !empty ? (node.source ?? String(node.value)) : undefined,
    tag: node?.tag,
    entries,
    items,
    at,
    key: keyOffset === offset ? at : locate(keyOffset),
  };
}
