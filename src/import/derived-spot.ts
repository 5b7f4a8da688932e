import type { Spot } from './spot.ts';

/** What is otherwise about a spot that was made of others. */
export interface SpotChanges {
  readonly text?: string | undefined;
  readonly entries?: () => ReadonlyMap<string, Spot>;
  readonly items?: () => readonly Spot[];
}

/** A spot as another, at the same place; what is otherwise is worked out when it is looked at. */
export function deriveSpot(from: Spot, changes: SpotChanges): Spot {
  let entries: ReadonlyMap<string, Spot> | undefined;
  let items: readonly Spot[] | undefined;
  return {
    is: from.is,
    text: 'text' in changes ? changes.text : from.text,
    tag: from.tag,
    get entries() {
      return (entries ??= changes.entries?.() ?? from.entries);
    },
    get items() {
      return (items ??= changes.items?.() ?? from.items);
    },
    get at() {
      return from.at;
    },
    get key() {
      return from.key;
    },
  };
}

/**
 * A spot with every text in it changed.
 * @param change what becomes of a text
 */
export function mapTexts(spot: Spot, change: (text: string) => string): Spot {
  return deriveSpot(spot, {
    text: spot.text === undefined ? undefined : change(spot.text),
    entries: () => new Map([...spot.entries].map(([key, inner]) => [key, mapTexts(inner, change)])),
    items: () => spot.items.map((inner) => mapTexts(inner, change)),
  });
}
