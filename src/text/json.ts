import { escapeQuoted } from './safe.ts';

/**
 * Writes a value as JSON text, indented, with one line end behind it. Characters that JSON allows raw
 * and a terminal would act on stand as escapes; the value stays the same.
 */
export function writeJson(value: unknown): string {
  return `${escapeQuoted(JSON.stringify(value, null, 2))}\n`;
}

/** Texts as names mostly are: nothing in them has to be escaped. */
const plain = /^[\w .:/@-]*$/;

/** Writes a value as JSON text on one line, without a line end; safe to print in the same way. */
export function writeJsonLine(value: unknown): string {
  if (typeof value === 'string' && plain.test(value)) return `"${value}"`;
  return escapeQuoted(JSON.stringify(value));
}
