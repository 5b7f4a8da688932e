import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';

/** Tells instances of Incus or LXD, one or a list of them, as JSON or YAML. */
export function recogniseIncus({ documents }: Artefact): Recognition {
  const instances = documents.flatMap(listInstances);
  if (instances.length > 0 && instances.every((each) => textAt(each, 'type') !== undefined))
    return { is: 'yes' };
  return instances.length > 0
    ? {
        is: 'but',
        hint: 'an instance of Incus that does not say of which type it is; print it whole: incus list -f json | advise assess -',
      }
    : { is: 'no' };
}

/** The instances that a document is, or lists. */
export function listInstances(document: Spot): Spot[] {
  const all = document.is === 'list' ? document.items : [document];
  return all.filter(
    (each) =>
      spotAt(each, 'config')?.is === 'map' &&
      spotAt(each, 'devices')?.is === 'map' &&
      spotAt(each, 'profiles')?.is === 'list' &&
      /^(container|virtual-machine)?$/.test(textAt(each, 'type') ?? ''),
  );
}
