import { type Spot, spotAt, textAt } from '../spot.ts';
import { type Cluster, indexNamed } from './cluster.ts';
import type { KubeObject } from './kube-object.ts';

/** A way from outside of the cluster to a service. */
export interface Entry {
  /** What shows it: the host that it answers to, or the type of the service. */
  readonly spot: Spot;
  /** Whether anybody can reach it, as far as its host or its annotations say. */
  readonly open: boolean;
}

/** The ways in that lead to services: load balancers, and whatever routes to them by name. */
export function listEntries(cluster: Cluster, services: readonly KubeObject[], namespace: string): Entry[] {
  const names = services.flatMap(({ name }) => name ?? []);
  const balancers = services.flatMap(({ spot }): Entry[] => {
    const type = spotAt(spot, 'spec', 'type');
    return type?.text === 'LoadBalancer' ? [{ spot: type, open: !isInternal(spot) }] : [];
  });
  const routes = cluster
    .recall(
      indexRoutes,
      namespace,
    )(names)
    .flatMap((object) => listRoutes(object, names));
  return [...balancers, ...routes];
}

/** The objects of a kind that lead to one of some services, or may. */
export function listLeading(
  cluster: Cluster,
  kind: string,
  services: readonly KubeObject[],
  namespace: string,
): KubeObject[] {
  const names = services.flatMap(({ name }) => name ?? []);
  return cluster
    .recall(
      indexRoutes,
      namespace,
    )(names)
    .filter((object) => object.kind === kind);
}

/** What routes in a namespace, by the services that it names. */
function indexRoutes(cluster: Cluster, namespace: string): ReturnType<typeof indexNamed> {
  return indexNamed(
    routeKinds.flatMap((kind) => cluster.listOf(kind, namespace)),
    listNamed,
  );
}

/** The services that something names which routes. */
function listNamed({ spot, kind }: KubeObject): string[] {
  const spec = spotAt(spot, 'spec');
  const named =
    kind === 'Ingress'
      ? [...(spotAt(spec, 'rules')?.items ?? []).flatMap(listBackends), findStandard(spec)]
      : kind === 'Route'
        ? [spotAt(spec, 'to', 'name')]
        : (spotAt(spec, 'rules')?.items ?? []).flatMap(listReferences);
  return named.flatMap((name) => name?.text ?? []);
}

const routeKinds = ['Ingress', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'Route'];

/** Whether an artefact holds ways in at all, so that their absence says something. */
export function holdsEntries(cluster: Cluster): boolean {
  return cluster.recall(findAnyEntry);
}

function findAnyEntry(cluster: Cluster): boolean {
  return (
    routeKinds.some((kind) => cluster.listOf(kind).length > 0) ||
    cluster.listOf('Service').some(({ spot }) => textAt(spot, 'spec', 'type') === 'LoadBalancer')
  );
}

function listRoutes({ spot, kind }: KubeObject, names: readonly string[]): Entry[] {
  const spec = spotAt(spot, 'spec');
  const open = !isInternal(spot);
  if (kind === 'Ingress') return listIngress(spec, names, open);
  if (kind === 'Route') {
    const to = spotAt(spec, 'to', 'name');
    return to === undefined || !names.includes(to.text ?? '')
      ? []
      : [toEntry(spotAt(spec, 'host'), to, open)];
  }
  const backend = (spotAt(spec, 'rules')?.items ?? [])
    .flatMap(listReferences)
    .find((name) => names.includes(name?.text ?? ''));
  if (backend === undefined) return [];
  const hosts = spotAt(spec, 'hostnames')?.items ?? [];
  return hosts.length === 0 ? [{ spot: backend, open }] : hosts.map((host) => toEntry(host, backend, open));
}

/** Rules of an ingress in its newer and its older form, and what answers where no rule fits. */
function listIngress(spec: Spot | undefined, names: readonly string[], open: boolean): Entry[] {
  const rules = spotAt(spec, 'rules')?.items ?? [];
  const ofRules = rules.flatMap((rule) => {
    const backend = listBackends(rule).find((name) => names.includes(name?.text ?? ''));
    return backend === undefined ? [] : [toEntry(spotAt(rule, 'host'), backend, open)];
  });
  const standard = findStandard(spec);
  return standard === undefined || !names.includes(standard.text ?? '')
    ? ofRules
    : [...ofRules, { spot: standard, open }];
}

function listBackends(rule: Spot): (Spot | undefined)[] {
  return (spotAt(rule, 'http', 'paths')?.items ?? []).map((path) => findBackend(spotAt(path, 'backend')));
}

function findStandard(spec: Spot | undefined): Spot | undefined {
  return findBackend(spotAt(spec, 'defaultBackend') ?? spotAt(spec, 'backend'));
}

function listReferences(rule: Spot): (Spot | undefined)[] {
  return (spotAt(rule, 'backendRefs')?.items ?? []).map((each) => spotAt(each, 'name'));
}

function findBackend(backend: Spot | undefined): Spot | undefined {
  return spotAt(backend, 'service', 'name') ?? spotAt(backend, 'serviceName');
}

/** Shown at its host, or at the service where it answers to any. */
function toEntry(host: Spot | undefined, service: Spot, open: boolean): Entry {
  return { spot: host ?? service, open: open && !isPrivateHost(host?.text ?? '') };
}

/** Names that no public server answers for. */
function isPrivateHost(host: string): boolean {
  return /(^|\.)(localhost|local|internal|intranet|lan|corp|home|svc|test|invalid)$/i.test(host);
}

/** An annotation by which the clouds make a balancer, or an ingress of theirs, internal. */
function isInternal(spot: Spot): boolean {
  const annotations = spotAt(spot, 'metadata', 'annotations')?.entries ?? new Map<string, Spot>();
  const named = [...annotations].some(
    ([name, { text = '' }]) =>
      /internal$|load-balancer-type$|\/scheme$|load-balancer-scheme$|ingress\.\w+$/.test(name) &&
      /^(true|internal|private|gce-internal|nginx-internal|0\.0\.0\.0\/0)$/i.test(text),
  );
  return named || /internal|private/.test(textAt(spot, 'spec', 'ingressClassName') ?? '');
}
