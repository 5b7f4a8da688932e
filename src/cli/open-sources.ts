import { formatPosition, InputError, isInputError } from '../errors.ts';
import type { JoinKey } from '../import/join-keys.ts';
import type { ReadSource, SourceFile, SourceOutcome } from '../import/source.ts';
import type { Io } from '../io.ts';
import { decodeText, findText, largestForeign, readText, readWhole, refuseLarge } from '../read/read-text.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { isWorkloadText } from '../workload/is-workload-text.ts';
import { parseDocuments } from '../workload/parse-workload.ts';
import { stdinName } from '../workload/workload.ts';
import { say } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/** The flags that say how files of other programs are read. */
export interface ReadingFlags {
  /** The kind of file that they are. */
  readonly as?: string | undefined;
  /** Whether what they declare runs in production. */
  readonly running?: boolean | undefined;
  /** Patterns of names; of workloads that fit none, nothing is said. */
  readonly select?: readonly string[] | undefined;
  readonly join?: JoinKey | undefined;
  /** The file of variables for Compose. */
  readonly envFile?: string | undefined;
  /** The file that says what the columns of tables mean. */
  readonly map?: string | undefined;
  /** Whether what cannot be read keeps nothing else from being read and written. */
  readonly keepGoing?: boolean | undefined;
  /** The day by which ends of support are judged. */
  readonly today?: string | undefined;
}

/** Whether a file is ours: what is only likely in it was reviewed by somebody. */
export function isOurs({ kind }: ReadSource): boolean {
  return kind.id === 'workload';
}

/** How many names of machines that nothing was joined to are told. */
const mostAlone = 5;

/**
 * Reads files: workload files, and what other programs wrote.
 * @param paths files; `-` for standard input, `kind:path` for a file of that kind
 * @param leaveOut takes a file that cannot be used, and what is wrong with it; left out, that is thrown
 * @param refuse what is said of a file of no kind that is known; left out, it is read as a workload file
 * @throws InputError with everything that is wrong with a file
 */
export async function openSources(
  world: World,
  flags: ReadingFlags & CommonOptions,
  rulebook: Rulebook,
  paths: readonly string[],
  leaveOut?: (path: string, error: InputError) => void,
  refuse?: (path: string, bytes: Uint8Array) => InputError,
): Promise<ReadSource[]> {
  const { io } = world;
  const sources: (ReadSource | SourceFile)[] = [];
  const attempt = (path: string, take: () => ReadSource | SourceFile): void => {
    try {
      sources.push(take());
    } catch (error) {
      if (leaveOut === undefined || !isInputError(error)) throw error;
      leaveOut(path, error);
    }
  };
  for (const path of paths) attempt(path, () => openPlain(io, flags, path, rulebook));
  const files = sources.filter((each) => 'bytes' in each);
  if (files.length === 0) return sources.filter((each) => 'kind' in each);
  const { readSources } = await import('../import/read-sources.ts');
  const options = await readOptions(world, flags, rulebook);
  const keepGoing = flags.keepGoing === true && leaveOut !== undefined;
  const outcomes = await readSources(io, files, { ...options, keepGoing }, rulebook);
  sayDay(world, flags, outcomes);
  const first = new Map(outcomes.flatMap((outcome) => outcome.files.map((file) => [file, outcome])));
  const empty: { readonly path: string; readonly error: InputError }[] = [];
  const read = sources.flatMap((each): ReadSource[] => {
    if ('kind' in each) return [each];
    const outcome = first.get(each);
    if (outcome?.files[0] !== each) return [];
    const { result } = outcome;
    try {
      if (result === null && refuse !== undefined) throw refuse(each.path, each.bytes);
      if (result === null) return [toOwnSource(each.path, each.bytes, rulebook)];
      if (isInputError(result)) throw result;
      const { problems = [] } = result.imported;
      if (problems.length > 0) leaveOut?.(each.path, new InputError(problems));
      return [result];
    } catch (error) {
      if (isInputError(error) && error.placesNothing) empty.push({ path: each.path, error });
      else if (leaveOut === undefined || !isInputError(error)) throw error;
      else leaveOut(each.path, error);
      return [];
    }
  });
  for (const { path, error } of empty) {
    // Beside others that hold workloads it is no mistake to give what holds none.
    if (read.length > 0) sayOfEmpty(world, flags, error);
    else if (leaveOut === undefined) throw error;
    else leaveOut(path, error);
  }
  return read;
}

function sayOfEmpty(world: World, flags: CommonOptions, { problems }: InputError): void {
  for (const { at, message } of problems)
    say(world, flags, `${at === undefined ? '' : `${formatPosition(at)}: `}${message}`);
}

/** Who names no day is told by which one ends of support were judged, where one mattered. */
function sayDay(world: World, flags: ReadingFlags & CommonOptions, outcomes: readonly SourceOutcome[]): void {
  const [day] = outcomes.flatMap(({ result }) =>
    result === null || isInputError(result) ? [] : (result.imported.judgedOn ?? []),
  );
  if (day === undefined || flags.today !== undefined) return;
  say(world, flags, `ends of support are judged as of ${day}, the day of their data; --today names another`);
}

async function readOptions(world: World, flags: ReadingFlags & CommonOptions, rulebook: Rulebook) {
  const { io } = world;
  const readTable =
    flags.map === undefined
      ? undefined
      : (await import('../import/read-by-map.ts')).readMap(io, flags.map, rulebook);
  return {
    running: flags.running,
    today: flags.today,
    variables: flags.envFile === undefined ? undefined : readText(io, flags.envFile),
    join: flags.join,
    readTable,
    noteJoined: (moved: number, alone: readonly string[]) => {
      const named = alone.slice(0, mostAlone).join(', ');
      const more = alone.length > mostAlone ? ` and ${alone.length - mostAlone} more` : '';
      const rest = alone.length === 0 ? '' : `; in no earlier file: ${named}${more}`;
      say(world, flags, `${moved} ${moved === 1 ? 'machine was' : 'machines were'} joined${rest}`);
    },
  };
}

/** Ours are told by a look at the text; whatever else can be read is loaded only for others. */
function openPlain(io: Io, flags: ReadingFlags, place: string, rulebook: Rulebook): ReadSource | SourceFile {
  const { as = flags.as, path } = splitKind(io, place);
  const bytes = readWhole(io, path, path === '-' ? stdinName : path, largestForeign);
  const text = as === undefined ? (findText(bytes) ?? '') : '';
  if (!isWorkloadText(text)) return { path, bytes, as, own: false };
  // One a line, or in a list.
  if (/^\s*(\[|\{[^\n]*\n\s*\{)/.test(text)) return { path, bytes, own: true };
  return toOwnSource(path, bytes, rulebook);
}

/** `compose:file`: a file, and the kind that it is said to be, where no file is called so. */
function splitKind(io: Io, place: string): { readonly as?: string; readonly path: string } {
  const [, as, path] = /^([a-z][a-z-]+):(.+)$/s.exec(place) ?? [];
  return as === undefined || path === undefined || io.exists(place) ? { path: place } : { as, path };
}

function toOwnSource(path: string, bytes: Uint8Array, rulebook: Rulebook): ReadSource {
  const file = path === '-' ? stdinName : path;
  const text = decodeText(bytes, file);
  refuseLarge(text, file);
  return {
    files: [],
    kind: { id: 'workload', title: 'workloads' },
    artefact: { file },
    imported: { unread: [], remarks: [] },
    workloads: parseDocuments(text, file, rulebook),
    clashes: [],
  };
}
