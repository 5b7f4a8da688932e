import type { Path } from '../read/parse-yaml.ts';
import type { ShapeReader } from '../read/shape-reader.ts';
import { quoteValue } from '../text/safe.ts';

/** The day under `until`, YYYY-MM-DD; undefined where none is given or it is none. */
export function parseDate(reader: ShapeReader, value: unknown, path: Path): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && isDate(value)) return value;
  reader.say(`until must be a date such as 2027-06-30, got ${quoteValue(value)}`, path);
  return undefined;
}

/**
 * Whether a text is a day that exists, as YYYY-MM-DD.
 * @param text what was written
 */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
