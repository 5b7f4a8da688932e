import { listEngineSockets, listSystemPaths } from '../container/bounds.ts';
import { findBlanketGrant } from '../container/container-view.ts';
import { findsAt, findsAtKey, type Find, type InferenceRule } from '../inference-rule.ts';
import { parseImageName } from '../knowledge/image-name.ts';
import { findImageEntry, stateOf } from '../knowledge/images.ts';
import { type Spot, spotAt } from '../spot.ts';
import { controller, deployment } from './examples.ts';
import type { PodWorkload } from './join-workload.ts';
import { isTuner, joinCommand } from './pod-containers.ts';
import { findHugePages } from './pod-resources.ts';
import { findRootAtStart, findUser } from './pod-security.ts';

/** Another program beside the first one; what looks after a program is none. */
function findSecondProgram({ containers, view }: PodWorkload): Spot | undefined {
  return view.complete ? containers.find(({ role }) => role === 'beside')?.spot : undefined;
}

/** Rights over its node of a pod that runs on each of them. */
function findAgentRights({ kind, view }: PodWorkload): Spot | undefined {
  if (kind.countedBy !== 'nodes') return undefined;
  return (
    findBlanketGrant(view) ??
    view.hostPid ??
    view.hostNamespaces[0] ??
    listSystemPaths(view)[0]?.spot ??
    listEngineSockets(view)[0]
  );
}

/** Settings that belong to the namespaces of one pod; all others belong to its node. */
const ofNamespace = /^(net\.|kernel\.(shm|msg|sem)|fs\.mqueue\.)/;

/** Kernel settings that a container makes before the others start. */
function findTuning({ containers }: PodWorkload): Find[] {
  return containers.filter(isTuner).map(({ spot }) => {
    const names = [...joinCommand(spot).matchAll(/\b((?:vm|fs|kernel|net)[./][\w./-]+)/g)].map(
      ([, name = '']) => name.replaceAll('/', '.'),
    );
    const tuning =
      names.length === 0
        ? ['per-container', 'node-wide', 'disturbing']
        : names.every((name) => ofNamespace.test(name))
          ? ['per-container']
          : ['node-wide'];
    const shown = spotAt(spot, 'command') ?? spotAt(spot, 'args') ?? spot;
    return { spot: shown, part: 'key' as const, proves: { 'os.kernel-tuning': tuning } };
  });
}

/** Root of what runs before, if the programs are not root. */
function findRootBefore({ pod, containers, view }: PodWorkload): Find[] {
  const spot = findRootAtStart(pod, containers);
  if (spot === undefined || !view.complete || view.user?.text === 'root') return [];
  const programs = containers.filter(({ role }) => role !== 'init');
  return [
    findUser(pod, programs) === undefined
      ? { spot }
      : { spot, proves: { 'trust.root': ['no', 'start-only'] } },
  ];
}

/** A store whose members copy their data among themselves, if three or more of it run under names that stay. */
function isCluster({ kind, replicas, view }: PodWorkload): boolean {
  const image = parseImageName(view.image?.text ?? '');
  const known = image === undefined ? null : findImageEntry(image);
  const couldBe = known !== null && stateOf[known.is]?.proves?.includes('self-replicating') === true;
  return kind.stableName && Number(replicas?.text ?? 1) >= 3 && couldBe && !known.is.endsWith('store');
}

/** A tag that a pipeline makes: of a commit, or the digest of what was built. */
function findBuiltTag({ view: { image } }: PodWorkload): Spot | undefined {
  const text = image?.text ?? '';
  return /@sha256:[0-9a-f]{64}$/.test(text) ||
    /:([\w.]+-)?(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}$/.test(text)
    ? image
    : undefined;
}

const confidential = /(^|[-_.])(cc|coco|snp|sev|tdx|confidential)([-_.]|$)/i;

const sysctl =
  'initContainers: [{ name: tune, image: busybox, command: [sysctl, -w, vm.max_map_count=262144], securityContext: { privileged: true } }]';
const trio = controller(
  'apps/v1',
  'StatefulSet',
  'replicas: 3, volumeClaimTemplates: [{ metadata: { name: data } }]',
  '',
  'volumeMounts: [{ name: data, mountPath: /data }]',
);
const chown = 'initContainers: [{ name: chown, image: busybox, securityContext: { runAsUser: 0 } }]';

/** What the description of a pod says beyond what holds of every container. */
export const podRules: readonly InferenceRule<PodWorkload>[] = [
  {
    id: 'kubernetes/linux',
    reads: ['os', 'nodeSelector', 'affinity'],
    finds: ({ view, pod }) => (view.complete && view.windows === undefined ? findsAtKey(pod) : []),
    proves: { 'os.family': ['linux'] },
    because: 'A pod for Windows has to say so, since every cluster has nodes with Linux.',
    examples: { fires: deployment(), quiet: deployment('', 'nodeSelector: { kubernetes.io/os: windows }') },
  },
  {
    id: 'kubernetes/several-programs',
    reads: ['containers'],
    finds: (workload) => findsAt(findSecondProgram(workload)),
    proves: { 'os.init': ['several-processes'] },
    because: 'Its pod has more than one program.',
    not: 'A sidecar that is declared as one, one of a mesh, a log shipper or an exporter is no program of it.',
    examples: {
      fires:
        'apiVersion: v1\nkind: Pod\nmetadata: { name: shop }\nspec: { containers: [{ image: shop }, { image: town/gazette }] }',
      quiet: deployment(),
    },
  },
  {
    id: 'kubernetes/node-agent',
    reads: ['kind', 'hostPID', 'hostIPC', 'volumes.hostPath', 'securityContext'],
    finds: (workload) => findsAt(findAgentRights(workload)),
    proves: { 'os.host-access': ['node-agent'] },
    because: 'It runs on each node and is given rights over it.',
    not: 'That every DaemonSet is an agent: one without such rights is none.',
    examples: {
      fires: controller('apps/v1', 'DaemonSet', '', 'hostPID: true'),
      quiet: controller('apps/v1', 'DaemonSet', '', 'hostNetwork: true'),
    },
  },
  {
    id: 'kubernetes/tuned-before',
    reads: ['initContainers.command', 'initContainers.args'],
    finds: findTuning,
    proves: { facts: ['os.kernel-tuning'], as: 'of its node, or of its namespaces alone' },
    because: 'A container makes kernel settings before it starts.',
    not: 'That the program itself is privileged: only that container is.',
    examples: { fires: deployment('', sysctl), quiet: deployment('', chown) },
  },
  {
    id: 'kubernetes/huge-pages',
    reads: ['resources.limits', 'resources.requests'],
    finds: ({ containers }) => findsAt(findHugePages(containers)),
    proves: { 'os.kernel-tuning': ['node-wide'] },
    because: 'Large pages are set aside when a node starts.',
    examples: {
      fires: deployment('', '', 'resources: { limits: { hugepages-2Mi: 1Gi, memory: 1Gi } }'),
      quiet: deployment('', '', 'resources: { limits: { memory: 1Gi } }'),
    },
  },
  {
    id: 'kubernetes/root-at-start',
    reads: ['initContainers.securityContext'],
    finds: findRootBefore,
    proves: { facts: ['trust.root'], as: 'no or to start, where its programs are said to be another user' },
    suggests: { 'trust.root': ['start-only'] },
    because: 'A container that runs before it is root, and it is not said to be itself.',
    examples: { fires: deployment('', chown), quiet: deployment('', chown.replace('User: 0', 'User: 7')) },
  },
  {
    id: 'kubernetes/cluster',
    reads: ['spec.replicas', 'containers.image'],
    finds: (workload) => (isCluster(workload) ? findsAt(workload.view.image) : []),
    suggests: { 'state.kind': ['self-replicating'] },
    because: 'Three or more of a store that can copy its data among its members run under names that stay.',
    examples: {
      fires: trio.replace('image: shop', 'image: mongo'),
      quiet: trio.replace('image: shop', 'image: postgres'),
    },
  },
  {
    id: 'kubernetes/built-by-a-pipeline',
    reads: ['containers.image'],
    finds: (workload) => findsAt(findBuiltTag(workload)),
    suggests: { 'life.image-pipeline': ['yes'] },
    because: 'Its image is named by a commit or a digest, as pipelines do.',
    examples: {
      fires: deployment().replace('image: shop', 'image: "registry.example/shop:9f86d08"'),
      quiet: deployment().replace('image: shop', 'image: "registry.example/shop:1.4.2"'),
    },
  },
  {
    id: 'kubernetes/confidential',
    reads: ['runtimeClassName', 'RuntimeClass.handler'],
    finds: ({ view: { runtime } }) => (confidential.test(runtime?.text ?? '') ? findsAt(runtime) : []),
    proves: { 'trust.confidential-memory': ['yes'] },
    because: 'Its runtime encrypts its memory against whoever runs the nodes.',
    examples: {
      fires: deployment('', 'runtimeClassName: kata-qemu-snp'),
      quiet: deployment('', 'runtimeClassName: kata-qemu'),
    },
  },
];
