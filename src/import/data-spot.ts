import type { Spot } from './spot.ts';

/**
 * Data that was written as a text inside of another value, all of it at the place of that value.
 * @param value what the text was parsed to
 * @param within where the text stands
 */
export function createDataSpot(value: unknown, within: Spot): Spot {
  const list: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
  const map = typeof value === 'object' && value !== null && list === undefined ? value : undefined;
  const scalar = ['string', 'number', 'boolean'].includes(typeof value);
  return {
    is: map !== undefined ? 'map' : list !== undefined ? 'list' : scalar ? 'text' : 'nothing',
    text: scalar ? String(value) : undefined,
    get entries() {
      return new Map(Object.entries(map ?? {}).map(([key, inner]) => [key, createDataSpot(inner, within)]));
    },
    get items() {
      return (list ?? []).map((inner) => createDataSpot(inner, within));
    },
    get at() {
      return within.at;
    },
    get key() {
      return within.key;
    },
  };
}
