import { findBlanketGrant, listCapabilities, type ContainerView } from './container-view.ts';
import { isHostCapability, usualCapabilities } from '../knowledge/capabilities.ts';
import { sortDevice } from '../knowledge/devices.ts';
import { sortHostPath } from '../knowledge/host-paths.ts';
import type { Spot } from '../spot.ts';

/** The mounts that are rights over the host; a folder of the user's own is a volume by another name. */
export function listSystemPaths({
  hostPaths,
}: ContainerView): { readonly spot: Spot; readonly path: string }[] {
  return hostPaths.filter(({ path }) => ['machine', 'system', 'modules'].includes(sortHostPath(path)));
}

/** The sockets of container engines that are mounted; that one is read-only changes nothing. */
export function listEngineSockets({ hostPaths }: ContainerView): Spot[] {
  return hostPaths.filter(({ path }) => sortHostPath(path) === 'engine-socket').map(({ spot }) => spot);
}

/** Everything of the host's devices that it is given, by mount or by name. */
export function listDevices(view: ContainerView): { readonly spot: Spot; readonly path: string }[] {
  const mounted = view.hostPaths.filter(({ path }) => sortHostPath(path) === 'device');
  return [...view.devices, ...mounted];
}

/** Devices that are no more than a door to the kernel (/dev/net/tun, /dev/fuse). */
export function isHardware(path: string): boolean {
  return !['kernel-interface', 'kvm'].includes(sortDevice(path));
}

/** Capabilities beyond the usual ones. */
export function listExtraCapabilities(view: ContainerView): { readonly name: string; readonly spot: Spot }[] {
  return listCapabilities(view).filter(({ name }) => name !== 'ALL' && !usualCapabilities.has(name));
}

/** Named rights below full privileges and above none: no folder, process or network of the host. */
export function listSmallGrants(view: ContainerView): Spot[] {
  const doors = listDevices(view).filter(({ path }) => !isHardware(path));
  return [...listExtraCapabilities(view), ...doors].map(({ spot }) => spot).concat(view.unconfined);
}

/** Rights over folders, processes or namespaces of the host, which may be those of an agent. */
export function listHostGrants(view: ContainerView): Spot[] {
  return [
    ...listSystemPaths(view).map(({ spot }) => spot),
    ...listEngineSockets(view),
    ...view.hostNamespaces,
    ...(view.hostPid === undefined ? [] : [view.hostPid]),
  ];
}

/** What comes to the same as root on its host: capabilities that reach the kernel, its memory, its disks, its root. */
export function listRootGrants(view: ContainerView): { readonly is: RootGrant; readonly spot: Spot }[] {
  const capabilities = listExtraCapabilities(view).filter(({ name }) => isHostCapability(name));
  const devices = listDevices(view).filter(({ path }) => rawDevice.test(path));
  const disks = view.hostPaths.filter(({ path, readOnly }) => /^\/+$/.test(path) && !readOnly);
  return [
    ...capabilities.map(({ spot }) => ({ is: 'capability' as const, spot })),
    ...devices.map(({ spot }) => ({ is: 'device' as const, spot })),
    ...disks.map(({ spot }) => ({ is: 'disk' as const, spot })),
  ];
}

/** What a grant that comes to root on the host is. */
export type RootGrant = 'capability' | 'device' | 'disk';

/** The memory of the machine, its disks, or all its devices at once. */
const rawDevice = /^\/dev\/*$|^\/dev\/(mem|kmem|port|sd[a-z]+\d*|nvme\d.*|vd[a-z]+\d*|mapper(\/.*)?|dm-\d+)$/;

/** Whether it is complete and has no full privileges: then what is absent is not needed. */
export function isBounded(view: ContainerView): boolean {
  return view.complete && findBlanketGrant(view) === undefined;
}
