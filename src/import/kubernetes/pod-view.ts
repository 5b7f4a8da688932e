import { type ContainerView, startsInit } from '../container/container-view.ts';
import { deriveSpot } from '../derived-spot.ts';
import { isWindowsImage } from '../knowledge/image-name.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import { findObject, type KubeSubject } from './cluster.ts';
import { findMark } from './kube-object.ts';
import { isTuner, type PodContainer } from './pod-containers.ts';
import { findMemory, listAccelerators, listPluggedDevices } from './pod-resources.ts';
import { findPrivileged, findReadOnlyRoot, findSystem, findUser } from './pod-security.ts';
import { listDataVolumes, listHostPaths } from './pod-volumes.ts';
import type { WorkloadKind } from './workload-kinds.ts';

/** What describes the pods of a workload. */
export interface PodTemplate {
  readonly kind: WorkloadKind;
  /** What holds the labels and the specification of its pods. */
  readonly template: Spot;
  readonly pod: Spot;
  readonly containers: readonly PodContainer[];
  /** How many pods run, where that is said. */
  readonly replicas: Spot | undefined;
}

/**
 * A pod as the rules on containers look at it: what one of its containers is given, all are; its image is
 * that of its program. A container that only sets the kernel up before the others start does not make
 * them privileged.
 */
export function viewPod(
  { kind, template, pod, containers, replicas }: PodTemplate,
  subject: KubeSubject,
): ContainerView {
  const program = containers.find(({ role }) => role === 'program')?.spot;
  const given = containers.filter((container) => !isTuner(container));
  const saidYes = (key: string): Spot | undefined => [spotAt(pod, key)].find((spot) => saysYes(spot));
  return {
    declared: pod,
    complete: program !== undefined && containers.every(hasImage) && !holdsTemplate(pod),
    replaced: kind.replaces,
    stableName: kind.stableName,
    single: replicas === undefined || replicas.text === '1',
    image: spotAt(program, 'image'),
    build: undefined,
    command: spotAt(program, 'command') ?? spotAt(program, 'args'),
    initSystem: findInitSystem(program),
    bootsSystemd: false,
    windows: findWindows(pod, given),
    linux: findSystem(pod, 'linux'),
    privileged: findPrivileged(pod, given),
    capabilities: given.flatMap(
      ({ spot }) => spotAt(spot, 'securityContext', 'capabilities', 'add')?.items ?? [],
    ),
    unconfined: [],
    hostNetwork: saidYes('hostNetwork'),
    hostPid: saidYes('hostPID'),
    hostNamespaces: [saidYes('hostIPC')].flatMap((spot) => spot ?? []),
    hostPaths: listHostPaths(pod, given),
    devices: listPluggedDevices(pod, given, subject),
    accelerators: listAccelerators(pod, given, subject),
    realtime: undefined,
    ownAddress: findMark(template, 'annotations', 'k8s.v1.cni.cncf.io/networks'),
    foreignNetwork: undefined,
    sysctls: spotAt(pod, 'securityContext', 'sysctls'),
    volumes: listDataVolumes(pod, given, subject),
    readOnlyRoot: findReadOnlyRoot(containers),
    user: findUser(pod, containers),
    memoryLimit: findMemory(containers, 'limits'),
    memoryRequest: findMemory(containers, 'requests'),
    grace: findGracePeriod(pod),
    runtime: findRuntime(pod, subject),
  };
}

/** A patch names a container to change a part of it, and leaves its image out. */
function hasImage({ spot }: PodContainer): boolean {
  return textAt(spot, 'image') !== undefined;
}

/** Keys below which programs have texts of their own, in which braces are theirs. */
const ownTexts = new Set([
  'env',
  'command',
  'args',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
]);

/** Whether something is left to be filled in, so that nobody can tell what it will be given. */
function holdsTemplate(spot: Spot): boolean {
  return (
    /\{\{|\$\{|<[\w.-]+>/.test(spot.text ?? '') ||
    spot.items.some(holdsTemplate) ||
    [...spot.entries].some(([key, inner]) => !ownTexts.has(key) && holdsTemplate(inner))
  );
}

function findInitSystem(program: Spot | undefined): Spot | undefined {
  const first = spotAt(program, 'command', 0);
  return startsInit(first?.text) ? first : undefined;
}

function findWindows(pod: Spot, containers: readonly PodContainer[]): Spot | undefined {
  return (
    findSystem(pod, 'windows') ??
    spotAt(pod, 'securityContext', 'windowsOptions') ??
    containers
      .map(({ spot }) => spotAt(spot, 'securityContext', 'windowsOptions'))
      .find((spot) => spot !== undefined) ??
    containers.map(({ spot }) => spotAt(spot, 'image')).find((image) => isWindowsImage(image?.text ?? ''))
  );
}

/** The time that a pod is given to stop, unless it is the 30 seconds that every pod has. */
function findGracePeriod(pod: Spot): ContainerView['grace'] {
  const spot = spotAt(pod, 'terminationGracePeriodSeconds');
  if (spot === undefined || !/^\d+$/.test(spot.text ?? '') || spot.text === '30') return undefined;
  return { spot, seconds: Number(spot.text) };
}

/** Its runtime, by the handler that the name stands for where that is in the artefact. */
function findRuntime(pod: Spot, { cluster }: KubeSubject): Spot | undefined {
  const spot = spotAt(pod, 'runtimeClassName');
  const handler = textAt(findObject(cluster, 'RuntimeClass', spot?.text)?.spot, 'handler');
  return spot === undefined || handler === undefined ? spot : deriveSpot(spot, { text: handler });
}
