/** Keeps texts as bytes beside the heap: within it, the collector would let as much again and more pile up. */
export interface TextStore {
  /**
   * Keeps some texts that belong together.
   * @returns where they are; undefined where there is no room any more
   */
  keep(texts: readonly string[]): number | undefined;
  /** The texts that are kept at a place. */
  read(place: number): string[];
}

/** Bytes that are asked for at once: what belongs together stands in one piece. */
const pieceSize = 1 << 22;

/** Bytes before each text, which say how long it is. */
const lengthSize = 4;

/**
 * Begins to keep texts.
 * @param count how many belong together
 * @param most how many bytes are kept in all
 */
export function keepTexts(count: number, most: number): TextStore {
  const pieces: Buffer[] = [];
  let used = 0;
  return {
    keep: (texts) => {
      const sizes = texts.map((text) => Buffer.byteLength(text));
      const size = sizes.reduce((sum, each) => sum + lengthSize + each, 0);
      if (size > pieceSize) return undefined;
      let piece = pieces.at(-1);
      if (piece === undefined || used + size > pieceSize) {
        if ((pieces.length + 1) * pieceSize > most) return undefined;
        piece = Buffer.allocUnsafeSlow(pieceSize);
        pieces.push(piece);
        used = 0;
      }
      const place = (pieces.length - 1) * pieceSize + used;
      for (const [index, text] of texts.entries()) {
        used = piece.writeUInt32LE(sizes[index] ?? 0, used);
        used += piece.write(text, used);
      }
      return place;
    },
    read: (place) => {
      const piece = pieces[Math.floor(place / pieceSize)];
      if (piece === undefined) return [];
      let at = place % pieceSize;
      return Array.from({ length: count }, () => {
        const start = at + lengthSize;
        at = start + piece.readUInt32LE(at);
        return piece.toString('utf8', start, at);
      });
    },
  };
}
