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

/** What there is to save. */
interface Saved {
  readonly workload: Workload;
  /** The file the interview started from; undefined for none. */
  readonly path: string | undefined;
  /** Whether anything was answered that the file does not say. */
  readonly isChanged: boolean;
}

/** Where what was said of the place is proposed to be saved. */
const profileFile = 'profile.yaml';

/**
 * Offers to save the answers as a workload file, and those about the site as a profile; says the
 * command that gives the same advice again.
 * @returns the file that was written; undefined where nothing was to be saved
 */
export async function offerSaving(
  world: World,
  rulebook: Pick<Rulebook, 'facts'>,
  { workload, path, isChanged }: Saved,
  context: SavingContext,
  prompter: Prompter,
): Promise<string | undefined> {
  if (!isChanged) return undefined;
  const proposed = path ?? `${workload.name.replace(/[^A-Za-z0-9._-]+/g, '-')}.yaml`;
  const site = workload.facts.filter(({ fact }) => fact.startsWith('site.'));
  const isFree = (file: string): boolean => !world.io.exists(file);
  const withProfile = context.profile === undefined && site.length > 0 && isFree(profileFile);
  const as = { value: 'as', label: `Yes, as ${proposed}` };
  const both = { value: 'both', label: `Yes, and what is true of the place as ${profileFile}, for others` };
  const wish = await prompter.choose({
    message: 'Save the answers?',
    options: [
      ...(isFree(proposed) ? [as, ...(withProfile ? [both] : [])] : []),
      { value: 'elsewhere', label: 'Yes, under another name' },
      ...(isFree(proposed) ? [] : [{ value: 'as', label: `Yes, over what is in ${proposed}` }]),
      { value: 'no', label: 'No' },
    ],
  });
  if (wish === 'no') return undefined;
  const asked =
    wish === 'elsewhere' ? await askPlace(world, nameAnother(proposed, isFree), prompter) : proposed;
  const text = writeWorkload(rulebook, workload);
  const file = asked === undefined ? undefined : await writeSomewhere(world, asked, text, prompter);
  if (file === undefined) return undefined;
  if (wish === 'both') {
    const profile = writeProfile(rulebook, 'site', site);
    const written = await writeSomewhere(world, profileFile, profile, prompter);
    if (written !== undefined) prompter.say(`Use it with --profile ${quote(written)}`);
  }
  const options = [
    ...(context.profile === undefined ? [] : [`--profile ${quote(context.profile)}`]),
    ...(context.rules ?? []).map((each) => `--rules ${quote(each)}`),
  ];
  prompter.say(`wrote ${file}`, 'The same again:', `  advise assess ${[...options, quote(file)].join(' ')}`);
  return file;
}

/** Asks for a file until one is free, or may be overwritten; undefined where nothing is to be saved after all. */
async function askPlace(world: World, initial: string, prompter: Prompter): Promise<string | undefined> {
  for (;;) {
    const check = (typed: string) => (typed.trim() === '' ? 'a file name is needed' : undefined);
    const file = await prompter.type({ message: 'Where?', initial, check, canGoBack: true });
    if (file === null) return undefined;
    if (!world.io.exists(file)) return file;
    const wish = await prompter.choose({
      message: `${file} exists.`,
      options: [
        { value: 'elsewhere', label: 'Save under another name' },
        { value: 'over', label: 'Overwrite it' },
        { value: 'no', label: 'Do not save' },
      ],
    });
    if (wish === 'over') return file;
    if (wish === 'no') return undefined;
  }
}

/** Asks again until it is written, or given up: what was typed is worth more than a wrong path. */
async function writeSomewhere(
  world: World,
  first: string,
  text: string,
  prompter: Prompter,
): Promise<string | undefined> {
  let file: string | undefined = first;
  while (file !== undefined) {
    try {
      world.io.writeWhole(file, text);
      return file;
    } catch (error) {
      prompter.say(`${file} cannot be written: ${wordWriteError(error)}`);
      file = await askPlace(world, first, prompter);
    }
  }
  return undefined;
}

/** The first free name that is like a file's. */
function nameAnother(file: string, isFree: (file: string) => boolean): string {
  const [, stem = file, end = ''] = /^(.*?)(\.ya?ml|\.json)?$/.exec(file) ?? [];
  let count = 2;
  while (!isFree(`${stem}-${count}${end}`)) count++;
  return `${stem}-${count}${end}`;
}

/** A path as a shell takes it. */
function quote(path: string): string {
  return /^[A-Za-z0-9._/-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
