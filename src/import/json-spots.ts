import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import { InputError, type Position } from '../errors.ts';
import type { Spot } from './spot.ts';

/**
 * Parses a JSON text. The library that knows where things stand is many times slower than Node's
 * reader, so it looks at the text only when somebody asks for a place.
 * @param file the name it is called by in messages
 * @throws InputError where it is no JSON
 */
export function parseJsonSpots(text: string, file: string): Spot {
  const data = parseJson(text, file);
  let tree: Node | undefined;
  let starts: readonly number[] | undefined;
  const locate = (path: JSONPath, part: 'key' | 'value'): Position => {
    tree ??= parseTree(text);
    starts ??= listLineStarts(text);
    const node = tree && findNodeAtLocation(tree, path);
    const pair = node?.parent?.type === 'property' ? node.parent : undefined;
    return positionAt(starts, (part === 'key' ? pair?.offset : undefined) ?? node?.offset ?? 0, file);
  };
  return makeSpot(data, [], locate);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InputError([{ message: 'not valid JSON', at: { file } }]);
  }
}

function makeSpot(
  value: unknown,
  path: JSONPath,
  locate: (path: JSONPath, part: 'key' | 'value') => Position,
): Spot {
  const isList = Array.isArray(value);
  const isMap = typeof value === 'object' && value !== null && !isList;
  let entries: ReadonlyMap<string, Spot> | undefined;
  let items: readonly Spot[] | undefined;
  return {
    is: isMap ? 'map' : isList ? 'list' : value === null ? 'nothing' : 'text',
    text: scalarText(value),
    get entries() {
      return (entries ??= new Map(
        isMap
          ? Object.entries(value).map(([key, inner]) => [key, makeSpot(inner, [...path, key], locate)])
          : [],
      ));
    },
    get items() {
      return (items ??= isList
        ? value.map((inner: unknown, index) => makeSpot(inner, [...path, index], locate))
        : []);
    },
    get at() {
      return locate(path, 'value');
    },
    get key() {
      return locate(path, 'key');
    },
  };
}

function listLineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function positionAt(starts: readonly number[], offset: number, file: string): Position {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
