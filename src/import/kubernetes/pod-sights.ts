import { findsAt, findsAtKey, type InferenceRule } from '../inference-rule.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import { controller, deployment } from './examples.ts';
import type { PodWorkload } from './join-workload.ts';
import { parseQuantity } from './parse-quantity.ts';
import { findSecurity, listNodeTests } from './pod-security.ts';

const isWhole = ({ view }: PodWorkload): boolean => view.complete;

/** The setting of each of its containers, where all say yes; else none. */
function listRefusals({ pod, containers }: PodWorkload): Spot[] {
  const said = containers.map(({ spot }) => findSecurity(pod, spot, 'runAsNonRoot'));
  return said.every((spot) => saysYes(spot)) ? said.flatMap((spot) => spot ?? []) : [];
}

/** What ties it to nodes of a sort; a system or processor that most nodes have ties to none. */
function findTie({ pod }: PodWorkload): Spot | undefined {
  const common = /^(beta\.)?kubernetes\.io\/(os|arch)$/;
  const [selected] = [...(spotAt(pod, 'nodeSelector')?.entries ?? [])].filter(([key]) => !common.test(key));
  const test = listNodeTests(pod).find((each) => !common.test(textAt(each, 'key') ?? ''));
  return selected?.[1] ?? spotAt(test, 'key');
}

/** Whole processors, as many as it may use at most: then a node can set them aside for it. */
function listWholeProcessors({ containers }: PodWorkload): Spot[] {
  const programs = containers.filter(({ role }) => role !== 'init');
  const limits = programs.map(({ spot }) => spotAt(spot, 'resources', 'limits', 'cpu'));
  const isWholeNumber = programs.every(({ spot }, index) => {
    const limit = parseQuantity(limits[index]?.text);
    const asked = spotAt(spot, 'resources', 'requests', 'cpu');
    return (
      limit !== undefined &&
      Number.isInteger(limit) &&
      (asked === undefined || parseQuantity(asked.text) === limit)
    );
  });
  return isWholeNumber ? limits.flatMap((spot) => spot ?? []) : [];
}

function findSaid(spot: Spot | undefined, text: string): Spot | undefined {
  return spot?.text === text ? spot : undefined;
}

/** What only Kubernetes shows of how the pods of a workload are run. */
export const podSights: readonly InferenceRule<PodWorkload>[] = [
  {
    id: 'kubernetes/root-refused',
    reads: ['securityContext.runAsNonRoot'],
    finds: (workload) => findsAt(...listRefusals(workload)),
    shows: 'root-refused',
    looks: isWhole,
    because: 'Its node refuses to start it as root, whatever its image says.',
    examples: {
      fires: deployment('', 'securityContext: { runAsNonRoot: true }'),
      quiet: deployment('', 'securityContext: { runAsUser: 1000 }'),
    },
  },
  {
    id: 'kubernetes/user-namespace',
    reads: ['hostUsers'],
    finds: ({ pod }) => findsAt(findSaid(spotAt(pod, 'hostUsers'), 'false')),
    shows: 'user-namespace',
    looks: isWhole,
    because: 'Its users are others on the node: its root is an ordinary user there.',
    examples: {
      fires: deployment('', 'hostUsers: false'),
      quiet: deployment('', 'hostUsers: true'),
    },
  },
  {
    id: 'kubernetes/no-user-namespace',
    reads: ['hostUsers'],
    finds: ({ pod }) => findsAt(findSaid(spotAt(pod, 'hostUsers'), 'true')),
    shows: 'user-namespace-off',
    looks: isWhole,
    because: 'Its users are those of its node.',
    examples: { fires: deployment('', 'hostUsers: true'), quiet: deployment() },
  },
  {
    id: 'kubernetes/network-of-host',
    reads: ['hostNetwork'],
    finds: ({ view }) => findsAt(view.hostNetwork),
    shows: 'host-namespaces',
    looks: isWhole,
    because: 'It shares the network of its node.',
    examples: {
      fires: deployment('', 'hostNetwork: true'),
      quiet: deployment('', 'hostNetwork: false'),
    },
  },
  {
    id: 'kubernetes/folder-of-host',
    reads: ['volumes.hostPath'],
    finds: ({ view }) => findsAt(...view.hostPaths.map(({ spot }) => spot)),
    shows: 'host-folder',
    looks: isWhole,
    because: 'A folder of its node is mounted.',
    examples: {
      fires: deployment(
        '',
        'volumes: [{ name: logs, hostPath: { path: /var/log } }]',
        'volumeMounts: [{ name: logs, mountPath: /logs }]',
      ),
      quiet: deployment(
        '',
        'volumes: [{ name: logs, emptyDir: {} }]',
        'volumeMounts: [{ name: logs, mountPath: /logs }]',
      ),
    },
  },
  {
    id: 'kubernetes/shared-processes',
    reads: ['shareProcessNamespace'],
    finds: ({ pod }) => findsAt(findSaid(spotAt(pod, 'shareProcessNamespace'), 'true')),
    shows: 'reaping-init',
    looks: isWhole,
    because: 'Its containers share their processes, and the first of the pod reaps what has ended.',
    examples: {
      fires: deployment('', 'shareProcessNamespace: true'),
      quiet: deployment('', 'hostPID: true'),
    },
  },
  {
    id: 'kubernetes/group-account',
    reads: ['securityContext.windowsOptions'],
    finds: ({ pod, containers }) =>
      findsAt(
        ...[pod, ...containers.map(({ spot }) => spot)].flatMap((each) =>
          ['gmsaCredentialSpecName', 'gmsaCredentialSpec'].map((key) =>
            spotAt(each, 'securityContext', 'windowsOptions', key),
          ),
        ),
      ),
    shows: 'group-managed-account',
    looks: isWhole,
    because: 'It is given an account of the directory by a credential spec.',
    examples: {
      fires: deployment('', 'securityContext: { windowsOptions: { gmsaCredentialSpecName: shop } }'),
      quiet: deployment('', 'securityContext: { windowsOptions: { runAsUserName: shop } }'),
    },
  },
  {
    id: 'kubernetes/named-nodes',
    reads: ['nodeSelector', 'affinity'],
    finds: (workload) => findsAt(findTie(workload)),
    shows: 'tied-to-hosts',
    looks: isWhole,
    because: 'A rule of the platform says on which nodes it may run.',
    not: 'Which nodes these are.',
    examples: {
      fires: deployment('', 'nodeSelector: { licence: shop }'),
      quiet: deployment('', 'nodeSelector: { kubernetes.io/arch: arm64 }'),
    },
  },
  {
    id: 'kubernetes/whole-processors',
    reads: ['resources.limits', 'resources.requests'],
    finds: (workload) => findsAt(...listWholeProcessors(workload)),
    shows: 'own-processors',
    looks: isWhole,
    because: 'It asks for whole processors and no more than these, which a node can set aside.',
    not: 'That its nodes do so.',
    examples: {
      fires: deployment('', '', 'resources: { limits: { cpu: 2, memory: 4Gi } }'),
      quiet: deployment('', '', 'resources: { limits: { cpu: 1500m, memory: 4Gi } }'),
    },
  },
  {
    id: 'kubernetes/time-limit',
    reads: ['spec.activeDeadlineSeconds', 'activeDeadlineSeconds'],
    finds: ({ object, pod }) =>
      findsAt(
        spotAt(object.spot, 'spec', 'activeDeadlineSeconds') ??
          spotAt(object.spot, 'spec', 'jobTemplate', 'spec', 'activeDeadlineSeconds') ??
          spotAt(pod, 'activeDeadlineSeconds'),
      ),
    shows: 'time-limit',
    looks: isWhole,
    because: 'It is ended when its time is over.',
    examples: {
      fires: controller('batch/v1', 'Job', 'activeDeadlineSeconds: 600'),
      quiet: controller('batch/v1', 'Job', 'ttlSecondsAfterFinished: 600'),
    },
  },
  {
    id: 'kubernetes/on-each-node',
    reads: ['kind'],
    finds: ({ object, kind }) => (kind.countedBy === 'nodes' ? findsAt(spotAt(object.spot, 'kind')) : []),
    shows: 'one-each-host',
    looks: isWhole,
    because: 'A DaemonSet runs one pod on each node, or on each of a sort.',
    examples: { fires: controller('apps/v1', 'DaemonSet'), quiet: deployment() },
  },
  {
    id: 'kubernetes/rolls',
    reads: ['spec.strategy', 'spec.updateStrategy'],
    finds: ({ object: { spot } }) => {
      const strategy = spotAt(spot, 'spec', 'strategy') ?? spotAt(spot, 'spec', 'updateStrategy');
      return findsAtKey(
        ['rollingUpdate', 'rollingParams', 'canary', 'blueGreen']
          .map((key) => spotAt(strategy, key))
          .find((each) => each !== undefined),
      );
    },
    shows: 'steps-of-release',
    looks: isWhole,
    because: 'It says in which steps a new release takes the place of the old one.',
    not: 'That it goes back when the new one does worse.',
    examples: {
      fires: deployment('strategy: { rollingUpdate: { maxUnavailable: 0 } }'),
      quiet: deployment('strategy: { type: Recreate }'),
    },
  },
  {
    id: 'kubernetes/released-at-once',
    reads: ['spec.strategy'],
    finds: ({ object }) => findsAt(findSaid(spotAt(object.spot, 'spec', 'strategy', 'type'), 'Recreate')),
    shows: 'release-at-once',
    looks: isWhole,
    because: 'All its pods are stopped before the first of a new release starts.',
    examples: {
      fires: deployment('strategy: { type: Recreate }'),
      quiet: deployment('strategy: { type: RollingUpdate }'),
    },
  },
];
