import { expect, test } from 'vitest';
import { keepTexts } from '../../../src/fleet/text-store.ts';

const mebibyte = 1024 * 1024;

test.each<[what: string, texts: string[]]>([
  ['one', ['{"headline":"vm"}']],
  ['several formats', ['{"headline":"vm"}', 'vm,forced', '']],
  ['letters of several bytes', ['Größe', '仮想マシン', '🐳']],
  ['no format at all', []],
])('what is kept comes back: %s', (_, texts) => {
  const store = keepTexts(texts.length, 4 * mebibyte);
  const other = texts.map((text) => `${text} of another`);
  const [place, otherPlace] = [store.keep(texts), store.keep(other)];
  expect(store.read(place ?? Number.NaN)).toEqual(texts);
  expect(store.read(otherPlace ?? Number.NaN)).toEqual(other);
});

test('as much is kept as there is room for, and stays', () => {
  const store = keepTexts(1, 8 * mebibyte);
  const texts = Array.from({ length: 12 }, (_, index) => String(index).repeat(index < 10 ? mebibyte : 1));
  const places = texts.map((text) => store.keep([text]));
  // Three and their lengths stand in a piece of four mebibytes; what is short fits behind them.
  expect(places.map((place) => place !== undefined)).toEqual([
    ...[true, true, true, true, true, true],
    ...[false, false, false, false, true, true],
  ]);
  for (const [index, place] of places.entries())
    if (place !== undefined) expect(store.read(place)).toEqual([texts[index]]);
});

test('what is larger than a piece is not kept', () => {
  expect(keepTexts(1, 64 * mebibyte).keep(['x'.repeat(5 * mebibyte)])).toBeUndefined();
});
