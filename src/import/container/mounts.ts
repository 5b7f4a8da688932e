import { sortHostPath } from '../knowledge/host-paths.ts';
import { saysYes, type Spot, textAt } from '../spot.ts';
import type { DataVolume, HostPath } from './container-view.ts';

/** A mount of a container, as engines take it. */
export interface Mount {
  readonly spot: Spot;
  readonly type: 'bind' | 'volume' | 'other';
  /** The folder of the host or the name of the volume; empty of an anonymous one. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

/** The mounts of a service of Compose, short syntax and long. */
export function listMounts(volumes: Spot | undefined): Mount[] {
  return (volumes?.items ?? []).map((spot) =>
    spot.text === undefined ? parseLong(spot) : parseMount(spot, spot.text),
  );
}

function parseLong(spot: Spot): Mount {
  const type = textAt(spot, 'type');
  return {
    spot,
    type: type === 'bind' || type === 'volume' ? type : 'other',
    source: textAt(spot, 'source') ?? textAt(spot, 'src') ?? '',
    target: textAt(spot, 'target') ?? textAt(spot, 'destination') ?? '',
    readOnly: saysYes(spot.entries.get('read_only')),
  };
}

/**
 * `[source:]target[:options]`; a colon behind a drive's letter or inside `${...}` divides nothing. What begins
 * with `%` is a path that systemd fills in.
 */
export function parseMount(spot: Spot, text: string): Mount {
  const parts = text.match(/(?:^[A-Za-z]:(?=[\\/])|\$\{[^}]*\}|[^:$]|\$)+/g) ?? [];
  const [first = '', second, options = ''] = parts;
  if (second === undefined) return { spot, type: 'volume', source: '', target: first, readOnly: false };
  const isPath = /^([./~$%]|[A-Za-z]:[\\/])/.test(first);
  return {
    spot,
    type: isPath ? 'bind' : 'volume',
    source: first,
    target: second,
    readOnly: options.split(',').includes('ro'),
  };
}

/** Mounts of the host; the engine's socket is known by either end. */
export function viewHostPaths(mounts: readonly Mount[]): HostPath[] {
  return mounts
    .filter(({ type }) => type === 'bind')
    .map(({ spot, source, target, readOnly }) => {
      const path = sortHostPath(target) === 'engine-socket' ? target : source;
      return { spot, path, readOnly };
    });
}

/**
 * Volumes with data; configuration files, sources of what is built, and anonymous ones left out.
 * @param built whether its image is built from a folder of the project
 */
export function viewVolumes(mounts: readonly Mount[], built: boolean): DataVolume[] {
  return mounts
    .filter(
      ({ type, source, target }) =>
        source !== '' &&
        (type === 'volume' || (type === 'bind' && sortHostPath(source) === 'ordinary')) &&
        !isFile(source, target) &&
        !(type === 'bind' && built && isSource(source)),
    )
    .map(({ spot, readOnly }) => ({ spot, readOnly }));
}

const fileEnding =
  /\.(ya?ml|json|conf|cnf|cfg|ini|toml|env|pem|crt|cert|key|sh|sql|html?|php|js|py|xml|properties|template|txt|sock|lua|vcl|rules)$/i;

/** A single file, or a folder from which a store takes its first content. */
function isFile(source: string, target: string): boolean {
  return (
    fileEnding.test(source) ||
    fileEnding.test(target) ||
    /\/docker-entrypoint-initdb\.d\/?$|\/conf\.d\/?$/.test(target)
  );
}

/** A folder of the project, mounted over what was built from it: for development. */
function isSource(source: string): boolean {
  return /^\.\.?(\/|$)/.test(source) && !/\/(data|db|storage|uploads|volumes?)(\/|$)/i.test(source);
}
