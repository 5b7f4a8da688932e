import type { Position } from '../errors.ts';

/**
 * A value of somebody else's file, with where it stands. What it is not, it has nothing of: a list has
 * no entries and a map no items, so that readers need not ask first.
 */
export interface Spot {
  readonly is: 'map' | 'list' | 'text' | 'nothing';
  /** A text, number or truth value as it is written, without quotes; undefined of everything else. */
  readonly text: string | undefined;
  /** The entries of a map, merge keys followed, in the order of the file. */
  readonly entries: ReadonlyMap<string, Spot>;
  readonly items: readonly Spot[];
  /** Where the value stands; worked out when it is asked for. */
  readonly at: Position;
  /** Where its key stands; of an item of a list, where the item does. */
  readonly key: Position;
  /** The tag that it was given, such as `!reset`. */
  readonly tag?: string | undefined;
}

/**
 * What stands at a path.
 * @param path keys and positions from the spot downwards
 * @returns undefined where nothing stands there
 */
export function spotAt(spot: Spot | undefined, ...path: readonly (string | number)[]): Spot | undefined {
  return path.reduce<Spot | undefined>(
    (from, step) => (typeof step === 'number' ? from?.items[step] : from?.entries.get(step)),
    spot,
  );
}

/** The text at a path; undefined where there is none. */
export function textAt(spot: Spot | undefined, ...path: readonly (string | number)[]): string | undefined {
  return spotAt(spot, ...path)?.text;
}

/** Whether a spot says yes, as YAML 1.1 and 1.2 and JSON spell it. */
export function saysYes(spot: Spot | undefined): boolean {
  return /^(true|yes|on)$/i.test(spot?.text ?? '');
}
