import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/**
 * Packs text into letters that no page and no element can trip over (base64 of what DEFLATE leaves), about a
 * quarter of its length.
 * Done by a library in JavaScript and not by Node's zlib, whose bytes differ from one Node to another.
 */
export function packText(text: string): string {
  const bytes = deflateSync(strToU8(text));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The text that was packed. Throws on anything that `packText` did not write. */
export function unpackText(packed: string): string {
  return strFromU8(inflateSync(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))));
}
