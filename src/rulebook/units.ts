import { entryOf } from '../entry-of.ts';

/** Bytes in a unit; binary units also as Kubernetes spells them. */
const bytes: Readonly<Record<string, number>> = {
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  ki: 2 ** 10,
  kib: 2 ** 10,
  mi: 2 ** 20,
  mib: 2 ** 20,
  gi: 2 ** 30,
  gib: 2 ** 30,
  ti: 2 ** 40,
  tib: 2 ** 40,
};

/** The units that a size can be kept in, as they are usually spelled. */
export const units = ['KB', 'MB', 'GB', 'TB', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/**
 * Whether sizes can be converted to a unit.
 * @param unit however it is spelled
 */
export function isUnit(unit: string): boolean {
  return entryOf(bytes, unit.toLowerCase()) !== undefined;
}

/**
 * Converts a size such as `512 MiB`, `512Mi` or `2 GB` to another unit. A single small b is refused:
 * it would mean bits.
 * @param text a number and a unit
 * @param unit the unit to convert to
 * @returns the number, to nine digits; undefined where the text is no size
 */
export function convertSize(text: string, unit: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z]+)$/.exec(text);
  const [, number = '', written = ''] = match ?? [];
  const from = /^[A-Za-z]b$/.test(written) ? undefined : entryOf(bytes, written.toLowerCase());
  const to = entryOf(bytes, unit.toLowerCase());
  if (from === undefined || to === undefined) return undefined;
  return Number(((Number(number) * from) / to).toPrecision(9));
}
