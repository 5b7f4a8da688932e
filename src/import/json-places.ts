import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import type { Position } from '../errors.ts';
import { locateOffsets } from './locate-offset.ts';

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
  let locate: ReturnType<typeof locateOffsets> | undefined;
  const find = (path: JSONPath, part: 'key' | 'value'): Position => {
    tree ??= parseTree(text);
    locate ??= locateOffsets(text);
    const { line, column } = locate((tree && offsetOf(tree, path, part)) ?? 0);
    return {
      file: from.file,
      line: from.line + line - 1,
      column: line === 1 ? from.column + column - 1 : column,
    };
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
