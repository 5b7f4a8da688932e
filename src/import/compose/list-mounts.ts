import { type Spot, saysYes, textAt } from '../spot.ts';

/** A mount of a service, in either syntax. */
export interface Mount {
  readonly spot: Spot;
  readonly type: 'bind' | 'volume' | 'other';
  /** The folder of the host or the name of the volume; empty of an anonymous one. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

/** The mounts of a service, short syntax and long. */
export function listMounts(volumes: Spot | undefined): Mount[] {
  return (volumes?.items ?? []).map((spot) =>
    spot.text === undefined ? parseLong(spot) : parseShort(spot, spot.text),
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

/** `[source:]target[:options]`; a colon behind a drive's letter or inside `${...}` divides nothing. */
function parseShort(spot: Spot, text: string): Mount {
  const parts = text.match(/(?:^[A-Za-z]:(?=[\\/])|\$\{[^}]*\}|[^:$]|\$)+/g) ?? [];
  const [first = '', second, options = ''] = parts;
  if (second === undefined) return { spot, type: 'volume', source: '', target: first, readOnly: false };
  const isPath = /^([./~$]|[A-Za-z]:[\\/])/.test(first);
  return {
    spot,
    type: isPath ? 'bind' : 'volume',
    source: first,
    target: second,
    readOnly: options.split(',').includes('ro'),
  };
}
