import { main } from '../../src/main.ts';
import { exitCodes } from '../../src/exit-code.ts';
import { dangerous } from '../../src/text/safe.ts';
import { createMemoryWorld } from './memory-world.ts';
import type { Files, Target } from './targets.ts';

/** Something that must not happen, whatever the input. */
export interface Find {
  /** Which promise was broken. */
  readonly kind:
    | 'crash'
    | 'bug'
    | 'silent'
    | 'no place'
    | 'raw character'
    | 'endless line'
    | 'unlike'
    | 'pollution'
    | 'slow';
  /** The command line, and what shows it. */
  readonly shows: string;
}

/** What a command of the program did. */
interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const codes: readonly number[] = Object.values(exitCodes).map(({ code }) => code);
/** A message may quote, but not without end. */
const longestMessage = 4000;
/** Milliseconds of processor time that no command may take. */
const longestRun = 1000;

/**
 * Runs every command of a target on an input and says what must not be.
 * @param place where the input lies
 * @param again whether each command is run twice, and must do the same
 * @returns what was found; empty where all is well
 */
export async function judgeInput(
  target: Target,
  place: string,
  text: string,
  again: boolean,
): Promise<Find[]> {
  let files: Files = { ...target.beside, [place]: text };
  const finds: Find[] = [];
  for (const command of target.commands(place)) {
    if (command.includes('written.yaml') && !command.includes('-o') && !Object.hasOwn(files, 'written.yaml'))
      continue;
    const started = process.cpuUsage();
    const { run, files: after, failure } = await runCommand(files, command);
    const { user, system } = process.cpuUsage(started);
    const find = (kind: Find['kind'], shows: string): void =>
      void finds.push({ kind, shows: `${command.join(' ')}: ${shows}` });
    if (failure !== undefined) {
      find('crash', failure);
      break;
    }
    if ((user + system) / 1000 > longestRun) find('slow', 'over a second');
    judgeRun(run, place, command, find);
    for (const [name, written] of after)
      if (!Object.hasOwn(files, name) && hasRaw(written)) find('raw character', `in ${name}`);
    if (again) {
      const second = await runCommand(files, command);
      if (JSON.stringify(second.run) !== JSON.stringify(run)) find('unlike', 'the second run differs');
    }
    files = Object.fromEntries(after);
  }
  if (Object.keys(Object.prototype).length > 0 || Object.hasOwn(Object.prototype, 'polluted'))
    finds.push({ kind: 'pollution', shows: Object.keys(Object.prototype).join(', ') });
  return finds;
}

async function runCommand(
  files: Files,
  command: readonly string[],
): Promise<{ run: Run; files: ReadonlyMap<string, string>; failure?: string }> {
  const { world, stdout, stderr, files: after } = createMemoryWorld(files);
  try {
    const code = await main(command, world);
    return { run: { code, stdout: stdout(), stderr: stderr() }, files: after };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { run: { code: -1, stdout: '', stderr: '' }, files: after, failure };
  }
}

function judgeRun(
  { code, stdout, stderr }: Run,
  place: string,
  command: readonly string[],
  find: (kind: Find['kind'], shows: string) => void,
): void {
  if (!codes.includes(code)) find('crash', `exit code ${code}`);
  if (stderr.includes('this is a bug')) find('bug', stderr);
  if (code === exitCodes.noAdvice.code && stderr === '' && !command.includes('json'))
    find('silent', 'nothing was said');
  // What is wrong with a file is said with its name.
  if (
    code === exitCodes.noAdvice.code &&
    stderr !== '' &&
    !/[\w.-]+\.(ya?ml|ndjson|json|csv)|record/.test(stderr) &&
    !stderr.includes(place)
  )
    find('no place', stderr);
  if (hasRaw(stderr)) find('raw character', 'on standard error');
  if (hasRaw(stdout)) find('raw character', 'on standard output');
  if (stderr.split('\n').some((line) => line.length > longestMessage))
    find('endless line', stderr.slice(0, 200));
}

/** Whether text holds what could drive a terminal; the ends of lines, and tabs, are no harm. */
function hasRaw(text: string): boolean {
  return (text.match(dangerous) ?? []).some((character) => !['\n', '\t', '\r'].includes(character));
}
