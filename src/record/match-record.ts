import type { Result } from '../advice/result.ts';
import type { RecordedAdvice } from '../assess.ts';
import { tidyPath } from '../text/path.ts';
import type { Workload } from '../workload/workload.ts';

/** What a recorded result says of the workloads that are assessed now. */
export interface MatchedRecord {
  /** What the result of today says of it. */
  readonly against: NonNullable<Result['against']>;
  /** What each workload is held to. */
  readonly decisions: ReadonlyMap<Workload, RecordedAdvice>;
}

/** A result or a lock, read back: on each workload what was decided, and by which rulebook. */
export interface ReadRecord extends Pick<Result, 'tool' | 'rulebooks'> {
  readonly results: readonly {
    readonly workload: Result['results'][number]['workload'];
    readonly advice: RecordedAdvice['advice'];
  }[];
}

/**
 * Finds in a recorded result the decision on each workload.
 * @param file the name that the result is called by in messages
 * @param digest of the rulebook that is judged by now
 * @param complete whether every decision of it must have been assessed
 */
export function matchRecord(
  recorded: ReadRecord,
  file: string,
  workloads: readonly Workload[],
  digest: string,
  complete = false,
): MatchedRecord {
  // Rulebooks that extend each other are listed in order: the digest of the last is that of all.
  const rulebookChanged = recorded.rulebooks[recorded.rulebooks.length - 1]?.digest !== digest;
  const moved: { name: string; from: string; to: string }[] = [];
  const assessed = new Set(workloads.map(identify));
  const taken = new Set<string>();
  const decisions = new Map<Workload, RecordedAdvice>();
  for (const workload of workloads) {
    const found =
      recorded.results.find((each) => identify(each.workload) === identify(workload)) ??
      findMoved(workload, recorded, assessed);
    if (found === undefined) {
      const elsewhere = listElsewhere(workload, recorded);
      decisions.set(workload, { file, advice: undefined, elsewhere, rulebookChanged });
    } else {
      if (tidyPath(found.workload.file) !== tidyPath(workload.file))
        moved.push({ name: workload.name, from: found.workload.file, to: workload.file });
      taken.add(identify(found.workload));
      decisions.set(workload, { file, advice: found.advice, rulebookChanged });
    }
  }
  const notAssessed = recorded.results.filter(({ workload }) => !taken.has(identify(workload)));
  return {
    against: {
      file,
      toolVersion: recorded.tool.version,
      rulebooks: recorded.rulebooks,
      rulebookChanged,
      notAssessed: notAssessed.map(({ workload }) => workload.name),
      ...(moved.length === 0 ? {} : { moved }),
      ...(complete ? { complete: true } : {}),
    },
    decisions,
  };
}

/** What makes a workload the same in two runs: its name, its file however its path is written, its place there. */
function identify({ name, file, document }: Pick<Workload, 'name' | 'file' | 'document'>): string {
  return JSON.stringify([tidyPath(file), document ?? null, name]);
}

/** The decision on a workload of that name whose file is not assessed now, where there is exactly one. */
function findMoved(
  { name }: Workload,
  { results }: ReadRecord,
  assessed: ReadonlySet<string>,
): ReadRecord['results'][number] | undefined {
  const [first, second] = results.filter(
    ({ workload }) => workload.name === name && !assessed.has(identify(workload)),
  );
  return second === undefined ? first : undefined;
}

/** The files of a record that hold a workload of that name. */
function listElsewhere({ name }: Workload, { results }: ReadRecord): string[] {
  return results.flatMap(({ workload }) =>
    workload.name === name ? [`${workload.file}${documentOf(workload)}`] : [],
  );
}

function documentOf({ document }: Pick<Workload, 'document'>): string {
  return document === undefined ? '' : `, document ${document}`;
}
