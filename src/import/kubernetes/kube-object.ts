import type { Position } from '../../errors.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';

/** An object of Kubernetes, whatever its kind. */
export interface KubeObject {
  readonly spot: Spot;
  readonly kind: string;
  /** The group of its API, without version; empty of the core. */
  readonly group: string;
  /** Undefined where it has none, or a placeholder stands there. */
  readonly name: string | undefined;
  /** Empty where none is said. */
  readonly namespace: string;
  /** Whether a cluster printed it, or somebody knows it: it is there, and not only asked for. */
  readonly observed: boolean;
}

/**
 * An object of Kubernetes as it stands.
 * @param kind of an item of a list that does not say it by itself
 * @param running whether somebody says that it is there
 */
export function toKubeObject(spot: Spot, kind = '', apiVersion = '', running = false): KubeObject {
  const metadata = spotAt(spot, 'metadata');
  const [group, version] = (textAt(spot, 'apiVersion') ?? apiVersion).split('/');
  return {
    spot,
    kind: textAt(spot, 'kind') ?? kind,
    group: version === undefined ? '' : (group ?? ''),
    name: [textAt(metadata, 'name'), textAt(metadata, 'generateName')?.replace(/-$/, '')].find(isName),
    namespace: textAt(metadata, 'namespace') ?? '',
    observed:
      running ||
      (spotAt(metadata, 'uid') !== undefined && spotAt(metadata, 'resourceVersion') !== undefined) ||
      (spotAt(spot, 'status')?.entries.size ?? 0) > 0,
  };
}

function isName(text: string | undefined): text is string {
  return text !== undefined && text !== '' && !/[{}<>$]/.test(text);
}

/** Where an object is declared: at its name, or where it begins. */
export function locateObject({ spot }: KubeObject): Position {
  return (spotAt(spot, 'metadata', 'name') ?? spot).at;
}

/** A label or annotation, of an object or of the template of a pod. */
export function findMark(
  spot: Spot | undefined,
  where: 'labels' | 'annotations',
  name: string,
): Spot | undefined {
  return spotAt(spot, 'metadata', where, name);
}
