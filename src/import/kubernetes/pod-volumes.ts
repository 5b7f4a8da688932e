import type { DataVolume, HostPath } from '../container/container-view.ts';
import { sortHostPath } from '../knowledge/host-paths.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import { type Cluster, findObject, type KubeSubject } from './cluster.ts';
import type { PodContainer } from './pod-containers.ts';

/** A volume that some container of a pod mounts. */
interface MountedVolume {
  /** What it is made of: the entry under its name. */
  readonly source: Spot;
  readonly kind: string;
  /** Whether each mount of it is read-only. */
  readonly readOnly: boolean;
}

/** What lasts by being somewhere else: shares, and disks of clouds. */
const lasting = new Set(
  `nfs cephfs rbd iscsi fc glusterfs cinder flocker quobyte scaleIO storageos portworxVolume photonPersistentDisk
   flexVolume awsElasticBlockStore gcePersistentDisk azureDisk azureFile vsphereVolume`.split(/\s+/),
);

/** Drivers that mount a share in line; others make something for the pod alone. */
const shareDrivers = /^(file|blob)\.csi\.azure\.com$|^(smb|nfs)\.csi\.k8s\.io$|gcsfuse|^efs\.csi\.aws\.com$/;

/** The paths of the host that a pod mounts, its own data included. */
export function listHostPaths(pod: Spot, containers: readonly PodContainer[]): HostPath[] {
  return listMounted(pod, containers).flatMap(({ source, kind, readOnly }) => {
    const spot = kind === 'hostPath' ? spotAt(source, 'path') : undefined;
    return spot?.text === undefined ? [] : [{ spot, path: spot.text, readOnly }];
  });
}

/** The volumes of a pod that outlive it: claims, shares, and ordinary folders of the host. */
export function listDataVolumes(
  pod: Spot,
  containers: readonly PodContainer[],
  { object, cluster }: KubeSubject,
): DataVolume[] {
  const claimed = spotAt(object.spot, 'spec', 'volumeClaimTemplates')?.items ?? [];
  const ofTemplates = claimed.flatMap((claim): DataVolume[] => {
    const name = spotAt(claim, 'metadata', 'name');
    const mounts = listMounts(containers, name?.text);
    return name === undefined || mounts.length === 0
      ? []
      : [{ spot: name, readOnly: mounts.every(isReadOnly) }];
  });
  const ofPod = listMounted(pod, containers).flatMap(({ source, kind, readOnly }): DataVolume[] => {
    const spot = findData(source, kind);
    if (spot === undefined) return [];
    const fixed =
      isReadOnly(source) ||
      (kind === 'persistentVolumeClaim' && isForReading(source, object.namespace, cluster));
    return [{ spot, readOnly: readOnly || fixed }];
  });
  return [...ofTemplates, ...ofPod];
}

function listMounted(pod: Spot, containers: readonly PodContainer[]): MountedVolume[] {
  return (spotAt(pod, 'volumes')?.items ?? []).flatMap((volume) => {
    const mounts = listMounts(containers, textAt(volume, 'name'));
    const made = [...volume.entries].find(([key]) => key !== 'name');
    if (mounts.length === 0 || made === undefined) return [];
    const [kind, source] = made;
    return [{ source, kind, readOnly: mounts.every(isReadOnly) }];
  });
}

function listMounts(containers: readonly PodContainer[], name: string | undefined): Spot[] {
  return containers
    .flatMap(({ spot }) => ['volumeMounts', 'volumeDevices'].flatMap((key) => spotAt(spot, key)?.items ?? []))
    .filter((mount) => name !== undefined && textAt(mount, 'name') === name);
}

function isReadOnly(spot: Spot): boolean {
  return saysYes(spotAt(spot, 'readOnly'));
}

/** What shows that a volume keeps data; undefined where it keeps none. */
function findData(source: Spot, kind: string): Spot | undefined {
  if (kind === 'persistentVolumeClaim') return spotAt(source, 'claimName') ?? source;
  if (kind === 'hostPath') {
    const path = spotAt(source, 'path');
    const isFolder = !/^(File|Socket|CharDevice|BlockDevice)/.test(textAt(source, 'type') ?? '');
    return isFolder &&
      /^(\/|[A-Za-z]:)/.test(path?.text ?? '') &&
      sortHostPath(path?.text ?? '/') === 'ordinary'
      ? path
      : undefined;
  }
  if (kind === 'csi')
    return shareDrivers.test(textAt(source, 'driver') ?? '') ? spotAt(source, 'driver') : undefined;
  return lasting.has(kind) ? source : undefined;
}

/** Whether a claim can only be read. */
function isForReading(source: Spot, namespace: string, cluster: Cluster): boolean {
  const claim = findObject(cluster, 'PersistentVolumeClaim', textAt(source, 'claimName'), namespace);
  const modes = spotAt(claim?.spot, 'spec', 'accessModes')?.items ?? [];
  return modes.length > 0 && modes.every(({ text }) => text === 'ReadOnlyMany');
}
