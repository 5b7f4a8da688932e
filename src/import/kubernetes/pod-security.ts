import { deriveSpot } from '../derived-spot.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import type { PodContainer } from './pod-containers.ts';

/** A setting of a container's security context, or that of its pod, which holds where it says nothing. */
export function findSecurity(pod: Spot, container: Spot, key: string): Spot | undefined {
  return spotAt(container, 'securityContext', key) ?? spotAt(pod, 'securityContext', key);
}

/** Whether a container is said to run as a user that is not root, or as root; undefined where neither is. */
export function sortUser(
  pod: Spot,
  { spot }: PodContainer,
): { readonly spot: Spot; readonly root: boolean } | undefined {
  const user = findSecurity(pod, spot, 'runAsUser');
  if (user !== undefined && /^\d+$/.test(user.text ?? ''))
    return { spot: user, root: Number(user.text) === 0 };
  const demanded = findSecurity(pod, spot, 'runAsNonRoot');
  return demanded !== undefined && saysYes(demanded) ? { spot: demanded, root: false } : undefined;
}

/**
 * The user of a pod, as the rules on containers read one: root if one of its programs runs as root, another
 * if all are said to run as another, those that run before included.
 */
export function findUser(pod: Spot, containers: readonly PodContainer[]): Spot | undefined {
  const programs = containers.filter(({ role }) => role !== 'init').map((each) => sortUser(pod, each));
  const root = programs.find((user) => user?.root === true);
  if (root !== undefined) return deriveSpot(root.spot, { text: 'root' });
  const [first] = programs;
  return first === undefined || programs.includes(undefined) || findRootAtStart(pod, containers) !== undefined
    ? undefined
    : deriveSpot(first.spot, { text: 'user' });
}

/** A container that runs before the others, and as root. */
export function findRootAtStart(pod: Spot, containers: readonly PodContainer[]): Spot | undefined {
  return containers
    .filter(({ role }) => role === 'init')
    .map((container) => sortUser(pod, container))
    .find((user) => user?.root === true)?.spot;
}

/** Full privileges of a container: those of Linux, or a host process of Windows. */
export function findPrivileged(pod: Spot, containers: readonly PodContainer[]): Spot | undefined {
  const podWide = spotAt(pod, 'securityContext', 'windowsOptions', 'hostProcess');
  return [
    ...containers.flatMap(({ spot }) => [
      spotAt(spot, 'securityContext', 'privileged'),
      spotAt(spot, 'securityContext', 'windowsOptions', 'hostProcess'),
    ]),
    podWide,
  ].find((spot) => saysYes(spot));
}

/** The setting that makes the file system of every container read-only, if all are. */
export function findReadOnlyRoot(containers: readonly PodContainer[]): Spot | undefined {
  const settings = containers
    .filter(({ role }) => role !== 'init')
    .map(({ spot }) => spotAt(spot, 'securityContext', 'readOnlyRootFilesystem'));
  return settings.every((setting) => saysYes(setting)) ? settings[0] : undefined;
}

/** What says that a pod is for a system of its own: `windows`, `linux`. */
export function findSystem(pod: Spot, system: 'windows' | 'linux'): Spot | undefined {
  const selected = ['kubernetes.io/os', 'beta.kubernetes.io/os'].flatMap((label) => [
    spotAt(pod, 'nodeSelector', label),
    ...listRequired(pod, label),
  ]);
  return [spotAt(pod, 'os', 'name'), ...selected].find((spot) => spot?.text === system);
}

/** The values of a label of which its node must have one, where that is one value. */
function listRequired(pod: Spot, label: string): Spot[] {
  return listNodeTests(pod).flatMap((test) => {
    const values = spotAt(test, 'values')?.items ?? [];
    return textAt(test, 'key') === label && textAt(test, 'operator') === 'In' && values.length === 1
      ? values
      : [];
  });
}

/** What its node must be, by affinity. */
export function listNodeTests(pod: Spot): readonly Spot[] {
  const required = ['affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'];
  const terms = spotAt(pod, ...required, 'nodeSelectorTerms')?.items ?? [];
  return terms.flatMap((term) => spotAt(term, 'matchExpressions')?.items ?? []);
}
