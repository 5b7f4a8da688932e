/**
 * Control characters, bidirectional overrides and lone surrogates: what could forge a line or drive a
 * terminal when somebody else's text is printed.
 */
export const dangerous =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff]/gu;

/**
 * Makes text that came from outside safe to print: characters that could drive a terminal or forge
 * a line are shown as escapes, never raw.
 * @param text anything a user or a file supplied
 */
export function escapeText(text: string): string {
  return text.replace(dangerous, escapeCharacter);
}

/** A word of a message that is longer was put into a file by no person, and hides the rest of it. */
const longestWord = /\S{201,}/gu;
const longestMessage = 3000;

/** A message that quotes what stood in a file, without end if need be, cut to what somebody reads. */
export function shortenMessage(message: string): string {
  const short = message.replace(longestWord, (word) => `${word.slice(0, 57)}...`);
  return short.length > longestMessage ? `${short.slice(0, longestMessage)}...` : short;
}

/** Text of several lines, each made safe to print. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeText).join('\n');
}

/** A web address without characters that have no place in one: they are percent-encoded. */
export function escapeAddress(address: string): string {
  return address.replace(dangerous, (character) =>
    /[\ud800-\udfff]/.test(character) ? '%EF%BF%BD' : encodeURIComponent(character),
  );
}

/**
 * Shows a value of a parsed file inside an error message: short, on one line, safe to print.
 * @param value what stood in the file
 */
export function quoteValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = escapeText(typeof value === 'string' ? value : `${value as number | boolean}`);
  return text.length > 60 ? `"${text.slice(0, 57)}..."` : typeof value === 'string' ? `"${text}"` : text;
}

/**
 * Escapes what could drive a terminal inside text of JSON or YAML, where it stands between double quotes:
 * the value stays the same.
 */
export function escapeQuoted(text: string): string {
  return text.replace(dangerous, (character) => (character === '\n' ? character : escapeCode(character)));
}

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  return escapeCode(character);
}

function escapeCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A word as a shell takes it: in single quotes where it would not be one word, or be an option. */
export function quoteWord(word: string): string {
  const path = word.startsWith('-') ? `./${word}` : word;
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
