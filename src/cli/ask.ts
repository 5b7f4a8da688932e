import type { Result } from '../advice/result.ts';
import { describeRulebooks } from '../advice/describe-rulebooks.ts';
import { assess } from '../assess.ts';
import { listWaivedRules } from '../advice/apply-waivers.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { interviewWorkload } from '../ask/interview-workload.ts';
import { prepareInterviewer } from '../ask/plan-interview.ts';
import { isInterrupted, type Prompter } from '../ask/prompter.ts';
import { explainWriteError, InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { wantsColour } from '../text/style.ts';
import { render } from '../render/render.ts';
import { showText } from '../text/safe.ts';
import { readProfile, readWorkloads } from '../workload/read-workloads.ts';
import { type FactStatement, listOldNames, type Workload } from '../workload/workload.ts';
import { writeWorkload } from '../workload/write-workload.ts';
import { runAssess } from './assess.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { offerSaving } from './save-answers.ts';
import { resolveSettings, type SettingFlags } from './settings.ts';
import { type CommonOptions, openOutput, reportOldNames, type World } from './world.ts';

/** The options of `advise ask`. */
export interface AskFlags extends CommonOptions, Omit<SettingFlags, 'format'> {
  readonly all?: boolean;
  /** False for --no-input: never ask. */
  readonly input?: boolean;
}

/** Where the answers of an interview that was broken off are kept, in the working directory. */
const draftFile = '.advise-draft.yaml';
/** What stands for the file of a workload that was never in one. */
const interview = '(interview)';

/**
 * `advise ask`: the interview. Starts from what a file says already, shows the advice, offers to
 * save the answers.
 * @param path a workload file to start from; undefined for none
 * @returns the exit code
 */
export async function runAsk(world: World, path: string | undefined, flags: AskFlags): Promise<number> {
  const { io } = world;
  if (flags.input === false && path !== undefined)
    return runAssess(world, [path], { ...flags, set: [], require: [], output: [] });
  if (flags.input === false || !io.stdinIsTerminal || !io.stderr.isTerminal)
    throw new InputError(explainNoTerminal(path));
  const settings = resolveSettings({ ...flags, format: 'text' }, io, ['text']);
  const ready = await loadReadyRulebook(world, settings.rules, flags);
  const profile =
    settings.profile === undefined ? [] : readProfile(io, settings.profile, ready.rulebook).facts;
  const given = path === undefined ? undefined : readOne(world, path, ready);
  reportOldNames(io, flags, listOldNames(given === undefined ? [] : [given], profile));
  const prompter = await world.loadPrompter(wantsColour(flags.color, io.env, io.stderr.isTerminal));
  let workload: Workload = given ?? {
    name: 'my-workload',
    file: interview,
    facts: [],
    waivers: [],
    components: [],
  };
  try {
    if (given === undefined) workload = (await offerDraft(world, ready, prompter)) ?? workload;
    const interviewer = prepareInterviewer(ready, findWaived(ready, workload, io.today()));
    workload = await interviewWorkload(interviewer, workload, profile, prompter, (now) => {
      workload = now;
      keepDraft(world, writeDraft(ready, now));
    });
    await showAdvice(world, workload, ready, profile, flags);
    await offerSaving(world, ready.rulebook, workload, path, settings, prompter);
    io.remove(draftFile);
    return exitCodes.advised.code;
  } catch (error) {
    if (!isInterrupted(error)) throw error;
    explainBreak(world, writeDraft(ready, workload));
    return exitCodes.interrupted.code;
  }
}

/** One workload can be talked about at a time. */
function readOne(world: World, path: string, ready: ReadyRulebook): Workload {
  const [workload, second] = readWorkloads(world.io, path, ready.rulebook);
  if (workload === undefined || second !== undefined)
    throw new InputError([
      { message: 'holds several workloads; ask takes one', at: { file: showText(path) } },
    ]);
  return workload;
}

function findWaived({ model }: ReadyRulebook, workload: Workload, today: string): Set<number> {
  const waived = listWaivedRules(workload.waivers, today);
  return new Set(model.rules.flatMap((rule, index) => (waived.has(rule.id) ? [index] : [])));
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

async function offerDraft(
  world: World,
  ready: ReadyRulebook,
  prompter: Prompter,
): Promise<Workload | undefined> {
  if (!world.io.exists(draftFile)) return undefined;
  const goOn = await prompter.confirm({
    message: `Go on with the answers kept in ${draftFile}?`,
    initial: true,
  });
  return goOn ? readOne(world, draftFile, ready) : undefined;
}

async function showAdvice(
  world: World,
  workload: Workload,
  ready: ReadyRulebook,
  profile: readonly FactStatement[],
  flags: AskFlags,
): Promise<void> {
  const result: Result = {
    schemaVersion: 1,
    tool: { name: 'advise', version: world.version },
    rulebooks: describeRulebooks(ready.rulebook),
    results: [assess(workload, ready, { profile, today: world.io.today() })],
  };
  const text = await render('advice', 'text', result, openOutput(world, flags, ready.rulebook));
  world.io.stdout.write(`\n${text}`);
}

/** The answers as a workload file like any other; empty where there are none. */
function writeDraft({ rulebook }: ReadyRulebook, workload: Workload): string {
  const empty = workload.facts.length === 0 && workload.components.length === 0;
  return empty ? '' : writeWorkload(rulebook, workload);
}

/**
 * Keeps the answers after each of them: a closed terminal or a power cut loses nothing.
 * @param draft what to keep; nothing removes what was kept before
 * @returns why it could not be kept; undefined where it could
 */
function keepDraft({ io }: World, draft: string): string | undefined {
  try {
    if (draft === '') io.remove(draftFile);
    else io.writeWhole(draftFile, draft);
    return undefined;
  } catch (error) {
    return explainWriteError(error);
  }
}

/** Says where the answers are; where they could not be kept, shows them, so that they can be copied. */
function explainBreak(world: World, draft: string): void {
  const failure = keepDraft(world, draft);
  const kept = `\nadvise: your answers are kept in ${draftFile}; advise ask goes on with them\n`;
  const lost = `\nadvise: ${draftFile} cannot be written: ${failure ?? ''}; these are your answers\n${draft}`;
  world.io.stderr.write(failure !== undefined ? lost : draft === '' ? '\n' : kept);
}
