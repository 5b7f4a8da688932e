import { main } from '../../src/main.ts';
import { exitCodes } from '../../src/exit-code.ts';
import { createSchema } from '../../src/schema/create-schema.ts';
import { dangerous } from '../../src/text/safe.ts';
import { compileSchema, type Validate } from '../support/compile-schema.ts';
import { loadRules } from '../support/load-rules.ts';
import { createImpatientPrompter } from './impatient-prompter.ts';
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
    | 'not read back'
    | 'unlike the schema'
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
 * Runs commands of a target on an input and says what must not be.
 * @param place where the input lies
 * @param closely whether everything is tried: also the commands that take long, each twice, and results held
 *   against their schema
 * @returns what was found; empty where all is well
 */
export async function judgeInput(
  target: Target,
  place: string,
  text: string,
  closely: boolean,
): Promise<Find[]> {
  let files: Files = { ...target.beside, [place]: text };
  const written = new Set<string>();
  const finds: Find[] = [];
  for (const command of [...target.commands(place), ...(closely ? target.seldom(place) : [])]) {
    if (command.includes('written.yaml') && !command.includes('-o') && !written.has('written.yaml')) continue;
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
    const own =
      command.find((word) => written.has(word)) ?? (command[0] === 'ask' ? [...written][0] : undefined);
    if (own !== undefined && !command.includes('-o') && run.code === exitCodes.noAdvice.code)
      find('not read back', `${run.stderr}\n${files[own] ?? ''}`);
    if (closely && run.stdout !== '' && command[0] === 'assess' && command.includes('json'))
      judgeResult(run.stdout, find);
    if (closely) {
      const second = await runCommand(files, command);
      if (JSON.stringify(second.run) !== JSON.stringify(run)) find('unlike', 'the second run differs');
    }
    for (const [name, content] of after) {
      if (files[name] === content) continue;
      // Rows that are handed back stay as they were: to be corrected, and read again.
      if (!name.startsWith('rejects.') && hasRaw(content)) find('raw character', `in ${name}`);
      written.add(name);
    }
    files = Object.fromEntries(after);
  }
  if (Object.keys(Object.prototype).length > 0 || Object.hasOwn(Object.prototype, 'polluted'))
    finds.push({ kind: 'pollution', shows: Object.keys(Object.prototype).join(', ') });
  return finds;
}

/** Prompts that somebody answers before they break an interview off. */
const patience = 3;

async function runCommand(
  files: Files,
  command: readonly string[],
): Promise<{ run: Run; files: ReadonlyMap<string, string>; failure?: string }> {
  const prompter = command[0] === 'ask' ? createImpatientPrompter(patience) : undefined;
  const { world, stdout, stderr, files: after } = createMemoryWorld(files, prompter);
  try {
    const code = await main(command, world);
    return { run: { code, stdout: stdout(), stderr: stderr() }, files: after };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { run: { code: -1, stdout: '', stderr: '' }, files: after, failure };
  }
}

let validate: Validate | undefined;

function judgeResult(stdout: string, find: (kind: Find['kind'], shows: string) => void): void {
  validate ??= compileSchema(createSchema('result', loadRules().rulebook));
  const { valid, errors } = validate(JSON.parse(stdout));
  if (!valid) find('unlike the schema', errors);
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
    !/[\w.-]+\.(ya?ml|ndjson|json|csv)|record|line \d+ first/.test(stderr) &&
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
