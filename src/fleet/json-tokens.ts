// Where the parts of a JSON text end, looked for in its bytes. What is beyond the bytes counts as 0, which
// stands in no valid text, so that nothing has to look for the end.

/** Bytes that mean something in JSON. */
export const sign = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  list: 0x5b,
  listEnd: 0x5d,
  escape: 0x5c,
  map: 0x7b,
  mapEnd: 0x7d,
} as const;

/** The position of what comes after blanks. */
export function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  return at;
}

/**
 * The position after a text's closing quote; -1 where it is no valid text.
 * @param from behind the opening quote
 */
export function endOfText(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === sign.quote) return at + 1;
    if (byte < 0x20) return -1;
    if (byte !== sign.escape) continue;
    at++;
    if (!escaped.has(bytes[at] ?? 0)) return -1;
    if (bytes[at] !== unicode) continue;
    for (let digit = 1; digit <= 4; digit++) if (!hexDigits.has(bytes[at + digit] ?? 0)) return -1;
    at += 4;
  }
}

/** What may stand behind a backslash. */
const escaped = new Set(Buffer.from('"\\/bfnrtu'));
const unicode = 0x75;
const hexDigits = new Set(Buffer.from('0123456789abcdefABCDEF'));

/**
 * The position after a value; -1 for maps, lists in lists and whatever cannot be valid. What is no text has to be
 * parsed to know whether it is.
 */
export function endOfValue(bytes: Uint8Array, from: number): number {
  const first = bytes[from] ?? 0;
  if (first === sign.quote) return endOfText(bytes, from + 1);
  if (first === sign.map) return -1;
  const isList = first === sign.list;
  for (let at = from + 1; ; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte === sign.map || byte === sign.list) return -1;
    if (isList && byte === sign.listEnd) return at + 1;
    if (!isList && (byte === sign.comma || byte === sign.mapEnd || byte === 0x20)) return at;
  }
}
