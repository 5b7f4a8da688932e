import type { Unread } from '../importer.ts';
import { type Spot, spotAt } from '../spot.ts';
import type { PodWorkload } from './join-workload.ts';
import type { KubeObject } from './kube-object.ts';
import type { MachineWorkload } from './machine-workload.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** What is read of an object that runs pods, of its pods and of their containers, level by level. */
const readKeys = {
  spec: words(
    'schedule strategy updateStrategy template jobTemplate selector replicas parallelism activeDeadlineSeconds volumeClaimTemplates suspend workloadRef',
  ),
  pod: words(
    `activeDeadlineSeconds affinity automountServiceAccountToken containers ephemeralContainers hostIPC hostNetwork hostPID hostUsers initContainers
     nodeSelector os resourceClaims runtimeClassName securityContext serviceAccountName shareProcessNamespace terminationGracePeriodSeconds tolerations
     topologySpreadConstraints volumes`,
  ),
  podSecurity: words('appArmorProfile runAsNonRoot runAsUser seccompProfile sysctls windowsOptions'),
  container: words(
    `args command env envFrom image livenessProbe name readinessProbe resources restartPolicy securityContext
     startupProbe volumeDevices volumeMounts`,
  ),
  containerSecurity: words(
    `allowPrivilegeEscalation appArmorProfile capabilities privileged readOnlyRootFilesystem runAsNonRoot runAsUser
     seccompProfile windowsOptions`,
  ),
  machine: words('domain volumes'),
  domain: words('cpu devices features launchSecurity memory resources'),
  devices: words('gpus hostDevices interfaces'),
} as const;

/** Kinds that are read beside those that run pods. */
const readKinds = words(
  `GRPCRoute HTTPRoute HorizontalPodAutoscaler Ingress Namespace NetworkPolicy Node PersistentVolumeClaim PodDisruptionBudget
   ResourceClaim ResourceClaimTemplate Route RuntimeClass ScaledObject ScheduledBackup Service ServiceAccount StorageClass TLSRoute`,
);

/** Keys of workloads that no rule reads, and kinds of objects; each once, in the order of the file. */
export function listUnreadKeys(
  workloads: readonly PodWorkload[],
  machines: readonly MachineWorkload[],
  others: readonly KubeObject[],
): Unread[] {
  const unread = new Map<string, Unread>();
  const note = (what: string, spot: Spot): void => {
    if (!unread.has(what)) unread.set(what, { what, at: spot.key });
  };
  const noteAll = (spot: Spot | undefined, read: ReadonlySet<string>, prefix: string): void => {
    for (const [key, inner] of spot?.entries ?? []) if (!read.has(key)) note(prefix + key, inner);
  };
  for (const { object, pod, containers } of workloads) {
    if (spotAt(object.spot, 'spec') !== pod) noteAll(spotAt(object.spot, 'spec'), readKeys.spec, 'spec.');
    noteAll(pod, readKeys.pod, '');
    noteAll(spotAt(pod, 'securityContext'), readKeys.podSecurity, 'securityContext.');
    for (const { spot } of containers) {
      noteAll(spot, readKeys.container, 'containers.');
      noteAll(spotAt(spot, 'securityContext'), readKeys.containerSecurity, 'containers.securityContext.');
    }
  }
  for (const { machine } of machines) {
    noteAll(machine, readKeys.machine, '');
    noteAll(spotAt(machine, 'domain'), readKeys.domain, 'domain.');
    noteAll(spotAt(machine, 'domain', 'devices'), readKeys.devices, 'domain.devices.');
  }
  for (const { kind, spot } of others)
    if (!readKinds.has(kind)) note(`kind ${kind}`, spotAt(spot, 'kind') ?? spot);
  return [...unread.values()];
}
