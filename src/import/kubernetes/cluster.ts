import type { KubeObject } from './kube-object.ts';

/** All objects of an artefact, to find what belongs to a workload. */
export interface Cluster {
  /** The objects of a kind, of all namespaces or of one. */
  readonly listOf: (kind: string, namespace?: string) => readonly KubeObject[];
}

/** Something of a cluster that is placed, and what is around it. */
export interface KubeSubject {
  readonly object: KubeObject;
  readonly cluster: Cluster;
}

/** Lays the objects of an artefact out by kind. */
export function indexObjects(objects: readonly KubeObject[]): Cluster {
  const byKind = new Map<string, KubeObject[]>();
  for (const object of objects)
    for (const key of [object.kind, `${object.kind} ${object.namespace}`]) {
      const same = byKind.get(key);
      if (same === undefined) byKind.set(key, [object]);
      else same.push(object);
    }
  return {
    listOf: (kind, namespace) => byKind.get(namespace === undefined ? kind : `${kind} ${namespace}`) ?? [],
  };
}

/** One object by its name; null where the artefact does not hold it. */
export function findObject(
  cluster: Cluster,
  kind: string,
  name: string | undefined,
  namespace?: string,
): KubeObject | null {
  if (name === undefined) return null;
  return cluster.listOf(kind, namespace).find((object) => object.name === name) ?? null;
}
