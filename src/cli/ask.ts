import type { Result } from '../advice/advice.ts';
import { assess } from '../advise.ts';
import { askComponents } from '../ask/ask-components.ts';
import { prepareInterviewer, type Progress } from '../ask/plan-interview.ts';
import { isInterrupted, type Prompter } from '../ask/prompter.ts';
import { runInterview } from '../ask/run-interview.ts';
import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { renderText } from '../render/text.ts';
import { explainWriteError } from '../explain-file-error.ts';
import { showText } from '../read/show-text.ts';
import { combineFacts } from '../workload/combine-facts.ts';
import { readProfile, readWorkloads } from '../workload/read-workloads.ts';
import type { Component, FactStatement, Workload } from '../workload/workload.ts';
import { writeWorkload } from '../workload/write-workload.ts';
import { runAssess } from './assess.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { resolveSettings, type SettingFlags } from './settings.ts';
import { type CommonOptions, outputWidth, styleOutput, type World } from './world.ts';

/** The options of `advise ask`. */
export interface AskFlags extends CommonOptions, Omit<SettingFlags, 'format'> {
  readonly all?: boolean;
  /** False for --no-input: never ask. */
  readonly input?: boolean;
}

/** Where the answers of an interview that was broken off are kept, in the working directory. */
export const draftFile = '.advise-draft.yaml';

/**
 * `advise ask`: the interview. Starts from what a file says already, shows the advice, offers to
 * save the answers.
 * @param path a workload file to start from; undefined for none
 * @returns the exit code
 */
export async function runAsk(world: World, path: string | undefined, flags: AskFlags): Promise<number> {
  const { io } = world;
  if (flags.input === false && path !== undefined)
    return runAssess(world, [path], { ...flags, set: [], require: [] });
  if (flags.input === false || !io.stdinIsTerminal || !io.stderr.isTerminal)
    throw new InputError(explainNoTerminal(path));
  const settings = resolveSettings({ ...flags, format: 'text' }, io, ['text']);
  const ready = await loadReadyRulebook(world, settings.rules);
  const profile =
    settings.profile === undefined ? [] : readProfile(io, settings.profile, ready.rulebook).facts;
  const given = path === undefined ? undefined : readWorkloads(io, path, ready.rulebook)[0];
  const prompter = await world.loadPrompter();
  let name = given?.name ?? 'my-workload';
  let progress: Progress = { statements: new Map(), skipped: new Set() };
  try {
    const draft = await offerDraft(world, ready.rulebook, prompter);
    const start = draft ?? given;
    name = await prompter.type({
      message: 'What is the workload called?',
      initial: start?.name ?? name,
      check: checkName,
    });
    const interviewer = prepareInterviewer(ready);
    const known = combineFacts(profile, start?.facts ?? []);
    progress = { statements: known, skipped: new Set() };
    const remember = (now: Progress): void => {
      progress = now;
    };
    progress = await runInterview(interviewer, progress, prompter, remember);
    const components = given?.components ?? (await askComponents(interviewer, progress, prompter));
    const workload = assembleWorkload(name, progress, profile, components);
    showAdvice(world, workload, ready, profile, flags);
    await offerSaving(world, ready.rulebook, workload, path, settings, prompter);
    io.remove(draftFile);
    return exitCodes.advised.code;
  } catch (error) {
    if (!isInterrupted(error)) throw error;
    keepDraft(world, writeWorkload(ready.rulebook, name, withoutProfile(progress, profile)), progress);
    return exitCodes.interrupted.code;
  }
}

function explainNoTerminal(path: string | undefined): string {
  const file = path === undefined ? 'workload.yaml' : showText(path);
  return [
    'there is no terminal to ask at, or asking was switched off',
    `  advise init ${file}      writes a file to fill in`,
    `  advise facts --unanswered ${file}   says what is still worth saying`,
    `  advise assess ${file}    gives advice without asking`,
  ].join('\n');
}

function checkName(text: string): string | undefined {
  return text.trim() === '' ? 'a name is needed' : undefined;
}

async function offerDraft(
  world: World,
  rulebook: Parameters<typeof readWorkloads>[2],
  prompter: Prompter,
): Promise<Workload | undefined> {
  if (!world.io.exists(draftFile)) return undefined;
  const goOn = await prompter.confirm({
    message: `Go on with the answers kept in ${draftFile}?`,
    initial: true,
  });
  return goOn ? readWorkloads(world.io, draftFile, rulebook)[0] : undefined;
}

function withoutProfile(progress: Progress, profile: readonly FactStatement[]): FactStatement[] {
  return [...progress.statements.values()].filter((statement) => !profile.includes(statement));
}

function assembleWorkload(
  name: string,
  progress: Progress,
  profile: readonly FactStatement[],
  components: readonly Component[],
): Workload {
  return { name, file: '(interview)', facts: withoutProfile(progress, profile), waivers: [], components };
}

function showAdvice(
  world: World,
  workload: Workload,
  ready: Awaited<ReturnType<typeof loadReadyRulebook>>,
  profile: readonly FactStatement[],
  flags: AskFlags,
): void {
  const { name, version, digest } = ready.rulebook;
  const result: Result = {
    schemaVersion: 1,
    tool: { name: 'advise', version: world.version },
    rulebooks: [{ name, version, digest }],
    results: [assess(workload, ready, { profile, today: world.io.today() })],
  };
  const context = {
    width: outputWidth(world.io),
    style: styleOutput(world, flags),
    all: flags.all === true,
    rulebook: ready.rulebook,
  };
  world.io.stdout.write(`\n${renderText(result, context)}`);
}

async function offerSaving(
  world: World,
  rulebook: Parameters<typeof writeWorkload>[0],
  workload: Workload,
  path: string | undefined,
  settings: { readonly profile: string | undefined; readonly rules: string | undefined },
  prompter: Prompter,
): Promise<void> {
  const text = writeWorkload(rulebook, workload.name, workload.facts, workload.components);
  const wanted = await prompter.confirm({ message: 'Save the answers as a workload file?', initial: true });
  if (!wanted) return;
  for (;;) {
    const initial = path ?? `${workload.name.replace(/[^A-Za-z0-9._-]+/g, '-')}.yaml`;
    const file = await prompter.type({ message: 'Where?', initial, check: checkName });
    if (
      world.io.exists(file) &&
      !(await prompter.confirm({ message: `${file} exists. Overwrite it?`, initial: false }))
    )
      continue;
    try {
      world.io.writeWhole(file, text);
    } catch (error) {
      prompter.say(`${file} cannot be written: ${explainWriteError(error)}`);
      continue;
    }
    const options = [
      ...(settings.profile === undefined ? [] : [`--profile ${settings.profile}`]),
      ...(settings.rules === undefined ? [] : [`--rules ${settings.rules}`]),
    ];
    prompter.say(`The same again: advise assess ${[...options, file].join(' ')}`);
    return;
  }
}

/** What was typed is never lost: a draft is a workload file like any other. */
function keepDraft(world: World, text: string, progress: Progress): void {
  if (progress.statements.size === 0) return;
  try {
    world.io.writeWhole(draftFile, text);
    world.io.stderr.write(`\nadvise: your answers are kept in ${draftFile}; advise ask goes on with them\n`);
  } catch (error) {
    world.io.stderr.write(
      `\nadvise: the answers could not be kept in ${draftFile}: ${explainWriteError(error)}\n${text}`,
    );
  }
}
