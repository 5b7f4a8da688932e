import type { PlacedHeadline } from '../words.ts';
import { allBits, maskOf } from './bits.ts';
import type { KindIndex, Mask, Model } from './model.ts';

/** The kinds that stand side by side under each headline, by number. */
export const kindsOf: Readonly<Record<PlacedHeadline, readonly KindIndex[]>> = {
  vm: [0],
  container: [1],
  either: [0, 1],
  none: [],
};

/** The one kind that a headline places in; null for either and none. */
export function findPlacedKind(headline: PlacedHeadline): KindIndex | null {
  const [kind, second] = kindsOf[headline];
  return kind === undefined || second !== undefined ? null : kind;
}

/** The other kind. */
export function otherKind(kind: KindIndex): KindIndex {
  return kind === 0 ? 1 : 0;
}

/** The placements of some kinds. */
export function maskOfKinds({ placements }: Model, kinds: readonly KindIndex[]): Mask {
  return maskOf(placements.flatMap(({ kind }, index) => (kinds.includes(kind) ? [index] : [])));
}

/** The placements of one kind. */
export function maskOfKind(model: Model, kind: KindIndex): Mask {
  return maskOfKinds(model, [kind]);
}

/** The placements of each kind. */
export function masksOfKinds(model: Model): readonly [vms: Mask, containers: Mask] {
  return [maskOfKind(model, 0), maskOfKind(model, 1)];
}

/** All placements. */
export function maskOfAll({ placements }: Model): Mask {
  return allBits(placements.length);
}
