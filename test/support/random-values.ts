/** A seeded source of chance: the same seed gives the same values everywhere. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

/** The mulberry32 generator. */
export function seedRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    shuffle: <T>(list: readonly T[]): T[] => {
      const shuffled = [...list];
      for (let index = shuffled.length - 1; index > 0; index--) {
        const other = below(index + 1);
        const [a, b] = [shuffled[index], shuffled[other]];
        if (a !== undefined && b !== undefined) [shuffled[index], shuffled[other]] = [b, a];
      }
      return shuffled;
    },
  };
}
