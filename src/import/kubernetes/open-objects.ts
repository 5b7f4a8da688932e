import type { Artefact } from '../artefact.ts';
import type { Unread } from '../importer.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { type KubeObject, toKubeObject } from './kube-object.ts';

/** The objects of an artefact, and the documents that are none. */
export interface OpenedObjects {
  readonly objects: readonly KubeObject[];
  readonly others: readonly Unread[];
}

/**
 * All objects of an artefact, lists opened: `kind: List`, as kubectl prints it, and lists of one kind.
 * @param running whether somebody says that they are there
 */
export function openObjects({ documents }: Artefact, running?: boolean): OpenedObjects {
  const objects: KubeObject[] = [];
  const others: Unread[] = [];
  const open = (spot: Spot, kind: string, apiVersion: string): void => {
    const own = textAt(spot, 'kind') ?? kind;
    const version = textAt(spot, 'apiVersion') ?? apiVersion;
    if (spot.is !== 'map' || own === '' || version === '')
      others.push({ what: 'no object of Kubernetes, so it was left out', at: spot.at });
    else if (isList(spot, own))
      for (const item of spotAt(spot, 'items')?.items ?? [])
        open(item, own === 'List' ? '' : own.replace(/List$/, ''), own === 'List' ? '' : version);
    else objects.push(toKubeObject(spot, kind, apiVersion, running));
  };
  for (const document of documents) open(document, '', '');
  return { objects, others };
}

function isList(spot: Spot, kind: string): boolean {
  return kind.endsWith('List') && spotAt(spot, 'items') !== undefined;
}
