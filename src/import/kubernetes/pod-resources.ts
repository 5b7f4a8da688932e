import type { ContainerView, HostPath } from '../container/container-view.ts';
import { deriveSpot } from '../derived-spot.ts';
import { sortResource } from '../knowledge/resources.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { findObject, type KubeSubject } from './cluster.ts';
import { parseQuantity } from './parse-quantity.ts';
import type { PodContainer } from './pod-containers.ts';

/**
 * The memory of a pod, which is that of its containers together.
 * @param bound limits count only if every container has one
 */
export function findMemory(
  containers: readonly PodContainer[],
  bound: 'limits' | 'requests',
): Spot | undefined {
  const spots = containers
    .filter(({ role }) => role !== 'init')
    .map(({ spot }) => spotAt(spot, 'resources', bound, 'memory'));
  if (bound === 'limits' && spots.includes(undefined)) return undefined;
  const sizes = spots.flatMap((spot) => {
    const size = parseQuantity(spot?.text);
    return spot === undefined || size === undefined ? [] : [{ spot, size }];
  });
  const [first] = sizes;
  if (first === undefined || (bound === 'limits' && sizes.length < spots.length)) return undefined;
  return deriveSpot(first.spot, { text: String(Math.round(sizes.reduce((sum, { size }) => sum + size, 0))) });
}

/** The resources beyond processors and memory that its containers ask for, each by its name. */
function listNamed(containers: readonly PodContainer[]): { readonly name: string; readonly spot: Spot }[] {
  return containers.flatMap(({ spot }) => {
    const asked = new Map([
      ...(spotAt(spot, 'resources', 'requests')?.entries ?? []),
      ...(spotAt(spot, 'resources', 'limits')?.entries ?? []),
    ]);
    return [...asked]
      .filter(([, amount]) => amount.text !== '0')
      .map(([name, amount]) => ({ name, spot: amount }));
  });
}

/** Accelerators that a pod asks for, by name or by a claim for a device of a class. */
export function listAccelerators(
  pod: Spot,
  containers: readonly PodContainer[],
  subject: KubeSubject,
): ContainerView['accelerators'][number][] {
  const named = listNamed(containers).flatMap(({ name, spot }) => {
    const sort = sortResource(name);
    return typeof sort === 'object' && 'accelerator' in sort ? [{ spot, is: sort.accelerator }] : [];
  });
  const claimed = listClaims(pod, subject)
    .filter(({ deviceClass }) => /gpu/i.test(deviceClass))
    .map(({ spot }) => ({ spot, is: 'gpu-compute' as const }));
  return [...named, ...claimed];
}

/** Devices that a pod is handed by a plug-in, by the device file that this is; an unknown one has none. */
export function listPluggedDevices(
  pod: Spot,
  containers: readonly PodContainer[],
  subject: KubeSubject,
): HostPath[] {
  const named = listNamed(containers).flatMap(({ name, spot }): HostPath[] => {
    const sort = sortResource(name);
    return typeof sort === 'object' && 'device' in sort ? [{ spot, path: sort.device, readOnly: false }] : [];
  });
  const claimed = listClaims(pod, subject)
    .filter(({ deviceClass }) => !/gpu/i.test(deviceClass))
    .map(({ spot }) => ({ spot, path: '', readOnly: false }));
  return [...named, ...claimed];
}

/** Claims for devices (DRA), with the class of what is asked for; empty where that is not in the artefact. */
function listClaims(
  pod: Spot,
  { object, cluster }: KubeSubject,
): { readonly spot: Spot; readonly deviceClass: string }[] {
  return (spotAt(pod, 'resourceClaims')?.items ?? []).map((spot) => {
    const template = textAt(spot, 'resourceClaimTemplateName');
    const claim = textAt(spot, 'resourceClaimName');
    const made =
      findObject(cluster, 'ResourceClaimTemplate', template, object.namespace)?.spot ??
      findObject(cluster, 'ResourceClaim', claim, object.namespace)?.spot;
    const spec = spotAt(made, 'spec', 'spec') ?? spotAt(made, 'spec');
    const [request] = spotAt(spec, 'devices', 'requests')?.items ?? [];
    const deviceClass = textAt(request, 'deviceClassName') ?? textAt(request, 'exactly', 'deviceClassName');
    return { spot, deviceClass: deviceClass ?? '' };
  });
}

/** Memory in large pages, which is set aside for the whole node. */
export function findHugePages(containers: readonly PodContainer[]): Spot | undefined {
  return listNamed(containers).find(({ name }) => name.startsWith('hugepages-'))?.spot;
}
