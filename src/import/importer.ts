import type { Position, Problem } from '../errors.ts';
import type { Observed } from '../workload/workload.ts';
import type { Artefact } from './artefact.ts';
import type { Inference, InferenceRule } from './inference-rule.ts';

/** What a recogniser makes of an artefact: it is of the kind, is not, or looks like it but cannot be read. */
export type Recognition = { readonly is: 'yes' } | { readonly is: 'no' } | ReadableElsewise;

/** Something that is known and cannot be read as it is. */
export interface ReadableElsewise {
  readonly is: 'but';
  /** What it is, and which command gives a form that can be read. */
  readonly hint: string;
  /**
   * Whether `nothing` in it is placed, it is a `part` of what other files say, or it may be about `anything`; left
   * out, it describes workloads that cannot be read.
   */
  readonly holds?: 'nothing' | 'part' | 'anything' | undefined;
}

/** A part of what an artefact describes, placed by itself. */
export interface ImportedPart {
  readonly name: string;
  /** Where it is declared. */
  readonly at: Position;
  readonly inferences: readonly Inference[];
  /** What tells of actions what was done; nothing where left out. */
  readonly observed?: readonly Observed[];
}

/** What tells a machine from others, beside its name. */
export interface Identity {
  /** Of its hardware, as the artefact writes it. */
  readonly uuid?: string | undefined;
  /** One of its addresses in the network. */
  readonly address?: string | undefined;
  /** Of a row, what stands in the column that somebody named. */
  readonly column?: string | undefined;
}

/** A workload as an artefact has it: a system of parts, or one thing to place. */
export interface ImportedWorkload extends ImportedPart {
  /** Of a machine, what it may be known by in another artefact. */
  readonly identity?: Identity;
  /** None where it is placed as a whole. */
  readonly parts: readonly ImportedPart[];
}

/** Something in an artefact that no rule reads, or a remark on what was left out. */
export interface Unread {
  /** The key, dots between levels, or a remark in words. */
  readonly what: string;
  readonly at: Position;
}

/** A row of a table that became no workload. */
export interface RejectedRow {
  readonly cells: readonly string[];
  readonly at: Position;
  readonly reason: string;
  /** Whether somebody should mend it; else it is none that could be placed, such as a template. */
  readonly wrong: boolean;
}

/** A table that was read: with the workloads, the rejected ones are all its rows. */
export interface ImportedTable {
  readonly headings: readonly string[];
  readonly rejected: readonly RejectedRow[];
}

/** What an importer made of an artefact. */
export interface ImportedArtefact {
  readonly workloads: readonly ImportedWorkload[];
  /** Keys that no rule reads, each once, in the order of the file. */
  readonly unread: readonly Unread[];
  /** What is worth knowing and no fact: `only with profile debug`. */
  readonly remarks: readonly Unread[];
  /** What could not be read; the rest was. */
  readonly problems: readonly Problem[];
  /** Whether the problem is only that nothing in it is placed. */
  readonly placesNothing?: boolean;
  /** Of a table, whose rows are workloads. */
  readonly table?: ImportedTable;
  /** The day by which ends of support were judged; left out where none was. */
  readonly judgedOn?: string;
}

/** What somebody says of an artefact, beside what stands in it. */
export interface ReadingOptions {
  /** Whether what it declares runs in production as it stands. */
  readonly running?: boolean | undefined;
  /** The text of a file of variables, in the place of `.env`. */
  readonly variables?: string | undefined;
  /** The heading of the column that tells what a row is called elsewhere. */
  readonly joinColumn?: string | undefined;
  /** The day by which ends of support are judged, YYYY-MM-DD; left out, the last that their data knows. */
  readonly today?: string | undefined;
}

/** A kind of artefact, read. One module a kind, loaded when an artefact of it was recognised. */
export interface Importer {
  readonly read: (
    artefact: Artefact,
    options?: ReadingOptions,
  ) => ImportedArtefact | Promise<ImportedArtefact>;
  /** Every rule that it infers by, those it shares with other kinds included. */
  readonly rules: readonly InferenceRule<never>[];
}

/** A kind of artefact that is known: how to tell it, and what reads it. */
export interface ArtefactKind {
  /** As users name it: `compose`. */
  readonly id: string;
  /** As users know it: `Docker Compose`. */
  readonly title: string;
  /** Whether it is a format of its own, and neither JSON, YAML nor a table. */
  readonly isText?: true;
  readonly recognise: (artefact: Artefact) => Recognition;
  readonly load: () => Promise<Importer>;
}
