import type { Position } from '../errors.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';
import type { Clash } from './combine-inferences.ts';
import { hashBytes } from './hash-bytes.ts';

/** What names something, and is to be made unreadable. */
interface Named {
  readonly source: {
    readonly artefact: { readonly file: string };
    readonly imported: { readonly unread: readonly { readonly what: string; readonly at: Position }[] };
    readonly clashes: readonly Clash[];
  };
  readonly workloads: readonly Workload[];
  readonly sorts: readonly Workload[];
}

/**
 * Makes names of workloads, parts and files hashes: the same name becomes the same hash, in every run. Remarks are
 * left out, since they name things in passing, and so is what a workload was read from. A hash hides a name from
 * readers; who can guess it can still check the guess.
 */
export function redactNames<T extends Named>(opened: T): T {
  const { artefact, imported, clashes } = opened.source;
  return {
    ...opened,
    source: {
      ...opened.source,
      files: [],
      artefact: { file: hide('file', artefact.file) },
      imported: {
        ...imported,
        remarks: [],
        unread: imported.unread.map(({ what, at }) => ({ what, at: hidePlace(at) })),
      },
      clashes: clashes.map((clash) => ({
        ...clash,
        between: clash.between.map((each) => ({ ...each, at: hidePlace(each.at) })),
      })),
    },
    workloads: opened.workloads.map(hideWorkload),
    sorts: opened.sorts.map(hideWorkload),
  };
}

function hideWorkload(workload: Workload): Workload {
  const { name, file, at, alike, facts, components } = workload;
  return {
    ...workload,
    name: hide('workload', name),
    file: hide('file', file),
    ...(at === undefined ? {} : { at: hidePlace(at) }),
    ...(alike === undefined
      ? {}
      : { alike: alike.map((each) => ({ name: hide('workload', each.name), at: hidePlace(each.at) })) }),
    facts: hideFacts(facts),
    ...hideUnclear(workload),
    imported: [],
    components: components.map((part) => ({
      ...part,
      name: hide('part', part.name),
      facts: hideFacts(part.facts),
      ...hideUnclear(part),
      at: hidePlace(part.at),
    })),
  };
}

function hideFacts(statements: readonly FactStatement[]): FactStatement[] {
  return statements.map((each) => (each.at === undefined ? each : { ...each, at: hidePlace(each.at) }));
}

function hideUnclear({ unclear }: Pick<Workload, 'unclear'>): Pick<Workload, 'unclear'> {
  if (unclear === undefined) return {};
  return { unclear: unclear.map(({ clarification, at }) => ({ clarification, at: at && hidePlace(at) })) };
}

function hidePlace(at: Position): Position {
  return { ...at, file: hide('file', at.file) };
}

function hide(sort: string, name: string): string {
  return `${sort}-${hashBytes(new TextEncoder().encode(name)).slice(0, 10)}`;
}
