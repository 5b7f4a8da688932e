import { findsAt, type Find, type InferenceRule } from '../inference-rule.ts';
import { parseImageName } from '../knowledge/image-name.ts';
import { findImageEntry, type ImageSort, stateOf } from '../knowledge/images.ts';
import { declaredIf } from './absence-rules.ts';
import type { ContainerView, DataVolume } from './container-view.ts';

function sortOf({ image, build }: ContainerView): ImageSort | undefined {
  const name = build === undefined && image?.text !== undefined ? parseImageName(image.text) : undefined;
  return name === undefined ? undefined : findImageEntry(name)?.is;
}

function listWritten({ volumes }: ContainerView): readonly DataVolume[] {
  return volumes.filter(({ readOnly }) => !readOnly);
}

/** A known store, whether it has a volume or not. */
function isStore(view: ContainerView): boolean {
  const sort = sortOf(view);
  return sort !== undefined && stateOf[sort] !== undefined;
}

function findStore(view: ContainerView): Find[] {
  const sort = sortOf(view);
  const known = sort === undefined ? undefined : stateOf[sort];
  if (known === undefined) return [];
  return findsAt(view.image).map((find) => ({
    ...find,
    ...(known.proves === undefined ? {} : { proves: { 'state.kind': known.proves } }),
    ...(known.suggests === undefined ? {} : { suggests: { 'state.kind': known.suggests } }),
  }));
}

/** What follows for the state that an instance holds. */
export const stateRules: readonly InferenceRule<ContainerView>[] = [
  {
    id: 'image/store',
    reads: ['image'],
    finds: findStore,
    proves: { facts: ['state.kind'], as: 'what the table of images knows of the store' },
    suggests: { facts: ['state.kind'], as: 'how it is mostly run' },
    because: 'The program in this image is a store, or keeps data beside it.',
    examples: { fires: 'image: postgres:17', quiet: 'image: nginx:1' },
  },
  {
    id: 'image/cache',
    reads: ['image', 'volumes'],
    finds: (view) =>
      sortOf(view) === 'cache' || (sortOf(view) === 'cache-or-store' && listWritten(view).length === 0)
        ? findsAt(view.image)
        : [],
    suggests: { 'state.kind': ['rebuildable'] },
    because: 'The program in this image is a cache, and nothing of it is kept in a volume.',
    examples: { fires: 'image: valkey/valkey:8', quiet: 'image: valkey/valkey:8\nvolumes: [data:/data]' },
  },
  {
    id: 'image/no-state',
    reads: ['image', 'volumes'],
    finds: (view) =>
      sortOf(view) === 'stateless' && listWritten(view).length === 0 ? findsAt(view.image) : [],
    suggests: { 'state.kind': ['stateless'] },
    because: 'The program in this image keeps nothing, and no volume says otherwise.',
    examples: { fires: 'image: nginx:1', quiet: 'image: nginx:1\nvolumes: [pages:/usr/share/nginx/html]' },
  },
  {
    id: 'container/volume',
    reads: ['volumes', 'volumes_from'],
    finds: (view) =>
      isStore(view)
        ? []
        : findsAt(listWritten(view)[0]?.spot).map((find) => ({
            ...find,
            // A cache or a proxy keeps its volume for speed, or for certificates.
            ...(!view.single || sortOf(view) === 'cache' || sortOf(view) === 'stateless'
              ? { suggests: {} }
              : {}),
          })),
    proves: { 'state.kind': ['rebuildable', 'one-writer', 'self-replicating'] },
    suggests: { 'state.kind': ['one-writer'] },
    because: 'It writes to a volume that outlives it.',
    not: 'That the data could not be made anew: it may be a cache.',
    examples: { fires: 'image: shop\nvolumes: [data:/data]', quiet: 'image: shop\nvolumes: [data:/data:ro]' },
  },
  {
    id: 'container/no-volume',
    reads: ['volumes'],
    finds: (view) =>
      declaredIf(view, view.complete && !view.replaced && listWritten(view).length === 0 && !isStore(view)),
    suggests: { 'state.kind': ['stateless', 'rebuildable'] },
    because: 'Nothing that it writes outlives it, if it is made anew now and then.',
    examples: { fires: 'image: shop', quiet: 'image: shop\nvolumes: [data:/data]' },
  },
];
