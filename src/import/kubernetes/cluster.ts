import type { KubeObject } from './kube-object.ts';

/** All objects of an artefact, to find what belongs to a workload. */
export interface Cluster {
  /** The objects of a kind, of all namespaces or of one. */
  readonly listOf: (kind: string, namespace?: string) => readonly KubeObject[];
  /** The first object of a kind that is called so, of all namespaces or of one. */
  readonly find: (kind: string, name: string, namespace?: string) => KubeObject | undefined;
  /**
   * What is worked out of the objects themselves, or of those of a namespace, and not of a workload: it is worked
   * out once, however many workloads ask.
   * @param work a function that is the same each time
   */
  readonly recall: <T>(work: (cluster: Cluster, namespace: string) => T, namespace?: string) => T;
}

/** Something of a cluster that is placed, and what is around it. */
export interface KubeSubject {
  readonly object: KubeObject;
  readonly cluster: Cluster;
}

/** Lays the objects of an artefact out by kind. */
export function indexObjects(objects: readonly KubeObject[]): Cluster {
  const byKind = new Map<string, KubeObject[]>();
  const byName = new Map<string, KubeObject>();
  const recalled = new Map<unknown, Map<string, unknown>>();
  for (const object of objects)
    for (const key of [object.kind, `${object.kind} ${object.namespace}`]) {
      const same = byKind.get(key);
      if (same === undefined) byKind.set(key, [object]);
      else same.push(object);
      const named = `${key}/${object.name}`;
      if (object.name !== undefined && !byName.has(named)) byName.set(named, object);
    }
  const keyOf = (kind: string, namespace: string | undefined): string =>
    namespace === undefined ? kind : `${kind} ${namespace}`;
  const cluster: Cluster = {
    listOf: (kind, namespace) => byKind.get(keyOf(kind, namespace)) ?? [],
    find: (kind, name, namespace) => byName.get(`${keyOf(kind, namespace)}/${name}`),
    recall: <T>(work: (cluster: Cluster, namespace: string) => T, namespace = ''): T => {
      const known = recalled.get(work) ?? new Map<string, unknown>();
      recalled.set(work, known);
      if (!known.has(namespace)) known.set(namespace, work(cluster, namespace));
      return known.get(namespace) as T;
    },
  };
  return cluster;
}

/** One object by its name; null where the artefact does not hold it. */
export function findObject(
  cluster: Cluster,
  kind: string,
  name: string | undefined,
  namespace?: string,
): KubeObject | null {
  return name === undefined ? null : (cluster.find(kind, name, namespace) ?? null);
}

/**
 * Lays objects out by what they name, so that whoever is named finds them without a look at all others.
 * @param listNames what an object names; what it names nothing for is found by an empty name
 * @returns those that name one of some names, in their order
 */
export function indexNamed(
  objects: readonly KubeObject[],
  listNames: (object: KubeObject) => readonly string[],
): (names: Iterable<string>) => KubeObject[] {
  const byName = new Map<string, number[]>();
  for (const [position, object] of objects.entries())
    for (const name of listNames(object)) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [position]);
      else known.push(position);
    }
  return (names) => {
    const found = new Set(Array.from(names, (name) => byName.get(name) ?? []).flat());
    return [...found].sort((a, b) => a - b).flatMap((position) => objects[position] ?? []);
  };
}
