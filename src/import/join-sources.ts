import { InputError } from '../errors.ts';
import { wordUnknownName } from '../text/suggest.ts';
import { plainHeading } from './inventory/plain-heading.ts';
import { findTogether, joinArtefacts } from './join-artefacts.ts';
import { headingOfKey, type JoinKey } from './join-keys.ts';
import { joinSubjects } from './join-subjects.ts';
import type { KnownArtefact } from './read-foreign.ts';
import type { ImportedSource, PendingSource, SourceFile, SourceOutcome } from './source.ts';

/** Whether what several artefacts say of one machine is laid together. */
export interface JoinOptions {
  /** What tells that several artefacts speak of the same machine; left out, nobody asks. */
  readonly join?: JoinKey | undefined;
  /** Takes what joining came to. */
  readonly noteJoined?: ((moved: number, alone: readonly string[]) => void) | undefined;
}

/** Artefacts that are understood together stand where the first of them stood. */
export function gatherTogether(opened: readonly PendingSource[]): readonly PendingSource[] {
  const folders = new Map<string, { known: KnownArtefact; files: readonly SourceFile[] }[]>();
  const order: (PendingSource | string)[] = [];
  for (const each of opened) {
    const folder = 'known' in each ? findTogether(each.known) : undefined;
    if (folder === undefined || !('known' in each)) {
      order.push(each);
      continue;
    }
    const others = folders.get(folder);
    if (others === undefined) {
      folders.set(folder, [each]);
      order.push(folder);
    } else others.push(each);
  }
  return order.map((each): PendingSource => {
    if (typeof each !== 'string') return each;
    const [first, ...others] = folders.get(each) ?? [];
    if (first === undefined) throw new Error('a folder is gathered with its first file');
    const artefacts = [first.known.artefact, ...others.map(({ known }) => known.artefact)] as const;
    return {
      files: [first, ...others].flatMap(({ files }) => files),
      known: { kind: first.known.kind, artefact: joinArtefacts(each, artefacts) },
    };
  });
}

/**
 * Makes sure that some table has the column that machines are joined by.
 * @throws InputError with the nearest heading there is
 */
function refuseColumn(sources: readonly ImportedSource[], column: string | undefined): void {
  if (column === undefined) return;
  const headings = sources.flatMap(({ imported }) => imported.table?.headings ?? []);
  if (headings.some((heading) => plainHeading(heading) === plainHeading(column))) return;
  throw new InputError(
    `--join: ${wordUnknownName('column', column.toLowerCase(), headings.map(plainHeading))}`,
  );
}

/**
 * Lays together what the artefacts say of the same machines.
 * @throws InputError where no table has the column that machines are joined by
 */
export function joinSources(
  sources: readonly (SourceOutcome | ImportedSource)[],
  { join, noteJoined }: JoinOptions,
): readonly (SourceOutcome | ImportedSource)[] {
  if (join === undefined) return sources;
  const own = sources.filter((each) => 'imported' in each);
  refuseColumn(own, headingOfKey(join));
  const { artefacts, moved, alone } = joinSubjects(
    own.map(({ imported }) => imported),
    join,
  );
  noteJoined?.(moved, alone);
  const laid = new Map(own.map((each, index) => [each, artefacts[index]]));
  return sources.map((each) => {
    const imported = 'imported' in each ? laid.get(each) : undefined;
    return imported === undefined ? each : { ...each, imported };
  });
}
