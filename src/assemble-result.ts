import type { Advice, Result, UnreadFile } from './advice/result.ts';
import type { Problem } from './errors.ts';
import type { Rulebook } from './rulebook/rulebook.ts';
import { type FactStatement, listOldNames, type Workload } from './workload/workload.ts';

/** A file that could not be used. */
export interface UnusableFile {
  /** What it is called in messages. */
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** What a run read, judged by and came to. */
export interface ResultParts {
  /** Version of the program. */
  readonly version: string;
  readonly rulebook: Rulebook;
  readonly workloads: readonly Workload[];
  /** The advice on each of them, in the same order. */
  readonly results: readonly Advice[];
  readonly profile: readonly FactStatement[];
  readonly set: readonly FactStatement[];
  /** The day waivers were judged by, YYYY-MM-DD. */
  readonly today: string;
  /** Where settings came from: the configuration file, and the file of the profile. */
  readonly settings?: Pick<Result, 'config' | 'profile'> | undefined;
  /** The record that the decisions were held to. */
  readonly against?: Result['against'];
  /** What they come to together, where there are several. */
  readonly overview?: Result['overview'];
  /** Files that could not be used. */
  readonly unread?: readonly UnusableFile[];
}

/**
 * Puts the versioned result of a run together: what `-f json` writes and every format tells of. Equal
 * parts give an equal result, its keys in the same order.
 */
export function assembleResult(parts: ResultParts): Result {
  const { rulebook, workloads, settings = {}, against, overview, unread = [] } = parts;
  const dated = workloads.some(({ waivers, rulings = [] }) =>
    [...waivers, ...rulings].some(({ until }) => until !== undefined),
  );
  const statements = [...parts.profile, ...parts.set];
  const oldNames = [...(rulebook.oldNames ?? []), ...listOldNames(workloads, statements)];
  return {
    schemaVersion: 1,
    tool: { name: 'advise', version: parts.version },
    rulebooks: rulebook.layers,
    ...(settings.config === undefined ? {} : { config: settings.config }),
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    ...(dated ? { asOf: parts.today } : {}),
    ...(oldNames.length === 0 ? {} : { oldNames }),
    ...(against === undefined ? {} : { against }),
    ...(unread.length === 0 ? {} : { unread: unread.map(toUnread) }),
    results: parts.results,
    ...(overview === undefined ? {} : { overview }),
  };
}

function toUnread({ file, problems }: UnusableFile): UnreadFile {
  return {
    file,
    problems: problems.map(({ message, at }) => ({
      message,
      ...(at !== undefined && 'line' in at ? { at } : {}),
    })),
  };
}
