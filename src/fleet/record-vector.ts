import { at } from '../at.ts';
import { judgeTable } from '../decide/bit-table.ts';
import { holdsPosition, maskOf } from '../decide/bits.ts';
import type { Known } from '../decide/build-state.ts';
import { truth } from '../decide/judge-condition.ts';
import { choosePoint, countSuits } from '../decide/kernel.ts';
import { findPlacedKind, kindsOf, otherKind } from '../decide/kinds.ts';
import { listLeanings } from '../decide/list-leanings.ts';
import type { KindIndex, Mask } from '../decide/model.ts';
import { headlineBits } from '../reason/engine/bound-headlines.ts';
import type { StatusProof } from '../reason/prove-status.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { FleetRecord } from './fleet-record.ts';
import { compileRecordTable, type RecordTable } from './record-table.ts';

/**
 * Makes the records of what is known of rows, by bits: what `recordPlacing` makes of the decision on it, many
 * times as fast.
 * @returns what makes a record; undefined for what is settled by the proof, and for either of which a placement may
 * not be named
 */
export function recordVectors(
  ready: ReadyRulebook,
): (known: Known, proof: StatusProof) => FleetRecord | undefined {
  const table = compileRecordTable(ready);
  const { kernel, rules, ids } = table;
  const { model, rulebook } = ready;
  const certain = new Int32Array(kernel.table.width);
  const withheld = new Int32Array(kernel.table.width);
  const counts = model.placements.map(() => 0);

  const choose = (among: Mask): number | null => {
    let best: number | null = null;
    for (let placement = 0; placement < counts.length; placement++)
      if (holdsPosition(among, placement) && (best === null || at(counts, placement) > at(counts, best)))
        best = placement;
    return best;
  };
  /** Those of some placements that fewest rules and needs removed. */
  const findNearest = (among: Mask): Mask => {
    const removers = model.placements.map(() => 0);
    for (const bit of listBitsOf(certain, kernel.width, kernel.removing))
      for (let left = at(kernel.removes, bit) & among; left !== 0; left &= left - 1) {
        const placement = 31 - Math.clz32(left & -left);
        removers[placement] = at(removers, placement) + 1;
      }
    const fewest = Math.min(...removers.filter((_, placement) => holdsPosition(among, placement)));
    return maskOf(
      removers.flatMap((count, placement) =>
        holdsPosition(among, placement) && count === fewest ? [placement] : [],
      ),
    );
  };
  const takes = (kind: KindIndex): FleetRecord['takes'] => {
    for (const move of table.moves[kind]) {
      if (isSet(certain, move.holds)) return move.takes;
      if (!isSet(certain, move.fails)) return 'unknown';
    }
    return 'unknown';
  };

  return (known, proof) => {
    judgeTable(kernel.table, known.state, certain);
    const { headline, strength, contested, alive } = choosePoint(kernel, certain);
    if (headline === 'either' || (proof.only !== null && proof.only !== headlineBits[headline]))
      return undefined;
    countSuits(kernel, certain, counts);
    const placed = findPlacedKind(headline);
    const form = placed === null ? null : choose(alive & kernel.kinds[placed]);
    const others = placed === null ? 0 : kernel.kinds[otherKind(placed)];
    const left = alive & others;
    const runnerUp = others === 0 ? null : choose(left === 0 ? findNearest(others) : left);
    const fired = listBitsOf(certain, kernel.width).filter((bit) => bit < rules.length);
    const votes = fired.filter((bit) => {
      const { favours, byWayOf } = at(rules, bit);
      return favours !== null && (byWayOf & alive) !== 0;
    });
    const chosen = form === null ? undefined : at(rulebook.placements, form);
    const idOf = (placement: number | null) =>
      placement === null ? null : at(model.placements, placement).id;
    const name = (bits: readonly number[]) => bits.map((bit) => at(ids, bit));
    const agrees = (bit: number) => placed === null || at(rules, bit).favours === placed;
    const quiet = countBitsFrom(certain, table.quietFrom, rules.length);
    return {
      headline,
      strength,
      status: proof.status,
      proven: proof.finished,
      contested,
      placement: chosen?.id ?? null,
      isolation: chosen?.isolation ?? null,
      form_vm: placed === 0 ? idOf(form) : null,
      form_container: placed === 1 ? idOf(form) : null,
      runner_up: idOf(runnerUp),
      takes: runnerUp === null ? null : takes(at(model.placements, runnerUp).kind),
      if: listLeaned(known, fired, votes, headline, strength),
      must: form === null ? [] : listMusts(fired, form),
      reasons_for: name(votes.filter(agrees)),
      reasons_against: name(votes.filter((bit) => !agrees(bit))),
      ruling_out: name(fired.filter((bit) => at(rules, bit).removes !== 0)),
      form_reasons: form === null ? [] : name(listFormReasons(table, fired, form)),
      consider: rulebook.outside.flatMap(({ id }) =>
        fired.some((bit) => table.consider[bit] === id) ? [id] : [],
      ),
      fired: fired.length,
      quiet,
      undecided: rules.length - fired.length - quiet,
    };
  };

  function listMusts(fired: readonly number[], form: number): string[] {
    const demanded = new Set(fired.map((bit) => at(table.demands, bit)));
    return table.actionIds.filter((_, action) => {
      if (demanded.has(action)) return true;
      const own = at(table.actions, action);
      return (
        own.must && holdsPosition(own.for, form) && (own.always || isSet(certain, table.actionsFrom + action))
      );
    });
  }

  /** The presumptions that carry the verdict: what is certain without any leans on none. */
  function listLeaned(
    { state, withheld: bare, presumed }: Known,
    fired: readonly number[],
    votes: readonly number[],
    headline: 'vm' | 'container' | 'none' | 'either',
    strength: FleetRecord['strength'],
  ): string[] {
    if (presumed.size === 0) return [];
    judgeTable(kernel.table, bare, withheld);
    const decidedByVotes = strength !== 'forced' && headline !== 'none';
    const own = kindsOf[headline].reduce<Mask>((mask, kind) => mask | kernel.kinds[kind], 0);
    const others = (kernel.kinds[0] | kernel.kinds[1]) & ~own;
    const carrying = decidedByVotes
      ? votes.filter((bit) => kindsOf[headline].some((kind) => kind === at(rules, bit).favours))
      : fired.filter((bit) => (at(rules, bit).removes & others) !== 0);
    const leanings = new Set<number>();
    for (const bit of carrying)
      if (!isSet(withheld, bit))
        for (const fact of listLeanings(at(rules, bit).when, state, presumed, bare, truth.true))
          leanings.add(fact);
    for (const [placement, { needs }] of model.placements.entries()) {
      const bit = rules.length + placement;
      if (decidedByVotes || needs === null || !holdsPosition(others, placement)) continue;
      if (isSet(certain, bit) && !isSet(withheld, bit))
        for (const fact of listLeanings(needs, state, presumed, bare, truth.false)) leanings.add(fact);
    }
    return [...leanings].sort((a, b) => a - b).map((fact) => at(model.facts, fact).id);
  }
}

/** The rules that suit a placement, the most strongly first, then as they stand in the rulebook. */
function listFormReasons(
  { rules, positions }: RecordTable,
  fired: readonly number[],
  form: number,
): number[] {
  const rankOf = (bit: number) => at(rules, bit).suits.findIndex((mask) => holdsPosition(mask, form));
  return fired
    .filter((bit) => rankOf(bit) !== -1)
    .sort((a, b) => rankOf(a) - rankOf(b) || at(positions, a) - at(positions, b));
}

/** The bits that are set, ascending. */
function listBitsOf(words: Int32Array, width: number, among?: Int32Array): number[] {
  const list: number[] = [];
  for (let word = 0; word < width; word++)
    for (let bits = (words[word] ?? 0) & (among?.[word] ?? -1); bits !== 0; bits &= bits - 1)
      list.push((word << 5) + 31 - Math.clz32(bits & -bits));
  return list;
}

function countBitsFrom(words: Int32Array, from: number, length: number): number {
  let count = 0;
  for (let bit = from; bit < from + length; bit++) if (isSet(words, bit)) count++;
  return count;
}

function isSet(words: Int32Array, bit: number): boolean {
  return ((words[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}
