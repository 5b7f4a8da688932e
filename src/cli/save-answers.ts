import { wordWriteError } from '../errors.ts';
import type { Prompter } from '../ask/prompter.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Workload } from '../workload/workload.ts';
import { writeProfile, writeWorkload } from '../workload/write-workload.ts';
import type { World } from './world.ts';

/** What the answers were given under, for the command that repeats them. */
export interface SavingContext {
  readonly profile: string | undefined;
  readonly rules: readonly string[] | undefined;
}

/**
 * Offers to save the answers as a workload file, and those about the site as a profile; says the
 * command that gives the same advice again.
 * @param path the file the interview started from; undefined for none
 */
export async function offerSaving(
  world: World,
  rulebook: Pick<Rulebook, 'facts'>,
  workload: Workload,
  path: string | undefined,
  context: SavingContext,
  prompter: Prompter,
): Promise<void> {
  if (await prompter.confirm({ message: 'Save the answers as a workload file?', initial: true })) {
    const initial = path ?? `${workload.name.replace(/[^A-Za-z0-9._-]+/g, '-')}.yaml`;
    const text = writeWorkload(rulebook, workload);
    const file = await saveAs(world, initial, text, prompter);
    const options = [
      ...(context.profile === undefined ? [] : [`--profile ${quote(context.profile)}`]),
      ...(context.rules ?? []).map((path) => `--rules ${quote(path)}`),
    ];
    prompter.say('The same again:', `  advise assess ${[...options, quote(file)].join(' ')}`);
  }
  const site = workload.facts.filter((statement) => statement.fact.startsWith('site.'));
  if (context.profile !== undefined || site.length === 0) return;
  const message = 'Save the answers about site and team as a profile for other workloads?';
  if (!(await prompter.confirm({ message, initial: false }))) return;
  const file = await saveAs(world, 'profile.yaml', writeProfile(rulebook, 'site', site), prompter);
  prompter.say(`Use it with --profile ${quote(file)}`);
}

/** Asks again until it is written: what was typed is worth more than a wrong path. */
async function saveAs(world: World, initial: string, text: string, prompter: Prompter): Promise<string> {
  for (;;) {
    const check = (typed: string) => (typed.trim() === '' ? 'a file name is needed' : undefined);
    const file = await prompter.type({ message: 'Where?', initial, check });
    const overwrite = () => prompter.confirm({ message: `${file} exists. Overwrite it?`, initial: false });
    if (world.io.exists(file) && !(await overwrite())) continue;
    try {
      world.io.writeWhole(file, text);
      return file;
    } catch (error) {
      prompter.say(`${file} cannot be written: ${wordWriteError(error)}`);
    }
  }
}

/** A path as a shell takes it. */
function quote(path: string): string {
  return /^[A-Za-z0-9._/-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
