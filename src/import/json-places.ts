import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import type { Position } from '../errors.ts';

/** Where something stands in a JSON text; the nearest above it that is there where it is missing. */
export type JsonPlaces = (path: JSONPath, part: 'key' | 'value') => Position;

/**
 * Finds places in a JSON text. The library that knows where things stand is many times slower than Node's
 * reader, so it looks at the text only when somebody asks for the line or the column of a place.
 * @param text a valid JSON text
 * @param from where it begins
 */
export function locateInJson(text: string, from: Position): JsonPlaces {
  let tree: Node | undefined;
  let starts: readonly number[] | undefined;
  const find = (path: JSONPath, part: 'key' | 'value'): Position => {
    tree ??= parseTree(text);
    starts ??= listLineStarts(text);
    return positionAt(starts, (tree && offsetOf(tree, path, part)) ?? 0, from);
  };
  return (path, part) => {
    let found: Position | undefined;
    return {
      file: from.file,
      get line() {
        return (found ??= find(path, part)).line;
      },
      get column() {
        return (found ??= find(path, part)).column;
      },
    };
  };
}

function offsetOf(tree: Node, path: JSONPath, part: 'key' | 'value'): number {
  const node = findNodeAtLocation(tree, path);
  if (node === undefined) return path.length === 0 ? tree.offset : offsetOf(tree, path.slice(0, -1), 'value');
  const pair = node.parent?.type === 'property' ? node.parent : undefined;
  return (part === 'key' ? pair?.offset : undefined) ?? node.offset;
}

function listLineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function positionAt(starts: readonly number[], offset: number, { file, line, column }: Position): Position {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { file, line: line + low, column: offset - (starts[low] ?? 0) + (low === 0 ? column : 1) };
}
