import { isSeveral, listBits } from '../../decide/bits.ts';
import { truth } from '../../decide/judge-condition.ts';
import type { KindIndex, Mask } from '../../decide/model.ts';
import type { Bound } from './bounds.ts';
import { boundSurvival, listOpenRemovers } from './bound-survival.ts';
import type { JudgedState } from './judged-state.ts';
import type { Suitor, Prepared } from './prepared.ts';

/** Bounds the placements that can be the best of each kind, as masks of placements. */
export const boundForms: readonly [vm: Bound, container: Bound] = [
  (prepared, judged) => boundFormsOf(prepared, judged, 0),
  (prepared, judged) => boundFormsOf(prepared, judged, 1),
];

/**
 * Bounds the best placement of a kind over all completions. A rule that suits two rivals counts for
 * both, so only what tells the remaining contenders apart is live.
 */
function boundFormsOf(prepared: Prepared, judged: JudgedState, kind: KindIndex): ReturnType<Bound> {
  const { out, doubtful } = boundSurvival(prepared, judged);
  const alive = prepared.kinds[kind] & ~out;
  const certain = alive & ~doubtful;
  const suitors = prepared.suitors[kind].filter(
    ({ condition, suits }) => judged.truths[condition] !== truth.false && (suits & alive) !== 0,
  );
  const contenders = findContenders(judged, suitors, alive, certain);
  const telling = suitors.filter(
    ({ suits }) => (suits & contenders) !== 0 && (suits & contenders) !== contenders,
  );
  const open = telling.filter(({ condition }) => judged.truths[condition] === truth.unknown);
  const removers = isSeveral(contenders) ? listOpenRemovers(prepared, judged, contenders) : [];
  const live = isSeveral(contenders)
    ? [...new Set([...removers, ...open.map(({ condition }) => condition)])]
    : [];
  return {
    possible: contenders,
    live,
    key: () => {
      const counts = new Map<string, number>();
      for (const { condition, rank, suits } of telling) {
        if (judged.truths[condition] !== truth.true) continue;
        const place = `${rank} ${suits & contenders}`;
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
      const sums = [...counts].map(([place, count]) => `${place} ${count}`).sort();
      return `${contenders}/${certain & contenders}/${sums.join()}`;
    },
  };
}

/** The placements that no certain one beats in every completion. */
function findContenders(judged: JudgedState, suitors: readonly Suitor[], alive: Mask, certain: Mask): Mask {
  let contenders = alive;
  for (const one of listBits(alive))
    if (listBits(certain & ~one).some((other) => alwaysBeats(judged, suitors, other, one)))
      contenders &= ~one;
  return contenders;
}

function alwaysBeats(judged: JudgedState, suitors: readonly Suitor[], first: Mask, second: Mask): boolean {
  const least: [number, number, number] = [0, 0, 0];
  for (const { condition, rank, suits } of suitors) {
    const lead = ((suits & first) !== 0 ? 1 : 0) - ((suits & second) !== 0 ? 1 : 0);
    if (lead === 0) continue;
    const fires = judged.truths[condition] === truth.true;
    if (fires || lead < 0) least[rank] += lead;
  }
  for (const rank of [0, 1, 2] as const) {
    if (least[rank] > 0) return true;
    if (least[rank] < 0) return false;
    // At its least equal: wherever it is more it wins, so only the equal case needs a further look.
  }
  return first < second;
}
