import { at } from '../../at.ts';
import { markBits } from '../../decide/bit-words.ts';
import { holdsPosition } from '../../decide/bits.ts';
import type { Mask, Model, ModelRule } from '../../decide/model.ts';

/** The rules that suit one of two placements and not the other, strength by strength. */
export interface Lead {
  readonly ranks: readonly LeadRank[];
  /** Whether the first is declared before the second, so that it wins where both are suited as well. */
  readonly declared: boolean;
}

/** Those of one strength, by whom they suit, as bits. */
export interface LeadRank {
  readonly ahead: Int32Array;
  readonly behind: Int32Array;
  /** By how much the first leads anyhow. */
  readonly anyhow: number;
}

/** For every two placements of a model by what the first leads over the second. */
export function compileLeads({ rules, placements }: Model, width: number): Lead[][] {
  const suiting = ([0, 1, 2] as const).map((rank) =>
    placements.map((_, placement) =>
      markBits(width, (bit) => holdsPosition(rules[bit]?.suits[rank] ?? 0, placement)),
    ),
  );
  return placements.map((_, first) =>
    placements.map((__, second) => ({
      ranks: suiting.map((by): LeadRank => {
        const [one, other] = [at(by, first), at(by, second)];
        return {
          ahead: one.map((word, index) => word & ~(other[index] ?? 0)),
          behind: other.map((word, index) => word & ~(one[index] ?? 0)),
          anyhow: 0,
        };
      }),
      declared: first < second,
    })),
  );
}

/** A lead beside a rule that fires and is not counted otherwise. */
export function addToLead(
  { ranks, declared }: Lead,
  { suits }: ModelRule,
  first: number,
  second: number,
): Lead {
  const suited = (mask: Mask, placement: number): number => (holdsPosition(mask, placement) ? 1 : 0);
  return {
    ranks: ranks.map((rank, place) => {
      const mask = suits[place] ?? 0;
      return { ...rank, anyhow: suited(mask, first) - suited(mask, second) };
    }),
    declared,
  };
}
