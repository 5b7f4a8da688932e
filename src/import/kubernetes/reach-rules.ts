import { findsAt, type Find, type InferenceRule } from '../inference-rule.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { findObject } from './cluster.ts';
import { deployment, files, ingress, service } from './examples.ts';
import type { PodWorkload } from './join-workload.ts';
import { holdsEntries } from './list-entries.ts';

/** A workload without a way in, in an artefact that holds those of others. */
function findCut({ entries, services, view, cluster, object }: PodWorkload): Find[] {
  const isReached =
    entries.length > 0 ||
    view.hostNetwork !== undefined ||
    services.some(({ spot }) => /^(NodePort|LoadBalancer)$/.test(textAt(spot, 'spec', 'type') ?? ''));
  if (isReached || !holdsEntries(cluster)) return [];
  const [first] = services;
  return findsAt(spotAt(first?.spot ?? object.spot, 'kind'));
}

/** What asks for a place in a mesh, of the pods or of all in their namespace. */
function findMesh({ template, object, cluster }: PodWorkload): Spot | undefined {
  const namespace = findObject(cluster, 'Namespace', object.namespace || undefined);
  const marks = [template, object.spot, namespace?.spot].flatMap((spot) => [
    spotAt(spot, 'metadata', 'labels', 'sidecar.istio.io/inject'),
    spotAt(spot, 'metadata', 'annotations', 'sidecar.istio.io/inject'),
    spotAt(spot, 'metadata', 'annotations', 'linkerd.io/inject'),
    spotAt(spot, 'metadata', 'labels', 'kuma.io/sidecar-injection'),
    spotAt(spot, 'metadata', 'annotations', 'consul.hashicorp.com/connect-inject'),
    spotAt(spot, 'metadata', 'labels', 'istio-injection'),
    spotAt(spot, 'metadata', 'labels', 'istio.io/rev'),
    spotAt(spot, 'metadata', 'labels', 'istio.io/dataplane-mode'),
  ]);
  const [first] = marks.filter((mark) => mark !== undefined);
  return /^(false|disabled|none)$/i.test(first?.text ?? '') ? undefined : first;
}

/** Who reaches a workload, and how. */
export const reachRules: readonly InferenceRule<PodWorkload>[] = [
  {
    id: 'kubernetes/reached-from-outside',
    reads: [
      'Service.spec',
      'Ingress.spec',
      'HTTPRoute.spec',
      'GRPCRoute.spec',
      'TLSRoute.spec',
      'Route.spec',
    ],
    finds: ({ entries }) => findsAt(entries.find(({ open }) => open)?.spot),
    suggests: { 'trust.internet': ['yes'] },
    because: 'A load balancer, or a host that anybody can look up, leads to it.',
    not: 'What a firewall in front of it lets through.',
    examples: {
      fires: files(deployment(), service(), ingress('shop.example')),
      quiet: files(deployment(), service(), ingress('shop.intranet')),
    },
  },
  {
    id: 'kubernetes/not-reached',
    reads: ['Service.spec', 'Ingress.spec', 'HTTPRoute.spec'],
    finds: findCut,
    suggests: { 'trust.internet': ['no'] },
    because: 'The file holds ways in from outside, and none leads to it.',
    not: 'Anything where no way in is in the file at all: it may stand in another.',
    examples: {
      fires: files(deployment(), service(), ingress('shop.example', 'other')),
      quiet: files(deployment(), service()),
    },
  },
  {
    id: 'kubernetes/mesh',
    reads: ['metadata.labels', 'metadata.annotations', 'Namespace.metadata'],
    finds: (workload) => findsAt(findMesh(workload)),
    suggests: { 'site.mesh': ['yes'] },
    because: 'It asks for a place in a service mesh, or its namespace does for all in it.',
    not: 'That it needs one: a platform often puts everybody in.',
    examples: {
      fires: deployment().replace('labels: {', 'annotations: { linkerd.io/inject: enabled }, labels: {'),
      quiet: deployment().replace('labels: {', 'annotations: { linkerd.io/inject: disabled }, labels: {'),
    },
  },
];
