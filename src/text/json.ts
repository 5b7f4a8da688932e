import { escapeQuoted } from './safe.ts';

/**
 * Writes a value as JSON text, indented, with one line end behind it. Characters that JSON allows raw
 * and a terminal would act on stand as escapes; the value stays the same.
 */
export function writeJson(value: unknown): string {
  return `${escapeQuoted(JSON.stringify(value, null, 2))}\n`;
}
