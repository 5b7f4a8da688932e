import { InputError } from '../errors.ts';
import { type JsonPlaces, locateInJson } from './json-places.ts';
import type { Spot } from './spot.ts';

/**
 * Parses a JSON text.
 * @param file the name it is called by in messages
 * @throws InputError where it is no JSON
 */
export function parseJsonSpots(text: string, file: string): Spot {
  return makeSpot(parseJson(text, file), [], locateInJson(text, { file, line: 1, column: 1 }));
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InputError([{ message: 'not valid JSON', at: { file } }]);
  }
}

function makeSpot(value: unknown, path: Parameters<JsonPlaces>[0], locate: JsonPlaces): Spot {
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

function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
