import type { Section } from './parse-scenario.ts';

// What a reader could not see: control characters but the line feed, bidi overrides, byte order marks.
const unseen =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Whether a text can be shown as it is. */
export function isPlain(text: string): boolean {
  return text.search(unseen) === -1;
}

/** Shows what cannot be seen as an escape: \e, \t, \r, \uXXXX; a backslash is doubled. */
export function escapeOutput(text: string): string {
  const names: Readonly<Record<string, string>> = { '\u001b': '\\e', '\t': '\\t', '\r': '\\r' };
  return text.replaceAll('\\', '\\\\').replace(unseen, (it) => names[it] ?? escapeUnit(it));
}

/** A JSON value on several lines, with escapes for what cannot be seen. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unseen, escapeUnit);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * The bytes of a section: its lines as they are; with (escaped) also \e \t \r \uXXXX and \xXX for
 * one byte; with (generated) lines such as `20000 * "["`, joined without line ends.
 */
export function readContent(section: Section): Uint8Array {
  if (section.written === 'generated') return Buffer.concat(section.content.map(generate));
  const text = section.content.map((line) => `${line}\n`).join('');
  return section.written === 'escaped' ? unescape(text) : Buffer.from(text);
}

function generate(line: string): Buffer {
  const [, count = '1', text = ''] = /^(?:(\d+) \* )?(".*")$/.exec(line) ?? [];
  if (text === '') throw new Error(`not of the form 20 * "text": ${line}`);
  return Buffer.from((JSON.parse(text) as string).repeat(Number(count)));
}

function unescape(text: string): Buffer {
  const names: Readonly<Record<string, string>> = { e: '\u001b', t: '\t', r: '\r', '\\': '\\' };
  const parts = text.split(/(\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\.)/).map((part) => {
    if (part.startsWith('\\x')) return Buffer.from([parseInt(part.slice(2), 16)]);
    if (part.startsWith('\\u')) return Buffer.from(String.fromCharCode(parseInt(part.slice(2), 16)));
    return Buffer.from(part.startsWith('\\') ? (names[part.slice(1)] ?? part) : part);
  });
  return Buffer.concat(parts);
}
