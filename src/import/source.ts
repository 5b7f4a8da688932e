import type { InputError } from '../errors.ts';
import type { Workload } from '../workload/workload.ts';
import type { Artefact } from './artefact.ts';
import type { Clash } from './combine-inferences.ts';
import type { ArtefactKind, ImportedArtefact } from './importer.ts';
import type { KnownArtefact } from './read-foreign.ts';

// A file of another program, from what is named to what is understood of it.

/** A file that is no plain workload file, before it is understood. */
export interface SourceFile {
  /** As it was named; `-` for standard input. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The kind that somebody says it is. */
  readonly as?: string | undefined;
  /** Whether it holds workloads of ours, one a line or in a list. */
  readonly own: boolean;
}

/** What was understood of a file, or of several that belong together. */
export interface ReadSource {
  /** None where it is ours. */
  readonly files: readonly SourceFile[];
  readonly kind: Pick<ArtefactKind, 'id' | 'title'>;
  readonly artefact: Pick<Artefact, 'file'>;
  readonly imported: Pick<ImportedArtefact, 'unread' | 'remarks' | 'table' | 'judgedOn'> &
    Partial<Pick<ImportedArtefact, 'problems'>>;
  /** Of a long table read once, one after the other. */
  readonly workloads: Iterable<Workload>;
  readonly clashes: readonly Clash[];
}

/** What became of a file, or of several that were understood together. */
export interface SourceOutcome {
  readonly files: readonly SourceFile[];
  /** Null where it is of no kind that is known; why, where it is known and cannot be used. */
  readonly result: ReadSource | InputError | null;
}

/** A file on its way: an artefact that is known and waits for others, or what became of it. */
export type PendingSource = { readonly files: readonly SourceFile[] } & (
  { readonly known: KnownArtefact } | { readonly result: SourceOutcome['result'] }
);

/** An artefact with what its importer made of it. */
export interface ImportedSource {
  readonly files: readonly SourceFile[];
  readonly known: KnownArtefact;
  readonly imported: ImportedArtefact;
}
