import { parseImageName } from '../knowledge/image-name.ts';
import { findImageEntry } from '../knowledge/images.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';

/** A container of a pod. */
export interface PodContainer {
  readonly spot: Spot;
  /**
   * `program`: what the pod is for; `beside`: another program; `helper`: what looks after one (a native
   * sidecar, a log shipper, an exporter); `init`: what runs before.
   */
  readonly role: 'program' | 'beside' | 'helper' | 'init';
}

/** Containers that a mesh puts into pods: rights and programs of the mesh, not of the workload. */
const injected =
  /^(istio-(init|proxy|validation)|linkerd-(init|proxy|network-validator)|kuma-(init|sidecar|validation)|consul-(connect-inject-init|dataplane))$/;

/**
 * The containers of a pod, those that a mesh put in left out. Its program is the one that is called like
 * the workload, else the first.
 */
export function listContainers(pod: Spot, workload: string | undefined): PodContainer[] {
  const own = listNamed(pod, 'containers');
  const program = own.find((spot) => textAt(spot, 'name') === workload) ?? own[0];
  return [
    ...own.map((spot): PodContainer => {
      if (spot === program) return { spot, role: 'program' };
      return { spot, role: isHelper(spot) ? 'helper' : 'beside' };
    }),
    ...listNamed(pod, 'initContainers').map((spot): PodContainer => ({
      spot,
      role: textAt(spot, 'restartPolicy') === 'Always' ? 'helper' : 'init',
    })),
  ];
}

function listNamed(pod: Spot, key: string): Spot[] {
  return (spotAt(pod, key)?.items ?? []).filter(
    (spot) => spot.is === 'map' && !injected.test(textAt(spot, 'name') ?? ''),
  );
}

function isHelper(spot: Spot): boolean {
  const image = parseImageName(textAt(spot, 'image') ?? '');
  if (image === undefined) return false;
  return /(^|[-_])exporter$/.test(image.name) || findImageEntry(image)?.is === 'node-agent';
}

/** Whether a container does no more than set kernel settings before the others start. */
export function isTuner({ spot, role }: PodContainer): boolean {
  return role === 'init' && /\bsysctl\b|\/proc\/sys\//.test(joinCommand(spot));
}

/** What a container is told to run, in one line; to look into, never to show. */
export function joinCommand(spot: Spot): string {
  return ['command', 'args']
    .flatMap((key) => spotAt(spot, key)?.items ?? [])
    .map(({ text = '' }) => text)
    .join(' ');
}
