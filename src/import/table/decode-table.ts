/**
 * Decodes a text of another program that is not UTF-8: UTF-16 by its mark, or else Windows-1252, which
 * takes every byte. Only tables are read so leniently: that is what spreadsheets save.
 */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('windows-1252').decode(bytes);
}
