import { dangerous } from './safe.ts';

/**
 * Writes a value as JSON text, indented, with one line end behind it. Characters that JSON allows raw
 * and a terminal would act on stand as escapes; the value stays the same.
 */
export function writeJson(value: unknown): string {
  return `${escapeJson(JSON.stringify(value, null, 2))}\n`;
}

/**
 * Escapes, inside JSON text, the characters that JSON allows raw and a terminal would act on.
 * @param json what JSON.stringify returned
 */
export function escapeJson(json: string): string {
  return json.replace(dangerous, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
