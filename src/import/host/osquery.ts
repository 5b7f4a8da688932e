import type { Artefact } from '../artefact.ts';
import { type Spot, spotAt } from '../spot.ts';

/** The tables of osquery that are read, by name; each is a list of rows. */
type OsqueryTables = ReadonlyMap<string, readonly Spot[]>;

/**
 * The tables of a file that osquery wrote: a map of them, or the rows of one query over the first two.
 * @returns undefined of what osquery did not write, or not with the name of the host
 */
export function findOsqueryTables({ documents }: Pick<Artefact, 'documents'>): OsqueryTables | undefined {
  const [document, second] = documents;
  if (document === undefined || second !== undefined) return undefined;
  if (document.is === 'list') {
    const [row] = document.items;
    const isJoined = document.items.length === 1 && isOfHost(row);
    return isJoined && row !== undefined
      ? new Map([
          ['system_info', [row]],
          ['os_version', [row]],
        ])
      : undefined;
  }
  const rows = (name: string) => spotAt(document, name)?.items ?? [];
  if (!isOfHost(rows('system_info')[0])) return undefined;
  return new Map([...document.entries.keys()].map((name) => [name, rows(name)]));
}

function isOfHost(row: Spot | undefined): boolean {
  return spotAt(row, 'hostname') !== undefined && spotAt(row, 'physical_memory') !== undefined;
}

/** What osquery found: all of its values are texts. */
export function viewOsquery(tables: OsqueryTables) {
  const rows = (name: string) => tables.get(name) ?? [];
  const first = (name: string, column: string) => spotAt(rows(name)[0], column);
  const names = (name: string, column: string, value: string) =>
    rows(name).flatMap((row) => (spotAt(row, column)?.text === value ? (spotAt(row, 'name') ?? []) : []));
  const system = first('os_version', 'name');
  return {
    name: first('system_info', 'hostname'),
    system,
    kernel: first('kernel_info', 'version'),
    memory: first('system_info', 'physical_memory'),
    virtual: first('system_info', 'hardware_vendor'),
    runsOthers: false,
    module: undefined,
    uuid: first('system_info', 'uuid'),
    address: undefined,
    release: { system, version: first('os_version', 'version') },
    roles: names('windows_optional_features', 'state', '1'),
    services: names('services', 'status', 'RUNNING'),
  };
}
