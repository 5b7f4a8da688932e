import type { Problem } from '../../errors.ts';
import type { Say } from '../load/check-names.ts';
import type { ExtensionFile } from './read-extension-files.ts';
import type { Differences, OldName, Rulebook } from '../rulebook.ts';

/** What a rulebook says, without the names and digests of those it is made of. */
export type Content = Omit<Rulebook, 'digest' | 'layers' | 'oldNames'>;

/** What the steps of extending a rulebook share. */
export interface ExtensionDraft {
  /** What is extended. */
  readonly base: Rulebook;
  /** The name of the rulebook that extends it. */
  readonly name: string;
  /** Its files. */
  readonly files: readonly ExtensionFile[];
  readonly problems: Problem[];
  readonly oldNames: OldName[];
}

/** What one step of extending made of the content, and what it did. */
export interface Step {
  readonly content: Content;
  readonly differs: Partial<Differences>;
}

/** Says what is wrong in a file of the draft. */
export function sayIn(draft: ExtensionDraft, file: ExtensionFile): Say {
  return (message, path, part = 'value') =>
    draft.problems.push({ message, at: file.source.locate(path, part) });
}

/** By id: what stands in which file first says nothing. */
export function sortBy<T>(list: readonly T[], id: (entry: T) => string): T[] {
  return [...list].sort((a, b) => (id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : 0));
}
