import { findsAt, findsAtKey, type InferenceRule } from '../inference-rule.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { type Cluster, findObject, indexNamed, indexObjects } from './cluster.ts';
import { controller, deployment, files, ingress, service } from './examples.ts';
import type { PodWorkload } from './join-workload.ts';
import { listEntries, listLeading } from './list-entries.ts';
import { listSpreadKeys } from './schedule-rules.ts';
import { isSelected, listLabelNames, listSelectorNames } from './select-labels.ts';

// What other objects of the artefact show. That one is missing says something only where the artefact holds
// others of its kind: it may stand in another file.

/** Whether an artefact holds objects of a kind, or all of a cluster. */
function holds(...kinds: readonly string[]): (workload: PodWorkload) => boolean {
  return ({ cluster }) => kinds.some((kind) => cluster.listOf(kind).length > 0);
}

function listPolicies({ cluster, object, template }: PodWorkload): Spot[] {
  const labels = spotAt(template, 'metadata', 'labels');
  return cluster
    .recall(
      indexPolicies,
      object.namespace,
    )(listLabelNames(labels))
    .flatMap(({ spot }) => spotAt(spot, 'spec', 'podSelector') ?? [])
    .filter((selector) => isSelected(selector, labels));
}

function indexPolicies(cluster: Cluster, namespace: string): ReturnType<typeof indexNamed> {
  return indexNamed(cluster.listOf('NetworkPolicy', namespace), ({ spot }) =>
    listSelectorNames(spotAt(spot, 'spec', 'podSelector', 'matchLabels')),
  );
}

/** Certificates of the ways in that lead to it. */
function listCertificates({ cluster, object, services }: PodWorkload): Spot[] {
  return ['Ingress', 'Route'].flatMap((kind) =>
    listLeading(cluster, kind, services, object.namespace).flatMap((way) => {
      const tls = spotAt(way.spot, 'spec', 'tls');
      const leads = listEntries(indexObjects([way]), services, object.namespace).length > 0;
      return leads && (tls?.items.length !== 0 || tls.is === 'map') ? (tls ?? []) : [];
    }),
  );
}

/** The level of pod security that its namespace enforces. */
function findLevel({ object, cluster }: PodWorkload): Spot | undefined {
  const namespace = findObject(cluster, 'Namespace', object.namespace || undefined);
  return spotAt(namespace?.spot, 'metadata', 'labels', 'pod-security.kubernetes.io/enforce');
}

const holdsNamespace = ({ object, cluster }: PodWorkload): boolean =>
  findObject(cluster, 'Namespace', object.namespace || undefined) !== null;

function findAtLevel(workload: PodWorkload, level: string): Spot | undefined {
  const spot = findLevel(workload);
  return spot?.text === level ? spot : undefined;
}

/** What keeps the credentials of its account from it: it says so, or its account does. */
function findNoToken({ pod, object, cluster }: PodWorkload): Spot | undefined {
  const account = findObject(cluster, 'ServiceAccount', textAt(pod, 'serviceAccountName'), object.namespace);
  const said =
    spotAt(pod, 'automountServiceAccountToken') ?? spotAt(account?.spot, 'automountServiceAccountToken');
  return said?.text === 'false' ? said : undefined;
}

/** Claims that name their class and their size, in objects of their own or in templates for them. */
function listClaims({ pod, object, cluster }: PodWorkload): Spot[] {
  const named = (spotAt(pod, 'volumes')?.items ?? []).map((volume) =>
    textAt(volume, 'persistentVolumeClaim', 'claimName'),
  );
  const claims = [
    ...(spotAt(object.spot, 'spec', 'volumeClaimTemplates')?.items ?? []),
    ...named.flatMap(
      (name) => findObject(cluster, 'PersistentVolumeClaim', name, object.namespace)?.spot ?? [],
    ),
  ];
  return claims.flatMap((claim) =>
    spotAt(claim, 'spec', 'resources', 'requests', 'storage') === undefined
      ? []
      : (spotAt(claim, 'spec', 'storageClassName') ?? []),
  );
}

/** What lets it run down to nothing: a schedule, or a scaler whose least is nothing, as it is unless said. */
function findIdle({ object, autoscalers }: PodWorkload): Spot | undefined {
  if (object.kind === 'CronJob') return spotAt(object.spot, 'spec', 'schedule');
  const scaler = autoscalers.find(
    ({ kind, spot }) => kind === 'ScaledObject' && (textAt(spot, 'spec', 'minReplicaCount') ?? '0') === '0',
  );
  return spotAt(scaler?.spot, 'spec', 'minReplicaCount') ?? spotAt(scaler?.spot, 'kind');
}

const inShop = deployment().replace('name: shop }', 'name: shop, namespace: shop }');
const namespace = (level: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: ${level} } }`;
const policy = (label: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: shop }
spec: { podSelector: { matchLabels: { app: ${label} } }, policyTypes: [Ingress] }`;
const budget = (label: string): string => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: ${label} } } }`;
const scaler = (kind: string, spec: string): string => `apiVersion: v2
kind: ${kind}
metadata: { name: shop }
spec: { ${spec}, scaleTargetRef: { kind: Deployment, name: shop } }`;
const claim = (spec: string): string =>
  controller(
    'apps/v1',
    'StatefulSet',
    `volumeClaimTemplates: [{ metadata: { name: data }, spec: { ${spec} } }]`,
    '',
    'volumeMounts: [{ name: data, mountPath: /data }]',
  );

/** What the objects around a workload show of how it is run. */
export const aroundSights: readonly InferenceRule<PodWorkload>[] = [
  {
    id: 'kubernetes/budget',
    reads: ['PodDisruptionBudget.spec'],
    finds: ({ budgets }) => findsAtKey(...budgets.map(({ spot }) => spotAt(spot, 'spec'))),
    shows: 'disruption-budget',
    looks: holds('PodDisruptionBudget'),
    because: 'A budget says how many of its pods must stay up while nodes are serviced.',
    examples: { fires: files(deployment(), budget('shop')), quiet: files(deployment(), budget('other')) },
  },
  {
    id: 'kubernetes/apart',
    reads: ['affinity', 'topologySpreadConstraints'],
    finds: ({ pod }) => findsAt(...listSpreadKeys(pod)),
    shows: 'spread-over-hosts',
    looks: ({ view }) => view.complete,
    because: 'Its pods are kept, or would rather be, on different hosts or in different zones.',
    examples: {
      fires: deployment('', 'topologySpreadConstraints: [{ topologyKey: topology.kubernetes.io/zone }]'),
      quiet: deployment('', 'topologySpreadConstraints: [{ topologyKey: shelf }]'),
    },
  },
  {
    id: 'kubernetes/traffic-named',
    reads: ['NetworkPolicy.spec'],
    finds: (workload) => findsAtKey(...listPolicies(workload)),
    shows: 'network-policy',
    looks: holds('NetworkPolicy'),
    because: 'A policy names its pods, so that traffic which none allows is denied in that direction.',
    not: 'That a plug-in enforces it.',
    examples: { fires: files(deployment(), policy('shop')), quiet: files(deployment(), policy('other')) },
  },
  {
    id: 'kubernetes/service',
    reads: ['Service.spec'],
    finds: ({ services }) => findsAt(...services.map(({ spot }) => spotAt(spot, 'kind'))),
    shows: 'service-name',
    looks: holds('Service'),
    because: 'A service leads to it by a name that follows its pods.',
    not: 'That nobody goes round it.',
    examples: {
      fires: files(deployment(), service()),
      quiet: files(deployment(), service().replace('app: shop', 'app: other')),
    },
  },
  {
    id: 'kubernetes/balancer',
    reads: ['Service.spec'],
    finds: ({ services }) =>
      findsAt(
        ...services
          .map(({ spot }) => spotAt(spot, 'spec', 'type'))
          .filter((type) => type?.text === 'LoadBalancer'),
      ),
    shows: 'load-balancer',
    looks: holds('Service'),
    because: 'A load balancer stands before it.',
    not: 'That its address stays.',
    examples: {
      fires: files(deployment(), service('type: LoadBalancer')),
      quiet: files(deployment(), service('type: ClusterIP')),
    },
  },
  {
    id: 'kubernetes/certificate',
    reads: ['Ingress.spec', 'Route.spec'],
    finds: (workload) => findsAtKey(...listCertificates(workload)),
    shows: 'tls-in-front',
    looks: holds('Ingress', 'Route'),
    because: 'The way in that leads to it ends TLS before it.',
    examples: {
      fires: files(
        deployment(),
        service(),
        ingress('shop.example').replace('spec: {', 'spec: { tls: [{ secretName: shop }],'),
      ),
      quiet: files(deployment(), service(), ingress('shop.example')),
    },
  },
  {
    id: 'kubernetes/restricted',
    reads: ['Namespace.metadata'],
    finds: (workload) => findsAt(findAtLevel(workload, 'restricted')),
    shows: 'pod-security-restricted',
    looks: holdsNamespace,
    because: 'Its namespace enforces the restricted level of pod security.',
    examples: { fires: files(inShop, namespace('restricted')), quiet: files(inShop, namespace('baseline')) },
  },
  {
    id: 'kubernetes/baseline',
    reads: ['Namespace.metadata'],
    finds: (workload) => findsAt(findAtLevel(workload, 'baseline')),
    shows: 'pod-security-baseline',
    looks: holdsNamespace,
    because: 'Its namespace enforces the baseline of pod security.',
    examples: { fires: files(inShop, namespace('baseline')), quiet: files(inShop, namespace('privileged')) },
  },
  {
    id: 'kubernetes/any-rights',
    reads: ['Namespace.metadata'],
    finds: (workload) => findsAt(findAtLevel(workload, 'privileged')),
    shows: 'pod-security-off',
    looks: holdsNamespace,
    because: 'Its namespace lets pods have any rights.',
    examples: { fires: files(inShop, namespace('privileged')), quiet: files(inShop, namespace('baseline')) },
  },
  {
    id: 'kubernetes/no-token',
    reads: [
      'automountServiceAccountToken',
      'serviceAccountName',
      'ServiceAccount.automountServiceAccountToken',
    ],
    finds: (workload) => findsAt(findNoToken(workload)),
    shows: 'no-cluster-credentials',
    looks: ({ view }) => view.complete,
    because: 'The credentials of its account are not handed to it.',
    examples: {
      fires: deployment('', 'automountServiceAccountToken: false'),
      quiet: deployment('', 'serviceAccountName: shop'),
    },
  },
  {
    id: 'kubernetes/claim-apart',
    reads: ['spec.volumeClaimTemplates', 'PersistentVolumeClaim.spec'],
    finds: (workload) => findsAt(...listClaims(workload)),
    shows: 'volume-apart',
    looks: ({ view }) => view.complete && view.volumes.length > 0,
    because: 'Its volume is claimed with a class and a size of its own.',
    examples: {
      fires: claim('storageClassName: fast, resources: { requests: { storage: 1Gi } }'),
      quiet: claim('resources: { requests: { storage: 1Gi } }'),
    },
  },
  {
    id: 'kubernetes/scaled',
    reads: ['HorizontalPodAutoscaler.spec', 'ScaledObject.spec'],
    finds: ({ autoscalers }) => findsAt(...autoscalers.map(({ spot }) => spotAt(spot, 'kind'))),
    shows: 'autoscaler',
    looks: holds('HorizontalPodAutoscaler', 'ScaledObject'),
    because: 'An autoscaler follows its load.',
    examples: {
      fires: files(deployment(), scaler('HorizontalPodAutoscaler', 'maxReplicas: 9')),
      quiet: files(
        deployment(),
        scaler('HorizontalPodAutoscaler', 'maxReplicas: 9').replaceAll('name: shop', 'name: other'),
      ),
    },
  },
  {
    id: 'kubernetes/stops-when-idle',
    reads: ['spec.schedule', 'ScaledObject.spec'],
    finds: (workload) => findsAt(findIdle(workload)),
    shows: 'stopped-when-idle',
    looks: ({ view }) => view.complete,
    because: 'It runs by a schedule, or is scaled down to nothing.',
    examples: {
      fires: files(deployment(), scaler('ScaledObject', 'minReplicaCount: 0')),
      quiet: files(deployment(), scaler('ScaledObject', 'minReplicaCount: 1')),
    },
  },
];
