import type { Result } from '../advice/result.ts';
import type { RecordedAdvice } from '../assess.ts';
import { InputError, type Problem } from '../errors.ts';
import { showText } from '../text/safe.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { stdinName, type Workload } from '../workload/workload.ts';
import type { World } from './world.ts';

/** A recorded result, and what each workload is held to. */
export interface RecordedResult {
  /** What the result of today says of it. */
  readonly against: NonNullable<Result['against']>;
  readonly decisions: ReadonlyMap<Workload, RecordedAdvice>;
}

/**
 * Reads the result that --against names and finds the decision on each workload in it.
 * @param path the file; undefined where nothing is compared
 * @throws InputError when it cannot be used, or holds no decision on a workload
 */
export async function readRecorded(
  world: World,
  path: string | undefined,
  workloads: readonly Workload[],
  rulebook: Rulebook,
): Promise<RecordedResult | undefined> {
  if (path === undefined) return undefined;
  const file = path === '-' ? stdinName : showText(path);
  const { readResult } = await import('../record/read-result.ts');
  const recorded = readResult(world.io, path, file, world.version);
  const rulebookChanged = recorded.rulebooks.map(({ digest }) => digest).join() !== rulebook.digest;
  const problems: Problem[] = [];
  const decisions = new Map<Workload, RecordedAdvice>();
  for (const workload of workloads) {
    const advice = recorded.results.find((each) => keyOf(each.workload) === keyOf(workload));
    if (advice === undefined) problems.push({ message: explainMissing(workload, recorded), at: { file } });
    else decisions.set(workload, { file, advice, rulebookChanged });
  }
  if (problems.length > 0) throw new InputError(problems);
  const assessed = new Set(workloads.map(keyOf));
  const notAssessed = recorded.results.filter(({ workload }) => !assessed.has(keyOf(workload)));
  return {
    against: {
      file,
      toolVersion: recorded.tool.version,
      rulebooks: recorded.rulebooks,
      rulebookChanged,
      notAssessed: notAssessed.map(({ workload }) => workload.name),
    },
    decisions,
  };
}

type Named = Pick<Workload, 'name' | 'file' | 'document'>;

/** The same file by another way of writing its path is the same workload. */
function keyOf({ name, file, document }: Named): string {
  const path = file.split('/').filter((step, index) => step !== '.' && (step !== '' || index === 0));
  return JSON.stringify([path.join('/'), document ?? null, name]);
}

function explainMissing(workload: Workload, recorded: Result): string {
  const { name, file } = workload;
  const elsewhere = recorded.results.find((each) => each.workload.name === name)?.workload;
  const hint =
    elsewhere === undefined
      ? 'assess it with -f json and record that'
      : `it has ${showText(name)} of ${elsewhere.file}${elsewhere.document === undefined ? '' : `, document ${elsewhere.document}`}`;
  const document = workload.document === undefined ? '' : `, document ${workload.document}`;
  return `holds no decision on ${showText(name)} (${file}${document}); ${hint}`;
}
