import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Clarification } from '../workload/clarifications.ts';
import {
  combineFacts,
  type FactStatement,
  listParts,
  type Observed,
  type Workload,
} from '../workload/workload.ts';
import type { Clash } from './combine-inferences.ts';
import type { Unread } from './importer.ts';
import type { ReadSource } from './source.ts';

/** What was made of a file of another program: what `advise import` prints. */
export interface ImportReport {
  readonly file: string;
  /** What sort of file it is, as users know it. */
  readonly title: string;
  readonly parts: readonly ImportedSubject[];
  /** What it says of the site, and not of one workload. */
  readonly site: readonly FactStatement[];
  readonly unread: readonly Unread[];
  readonly remarks: readonly Unread[];
  readonly clashes: readonly Clash[];
  /** Questions that settle several facts, the one first on which most hangs. */
  readonly unclear: readonly AskedClarification[];
}

/** A question that things to place raise, with what may be answered. */
export interface AskedClarification {
  readonly clarification: Clarification;
  readonly raisedBy: readonly string[];
  /** How many things raise it, and of how many of them the verdict hangs on it. */
  readonly things: number;
  readonly hanging: number;
}

/** One thing to place, with what was found out about it. */
export interface ImportedSubject {
  readonly name: string;
  readonly statements: readonly FactStatement[];
  /** What tells of actions what was done. */
  readonly observed: readonly Observed[];
  /** Facts that are still worth saying. */
  readonly open: readonly string[];
}

/** Facts about the place where workloads run, which are the same for all of them there. */
export function isAboutSite(fact: string): boolean {
  return fact.startsWith('site.') || fact === 'state.volumes' || fact === 'os.windows-hosts';
}

/**
 * Tells what was made of a file.
 * @param workloads what it speaks of; of those that no rule can tell apart, one
 * @param listOpen the facts that are still worth saying, by what is known
 */
export function reportImport(
  { kind, artefact, imported, clashes }: Omit<ReadSource, 'workloads' | 'files'>,
  workloads: readonly Workload[],
  { facts }: Pick<Rulebook, 'facts'>,
  listOpen: (known: ReadonlyMap<string, FactStatement>) => readonly string[],
  unclear: readonly AskedClarification[] = [],
): ImportReport {
  const parts = workloads.flatMap((workload) =>
    listParts(workload).map((part): ImportedSubject => {
      const statements = [...workload.facts, ...part.facts];
      const own = statements.filter(({ fact }) => !isAboutSite(fact));
      return {
        name: part.name,
        statements: facts.flatMap(({ id }) => own.filter(({ fact }) => fact === id)),
        observed: part.observed,
        open: listOpen(combineFacts(statements)),
      };
    }),
  );
  return {
    file: artefact.file,
    title: kind.title,
    parts,
    site: gatherSite(workloads.flatMap((workload) => workload.facts)),
    unread: imported.unread,
    remarks: imported.remarks,
    clashes,
    unclear,
  };
}

/** Statements about the site, the first of each fact and certainty: one file speaks of one site. */
export function gatherSite(statements: readonly FactStatement[]): FactStatement[] {
  const found = new Map<string, FactStatement>();
  for (const statement of statements.filter(({ fact }) => isAboutSite(fact))) {
    const key = `${statement.fact} ${statement.origin === 'suggested' ? 'likely' : 'certain'}`;
    if (!found.has(key)) found.set(key, statement);
  }
  return [...found.values()];
}
