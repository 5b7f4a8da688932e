import type { KubeObject } from './kube-object.ts';

/** A kind of object that runs pods, and how it treats them. */
export interface WorkloadKind {
  readonly kind: string;
  readonly groups: readonly string[];
  /** The way to what describes its pods; none of a pod, which describes itself. */
  readonly template: readonly string[];
  /** Whether it replaces pods by new ones. */
  readonly replaces: boolean;
  /** Whether its pods keep their names. */
  readonly stableName: boolean;
  /** What says how many pods run. */
  readonly countedBy: 'replicas' | 'parallelism' | 'nodes' | 'demand' | 'itself';
}

const template = ['spec', 'template'];

function controller(
  kind: string,
  groups: string,
  countedBy: WorkloadKind['countedBy'] = 'replicas',
): WorkloadKind {
  const stableName = kind === 'StatefulSet';
  return { kind, groups: groups.split(' '), template, replaces: true, stableName, countedBy };
}

const kinds: readonly WorkloadKind[] = [
  controller('Deployment', 'apps extensions'),
  controller('StatefulSet', 'apps'),
  controller('DaemonSet', 'apps extensions', 'nodes'),
  controller('ReplicaSet', 'apps extensions'),
  controller('ReplicationController', ''),
  controller('DeploymentConfig', 'apps.openshift.io'),
  controller('Rollout', 'argoproj.io'),
  controller('Service', 'serving.knative.dev', 'demand'),
  controller('Job', 'batch', 'parallelism'),
  { ...controller('CronJob', 'batch', 'parallelism'), template: ['spec', 'jobTemplate', ...template] },
  { ...controller('Pod', '', 'itself'), template: [], replaces: false, stableName: true },
];

/** What is known of the kind of an object; null where it runs no pods. */
export function findWorkloadKind({ kind, group }: KubeObject): WorkloadKind | null {
  return kinds.find((each) => each.kind === kind && each.groups.includes(group)) ?? null;
}
