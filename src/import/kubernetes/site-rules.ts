import { entryOf } from '../../entry-of.ts';
import { type Claims, type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import {
  cloudAnnotations,
  type ClusterMark,
  nodeLabels,
  providerIds,
  provisioners,
} from '../knowledge/clusters.ts';
import { type Spot, spotAt } from '../spot.ts';
import { type Cluster, findObject, type KubeSubject } from './cluster.ts';
import { deployment, files, observed } from './examples.ts';
import { findSwitchedOff } from './machine-workload.ts';

const anyCluster: Claims = { 'site.containers': ['managed-kubernetes', 'own-kubernetes'] };

/** The nodes that a cluster printed; one that is only asked for is not there. */
function listNodes(cluster: Cluster): Spot[] {
  return cluster
    .listOf('Node')
    .filter((node) => node.group === '' && node.observed)
    .map(({ spot }) => spot);
}

function findSaid(marks: readonly ClusterMark[], text: string | undefined): Claims | undefined {
  return marks.find(({ mark }) => mark.test(text ?? ''))?.says;
}

function findNodeMarks({ cluster }: KubeSubject): Find[] {
  return cluster.recall(listNodeMarks);
}

function listNodeMarks(cluster: Cluster): Find[] {
  for (const node of cluster.recall(listNodes)) {
    const labels = [...(spotAt(node, 'metadata', 'labels')?.entries ?? [])];
    const label = labels.find(([name]) => findSaid(nodeLabels, name) !== undefined);
    const proves = findSaid(nodeLabels, label?.[0]);
    if (label !== undefined && proves !== undefined) return [{ spot: label[1], part: 'key', proves }];
    const id = spotAt(node, 'spec', 'providerID');
    const byProvider = findSaid(providerIds, id?.text);
    if (id !== undefined && byProvider !== undefined) return [{ spot: id, proves: byProvider }];
  }
  return [];
}

function findHosts({ cluster }: KubeSubject): Find[] {
  const [first, ...others] = cluster.recall(listNodes);
  if (first === undefined) return [];
  const hosts = others.length === 0 ? 'one' : others.length < 3 ? 'few' : 'many';
  return [{ spot: spotAt(first, 'kind') ?? first, proves: { 'site.hosts': [hosts] } }];
}

/** Classes of storage, annotations of services and accounts: what is said to a cloud. */
function findCloud({ cluster, object }: KubeSubject): Find[] {
  return cluster.recall(listCloudMarks, object.namespace);
}

function listCloudMarks(cluster: Cluster, namespace: string): Find[] {
  const classes = cluster.listOf('StorageClass').map(({ spot }) => spotAt(spot, 'provisioner'));
  for (const spot of classes) {
    const suggests = findSaid(provisioners, spot?.text);
    if (spot !== undefined && suggests !== undefined) return [{ spot, suggests }];
  }
  for (const { spot } of ['ServiceAccount', 'Service'].flatMap((kind) => cluster.listOf(kind, namespace)))
    for (const [name, annotation] of spotAt(spot, 'metadata', 'annotations')?.entries ?? []) {
      const suggests = findSaid(cloudAnnotations, name);
      if (suggests !== undefined) return [{ spot: annotation, part: 'key', suggests }];
    }
  return [];
}

const enforce = 'pod-security.kubernetes.io/enforce';
const refused: Readonly<Record<string, string>> = {
  privileged: 'none',
  baseline: 'privileged',
  restricted: 'root',
};

/** What the namespace of a workload refuses to its pods. */
function findRefused({ object, cluster }: KubeSubject): Find[] {
  const namespace = findObject(cluster, 'Namespace', object.namespace || undefined);
  const spot = spotAt(namespace?.spot, 'metadata', 'labels', enforce);
  const rights = entryOf(refused, spot?.text ?? '');
  if (namespace === null || spot === undefined || rights === undefined) return [];
  const claims: Claims = { 'site.refused-rights': [rights] };
  return [namespace.observed ? { spot, proves: claims } : { spot, suggests: claims }];
}

const shop = deployment().replace('name: shop }', 'name: shop, namespace: shop }');
const namespace = (level: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { ${enforce}: ${level} } }`;
const node = (more: string): string =>
  `apiVersion: v1\nkind: Node\nmetadata: { name: one, uid: 7, resourceVersion: "7"${more} }`;

function findRunning({ object }: KubeSubject): Find[] {
  if (!object.observed) return [];
  const today = object.group.endsWith('kubevirt.io') ? 'vm-or-machine' : 'container';
  return findsAt(spotAt(object.spot, 'kind')).map((find) => ({
    ...find,
    proves:
      findSwitchedOff(object) === undefined ? { ...anyCluster, 'life.runs-today': [today] } : anyCluster,
  }));
}

/** What an artefact says of the site, whatever workload of it is looked at. */
export const siteRules: readonly InferenceRule<KubeSubject>[] = [
  {
    id: 'kubernetes/written-for',
    reads: ['apiVersion'],
    finds: ({ object }) =>
      object.observed
        ? []
        : findsAt(spotAt(object.spot, 'apiVersion')).map((find) => ({ ...find, suggests: anyCluster })),
    suggests: anyCluster,
    because: 'A manifest is written for a Kubernetes.',
    not: 'That one is there, or that this runs on it.',
    examples: { fires: deployment(), quiet: observed(deployment()) },
  },
  {
    id: 'kubernetes/runs-on',
    reads: ['metadata.uid', 'status'],
    finds: findRunning,
    proves: {
      facts: ['site.containers', 'life.runs-today'],
      as: 'a Kubernetes; a machine where it is one of KubeVirt that is not switched off, else a container',
    },
    because: 'A Kubernetes printed it: it is there.',
    examples: { fires: observed(deployment()), quiet: deployment() },
  },
  {
    id: 'kubernetes/nodes',
    reads: ['Node.metadata', 'Node.spec'],
    finds: findNodeMarks,
    proves: { facts: ['site.containers', 'site.hosting', 'site.vms'], as: 'what labels or the provider say' },
    because: 'The nodes of the cluster carry the marks of this provider.',
    examples: {
      fires: files(deployment(), node(', labels: { eks.amazonaws.com/nodegroup: shop }')),
      quiet: files(deployment(), node(', labels: { node: eks }')),
    },
  },
  {
    id: 'kubernetes/node-count',
    reads: ['Node.metadata'],
    finds: findHosts,
    proves: { facts: ['site.hosts'], as: 'one, few or many' },
    because: 'These are the nodes of the cluster.',
    examples: { fires: files(deployment(), node('')), quiet: deployment() },
  },
  {
    id: 'kubernetes/cloud',
    reads: ['StorageClass.provisioner', 'ServiceAccount.metadata', 'Service.metadata'],
    finds: findCloud,
    suggests: { facts: ['site.containers', 'site.hosting', 'site.vms'], as: 'what they are of' },
    because: 'Storage, an account or a balancer is that of this provider.',
    examples: {
      fires: files(
        deployment(),
        'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: ebs.csi.aws.com',
      ),
      quiet: files(
        deployment(),
        'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: rancher.io/local-path',
      ),
    },
  },
  {
    id: 'kubernetes/refused-rights',
    reads: ['Namespace.metadata'],
    finds: findRefused,
    proves: { facts: ['site.refused-rights'], as: 'what the level refuses, where a cluster printed it' },
    suggests: { facts: ['site.refused-rights'], as: 'what the level refuses' },
    because: 'Its namespace refuses pods that ask for more than this level allows.',
    examples: { fires: files(shop, namespace('restricted')), quiet: files(shop, namespace('none')) },
  },
];
