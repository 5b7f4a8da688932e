import { findsAt, type Find, type InferenceRule } from '../inference-rule.ts';
import { type Spot, spotAt } from '../spot.ts';
import { controller, deployment, files } from './examples.ts';
import type { PodWorkload } from './join-workload.ts';
import { findMark } from './kube-object.ts';

const asWhole = (spot: Spot | undefined): number | undefined =>
  /^\d{1,7}$/.test(spot?.text ?? '') ? Number(spot?.text) : undefined;

function findReplicas({ replicas, autoscalers }: PodWorkload): Find[] {
  const count = asWhole(replicas);
  if (replicas === undefined || count === undefined || count < 1 || autoscalers.length > 0) return [];
  return [{ spot: replicas, proves: { 'scale.instances': [count] } }];
}

/** Between the least and the most that an autoscaler allows; the most is what the peak is planned for. */
function findScaler({ autoscalers }: PodWorkload): Find[] {
  const [scaler] = autoscalers;
  const spec = spotAt(scaler?.spot, 'spec');
  const most = spotAt(spec, 'maxReplicas') ?? spotAt(spec, 'maxReplicaCount');
  const [least, count] = [asWhole(spotAt(spec, 'minReplicas')) ?? 1, asWhole(most)];
  if (most === undefined || count === undefined || count < 1) return [];
  const range = { 'at-least': Math.max(1, Math.min(least, count)), 'at-most': count };
  return [{ spot: most, proves: { 'scale.instances': [range] }, suggests: { 'scale.instances': [count] } }];
}

/** Pods of one run of a job. */
function findParallelism({ kind, object }: PodWorkload): Find[] {
  if (kind.countedBy !== 'parallelism') return [];
  const job = kind.kind === 'Job' ? object.spot : spotAt(object.spot, 'spec', 'jobTemplate');
  const spot = spotAt(job, 'spec', 'parallelism');
  const count = spot === undefined ? 1 : asWhole(spot);
  const kindSpot = spotAt(object.spot, 'kind') ?? object.spot;
  return count === undefined || count < 1
    ? []
    : [{ spot: spot ?? kindSpot, suggests: { 'scale.instances': [count] } }];
}

function findKind({ object }: PodWorkload, holds: boolean): Find[] {
  return holds ? findsAt(spotAt(object.spot, 'kind') ?? object.spot) : [];
}

/** Rules by which no two of its pods share a host, so that every host may have one. */
function findSpread({ pod }: PodWorkload): Spot | undefined {
  const rules =
    spotAt(pod, 'affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')?.items ?? [];
  return rules
    .map((rule) => spotAt(rule, 'topologyKey'))
    .find((key) => key?.text === 'kubernetes.io/hostname');
}

/** By how long a run may take at most. */
function findDeadline({ kind, object, pod }: PodWorkload): Find[] {
  if (kind.countedBy !== 'parallelism') return [];
  const job = kind.kind === 'Job' ? object.spot : spotAt(object.spot, 'spec', 'jobTemplate');
  const spot = spotAt(job, 'spec', 'activeDeadlineSeconds') ?? spotAt(pod, 'activeDeadlineSeconds');
  const seconds = asWhole(spot);
  if (spot === undefined || seconds === undefined || seconds > 86_400) return [];
  const lives = ['seconds', 'minutes', 'hours'].slice(0, seconds <= 60 ? 1 : seconds <= 3600 ? 2 : 3);
  return [{ spot, proves: { 'life.instance': lives } }];
}

/** What keeps its pods from being stopped: a budget of none, or an annotation. */
function findObstacle({ budgets, template, replicas }: PodWorkload): Spot | undefined {
  const safe = findMark(template, 'annotations', 'cluster-autoscaler.kubernetes.io/safe-to-evict');
  const disrupt = findMark(template, 'annotations', 'karpenter.sh/do-not-disrupt');
  const marks = [safe?.text === 'false' ? safe : undefined, disrupt?.text === 'true' ? disrupt : undefined];
  const ofBudgets = budgets.map(({ spot }) => {
    const [most, least] = ['maxUnavailable', 'minAvailable'].map((key) => spotAt(spot, 'spec', key));
    if (/^0%?$/.test(most?.text ?? '')) return most;
    const count = asWhole(least);
    const all =
      least?.text === '100%' || (count !== undefined && count >= (asWhole(replicas) ?? 1) && count > 0);
    return all ? least : undefined;
  });
  return [...ofBudgets, ...marks].find((spot) => spot !== undefined);
}

const job = (more: string): string => controller('batch/v1', 'Job', more);
const budget = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: shop }
spec: { maxUnavailable: 0, selector: { matchLabels: { app: shop } } }`;
const scaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: shop }
spec: { minReplicas: 2, maxReplicas: 9, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop } }`;

/** What the kind of a controller says, and how many pods it runs and for how long. */
export const controllerRules: readonly InferenceRule<PodWorkload>[] = [
  {
    id: 'kubernetes/replicas',
    reads: ['spec.replicas'],
    finds: findReplicas,
    proves: { facts: ['scale.instances'], as: 'the number' },
    because: 'So many pods of it run, and nothing in the file changes the number.',
    examples: { fires: deployment('replicas: 3'), quiet: deployment('replicas: 0') },
  },
  {
    id: 'kubernetes/one-replica',
    reads: ['spec.replicas'],
    finds: (workload) =>
      findKind(
        workload,
        workload.kind.countedBy === 'replicas' &&
          workload.replicas === undefined &&
          workload.view.complete &&
          workload.autoscalers.length === 0,
      ),
    suggests: { 'scale.instances': [1] },
    because: 'Nothing is said of more pods than one.',
    not: 'How many there are: the number is often left out where an autoscaler sets it.',
    examples: { fires: deployment(), quiet: deployment('replicas: 3') },
  },
  {
    id: 'kubernetes/one-pod',
    reads: [],
    finds: (workload) => findKind(workload, workload.kind.countedBy === 'itself'),
    proves: { 'scale.instances': [1] },
    because: 'It is a single pod, which nothing multiplies.',
    examples: {
      fires: 'apiVersion: v1\nkind: Pod\nmetadata: { name: shop }\nspec: { containers: [{ image: shop }] }',
      quiet: deployment(),
    },
  },
  {
    id: 'kubernetes/autoscaler',
    reads: ['HorizontalPodAutoscaler.spec', 'ScaledObject.spec'],
    finds: findScaler,
    proves: { facts: ['scale.instances'], as: 'from the least to the most that is allowed' },
    suggests: { facts: ['scale.instances'], as: 'the most that is allowed' },
    because: 'An autoscaler keeps the number of its pods within these bounds.',
    not: 'How many run at the peak: the most is a ceiling.',
    examples: {
      fires: files(deployment(), scaler),
      quiet: files(deployment(), scaler.replaceAll('name: shop', 'name: other')),
    },
  },
  {
    id: 'kubernetes/parallelism',
    reads: ['spec.parallelism'],
    finds: findParallelism,
    suggests: { facts: ['scale.instances'], as: 'the pods of one run' },
    because: 'A run of the job has so many pods.',
    not: 'How many runs there are at once.',
    examples: { fires: job('parallelism: 4'), quiet: deployment() },
  },
  {
    id: 'kubernetes/each-node',
    reads: ['kind'],
    finds: (workload) => findKind(workload, workload.kind.countedBy === 'nodes'),
    proves: { 'scale.per-host': ['yes'] },
    because: 'A DaemonSet runs one pod on each node, or on each of a sort.',
    examples: { fires: controller('apps/v1', 'DaemonSet'), quiet: deployment() },
  },
  {
    id: 'kubernetes/any-node',
    reads: ['kind', 'affinity'],
    finds: (workload) =>
      findKind(
        workload,
        workload.view.complete &&
          workload.kind.countedBy === 'replicas' &&
          findSpread(workload) === undefined,
      ),
    proves: { 'scale.per-host': ['no'] },
    because: 'Its pods run wherever there is room, and several may share a node.',
    examples: {
      fires: deployment(),
      quiet: deployment(
        'replicas: 100',
        'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname }] } }',
      ),
    },
  },
  {
    id: 'kubernetes/runs-to-its-end',
    reads: ['kind'],
    finds: (workload) => findKind(workload, workload.kind.countedBy === 'parallelism'),
    suggests: { 'life.instance': ['seconds', 'minutes', 'hours'] },
    because: 'A job runs to its end, mostly within hours.',
    not: 'How long: the schedule says how often it starts.',
    examples: { fires: job('backoffLimit: 1'), quiet: deployment() },
  },
  {
    id: 'kubernetes/deadline',
    reads: ['spec.activeDeadlineSeconds', 'activeDeadlineSeconds'],
    finds: findDeadline,
    proves: { facts: ['life.instance'], as: 'as long as the deadline at most' },
    because: 'A run is ended when its deadline has come.',
    examples: { fires: job('activeDeadlineSeconds: 600'), quiet: job('ttlSecondsAfterFinished: 600') },
  },
  {
    id: 'kubernetes/keeps-its-name',
    reads: ['kind'],
    finds: (workload) => findKind(workload, workload.kind.kind === 'StatefulSet'),
    suggests: { 'package.identity': ['stable-name'] },
    because: 'The pods of a StatefulSet keep their names.',
    not: 'A need: it is often chosen for a volume a pod.',
    examples: { fires: controller('apps/v1', 'StatefulSet'), quiet: deployment() },
  },
  {
    id: 'kubernetes/not-to-be-stopped',
    reads: ['PodDisruptionBudget.spec', 'metadata.annotations'],
    finds: (workload) => findsAt(findObstacle(workload)),
    suggests: { 'life.stop': ['hours-to-drain', 'planned-windows', 'never'] },
    because: 'None of its pods may be stopped to free a node.',
    not: 'That it could not be stopped: such budgets are often a mistake, and they block upgrades of nodes.',
    examples: {
      fires: files(deployment(), budget),
      quiet: files(deployment(), budget.replace('able: 0', 'able: 1')),
    },
  },
  {
    id: 'kubernetes/stopped-at-will',
    reads: ['kind', 'terminationGracePeriodSeconds'],
    finds: (workload) =>
      findKind(
        workload,
        workload.kind.replaces &&
          workload.view.complete &&
          workload.view.grace === undefined &&
          findObstacle(workload) === undefined,
      ),
    suggests: { 'life.stop': ['any-time', 'minutes-to-drain'] },
    because:
      'Its pods are stopped and replaced at every release and every upgrade of a node, within half a minute.',
    not: 'That nothing is lost then.',
    examples: { fires: deployment(), quiet: deployment('', 'terminationGracePeriodSeconds: 7200') },
  },
];
