// Many bits, as words of 32.

/** The mask of a bit in its word. */
export function bitOf(bit: number): number {
  return 1 << (bit & 31);
}

/** Whether a bit is set. */
export function hasBit(words: Int32Array, bit: number): boolean {
  return ((words[bit >> 5] ?? 0) & bitOf(bit)) !== 0;
}

/** Sets a bit. */
export function setBit(words: Int32Array, bit: number): void {
  words[bit >> 5] = (words[bit >> 5] ?? 0) | bitOf(bit);
}

/** Clears a bit. */
export function clearBit(words: Int32Array, bit: number): void {
  words[bit >> 5] = (words[bit >> 5] ?? 0) & ~bitOf(bit);
}

/** Sets a bit, or clears it. */
export function writeBit(words: Int32Array, bit: number, is: boolean): void {
  if (is) setBit(words, bit);
  else clearBit(words, bit);
}

/** Words with the bits set that something is true of. */
export function markBits(width: number, is: (bit: number) => boolean): Int32Array {
  const words = new Int32Array(width);
  for (let bit = 0; bit < width * 32; bit++) if (is(bit)) setBit(words, bit);
  return words;
}
