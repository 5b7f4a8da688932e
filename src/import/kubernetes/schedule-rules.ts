import { findsAt, type Find, type InferenceRule } from '../inference-rule.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { deployment, observed } from './examples.ts';
import type { PodWorkload } from './join-workload.ts';
import { listNodeTests } from './pod-security.ts';

/** Labels that every node has, so that choosing by one names no pool. */
const everyNode =
  /^((beta\.)?kubernetes\.io\/(os|arch|hostname)|node-role\.kubernetes\.io\/.*|topology\.kubernetes\.io\/.*)$/;

/** What sends its pods to a pool of nodes that keeps others away. */
function findPool({ pod, kind }: PodWorkload): Spot | undefined {
  // A DaemonSet tolerates taints to be on every node, pools of others included.
  if (kind.countedBy === 'nodes') return undefined;
  const toleration = (spotAt(pod, 'tolerations')?.items ?? []).find((each) => {
    const key = textAt(each, 'key');
    return key !== undefined && !/^node(-role)?\.kubernetes\.io\//.test(key);
  });
  const chosen = [
    ...(spotAt(pod, 'nodeSelector')?.entries.keys() ?? []),
    ...listNodeTests(pod).map((test) => textAt(test, 'key') ?? ''),
  ];
  return chosen.some((label) => label !== '' && !everyNode.test(label)) ? toleration : undefined;
}

/** What keeps three or more of its pods on different hosts. */
function findSpread({ pod, replicas }: PodWorkload): Spot | undefined {
  if (!(Number(replicas?.text) >= 3)) return undefined;
  return listSpreadKeys(pod).find(({ text }) => text === 'kubernetes.io/hostname');
}

/** The labels of hosts and zones by which its pods keep apart from one another, or would rather. */
export function listSpreadKeys(pod: Spot): Spot[] {
  const affinity = spotAt(pod, 'affinity', 'podAntiAffinity');
  const preferred = spotAt(affinity, 'preferredDuringSchedulingIgnoredDuringExecution')?.items ?? [];
  const rules = [
    ...(spotAt(affinity, 'requiredDuringSchedulingIgnoredDuringExecution')?.items ?? []),
    ...preferred.flatMap((each) => spotAt(each, 'podAffinityTerm') ?? []),
    ...(spotAt(pod, 'topologySpreadConstraints')?.items ?? []),
  ];
  const places =
    /^(kubernetes\.io\/hostname|(topology|failure-domain\.beta)\.kubernetes\.io\/(zone|region))$/;
  return rules
    .flatMap((rule) => spotAt(rule, 'topologyKey') ?? [])
    .filter(({ text = '' }) => places.test(text));
}

/** Pods for Windows that have started, by what the cluster says of them. */
function findStarted({ view, object }: PodWorkload): Find[] {
  const ready = ['readyReplicas', 'numberReady', 'succeeded']
    .map((key) => spotAt(object.spot, 'status', key))
    .find((spot) => Number(spot?.text) > 0);
  return view.windows === undefined ? [] : findsAt(ready);
}

const pool = 'nodeSelector: { pool: shop }, tolerations: [{ key: shop, operator: Exists }]';
const windows = (status: string): string =>
  `${observed(deployment('', 'os: { name: windows }'))}\nstatus: { ${status} }`;

/** What the choice of nodes for its pods says. */
export const scheduleRules: readonly InferenceRule<PodWorkload>[] = [
  {
    id: 'kubernetes/pool-of-its-own',
    reads: ['tolerations', 'nodeSelector', 'affinity'],
    finds: (workload) => findsAt(findPool(workload)),
    suggests: { 'site.own-hosts': ['yes'] },
    because: 'It is sent to a pool of nodes that keeps others away.',
    examples: {
      fires: deployment('', pool),
      quiet: deployment('', pool.replace('pool: shop', 'kubernetes.io/arch: arm64')),
    },
  },
  {
    id: 'kubernetes/spread',
    reads: ['affinity', 'topologySpreadConstraints', 'spec.replicas'],
    finds: (workload) => findsAt(findSpread(workload)),
    suggests: { 'site.hosts': ['few', 'many'] },
    because: 'Three or more of its pods are to run on different hosts.',
    examples: {
      fires: deployment(
        'replicas: 3',
        'topologySpreadConstraints: [{ topologyKey: kubernetes.io/hostname }]',
      ),
      quiet: deployment(
        'replicas: 2',
        'topologySpreadConstraints: [{ topologyKey: kubernetes.io/hostname }]',
      ),
    },
  },
  {
    id: 'kubernetes/windows-hosts',
    reads: ['status.readyReplicas'],
    finds: findStarted,
    proves: { 'os.windows-hosts': ['same-build', 'hosts-newer'] },
    because: 'Pods of it for Windows have started on the hosts that there are.',
    examples: { fires: windows('readyReplicas: 1'), quiet: windows('replicas: 1') },
  },
];
