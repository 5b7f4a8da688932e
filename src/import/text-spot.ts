import type { Position } from '../errors.ts';
import type { Spot } from './spot.ts';

const noEntries: ReadonlyMap<string, Spot> = new Map();

/**
 * A text that stands in a file of a format of its own.
 * @param at where it stands
 * @param key where its key does
 */
export function createTextSpot(text: string, at: Position, key: Position = at): Spot {
  return { is: 'text', text, entries: noEntries, items: [], at, key };
}
