import { describe, expect, it } from 'vitest';
import { locateInJson } from '../../../src/import/json-places.ts';

const text = '{"a": 1,\n "b": [10,\n  {"c": null}]}';

describe('a place in a JSON text', () => {
  it.each([
    { path: ['a'], part: 'value', line: 1, column: 7 },
    { path: ['a'], part: 'key', line: 1, column: 2 },
    { path: ['b'], part: 'key', line: 2, column: 2 },
    { path: ['b', 0], part: 'value', line: 2, column: 8 },
    { path: ['b', 1, 'c'], part: 'value', line: 3, column: 9 },
    { path: ['b', 1, 'missing'], part: 'value', line: 3, column: 3 },
    { path: ['missing'], part: 'value', line: 1, column: 1 },
  ] as const)('$path, its $part, is at $line:$column', ({ path, part, line, column }) => {
    const at = (from: { line: number; column: number }) =>
      locateInJson(text, { file: 'x.json', ...from })([...path], part);
    expect({ ...at({ line: 1, column: 1 }) }).toEqual({ file: 'x.json', line, column });
    // Within another text only what stands in its first line stands further right.
    const moved = { line: line + 4, column: line === 1 ? column + 30 : column };
    expect({ ...at({ line: 5, column: 31 }) }).toEqual({ file: 'x.json', ...moved });
  });
});
