import { applyRulings } from '../advice/apply-rulings.ts';
import { gatherWaivedRules } from '../advice/apply-waivers.ts';
import { weighClarifications } from '../advice/weigh-clarifications.ts';
import { askClarifications } from '../ask/ask-clarifications.ts';
import { interviewWorkload } from '../ask/interview-workload.ts';
import { prepareInterviewer } from '../ask/interviewer.ts';
import { isInterrupted } from '../ask/prompter.ts';
import { assembleResult } from '../assemble-result.ts';
import { assess } from '../assess.ts';
import { InputError, type Problem } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { render } from '../render/render.ts';
import { wantsColour } from '../text/style.ts';
import { interviewName, type Unclear, type Workload } from '../workload/workload.ts';
import { runAssess } from './assess.ts';
import { draftFile, keepDraft, sayBrokenOff, wantsDraft } from './draft.ts';
import { openRun, openWorkloads, type Run, type RunFlags } from './open-run.ts';
import { offerSaving } from './save-answers.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise ask`. */
export interface AskFlags extends Omit<RunFlags, 'format' | 'set' | 'today'> {
  readonly all?: boolean;
  /** False for --no-input: never ask. */
  readonly input?: boolean;
}

/** A workload that was never in a file, before the first answer. */
const blank: Workload = {
  name: 'my-workload',
  file: interviewName,
  facts: [],
  waivers: [],
  components: [],
};

/**
 * `advise ask`: the interview. Starts from what a file says already, shows the advice, offers to
 * save the answers.
 * @param path a workload file to start from; undefined for none
 * @returns the exit code
 */
export async function runAsk(world: World, path: string | undefined, flags: AskFlags): Promise<number> {
  const { io } = world;
  if (flags.input === false && path !== undefined)
    return runAssess(world, [path], { ...flags, set: [], expect: [], require: [], output: [] });
  if (flags.input === false || !io.stdinIsTerminal || !io.stderr.isTerminal)
    throw new InputError([noTerminal(path)]);
  const run = await openRun(world, flags);
  const { rulebook } = run.ready;
  const given = await openOne(world, flags, run, path);
  const prompter = await world.loadPrompter(wantsColour(flags.color, io.env, io.stderr.isTerminal));
  prompter.say(...welcome);
  let answered: Workload | undefined;
  try {
    const isDraft = given === undefined && (await wantsDraft(io, prompter));
    const kept = isDraft ? await openOne(world, { ...flags, quiet: true }, run, draftFile) : given;
    const start = kept ?? blank;
    const interviewer = prepareInterviewer(
      applyRulings(run.ready, start.rulings, run.today),
      waivedPositions(run, start),
    );
    const remember = (now: Workload): void => {
      answered = now;
      keepDraft(io, rulebook, now);
    };
    const hangsOn = (asked: Workload, { clarification }: Unclear) =>
      weighClarifications([asked], run.ready, run.profile).some(
        (each) => each.clarification.id === clarification && each.hanging > 0,
      );
    const clear = await askClarifications(start, rulebook.facts, prompter, hangsOn, remember);
    const workload = await interviewWorkload(interviewer, clear, run.profile, prompter, remember);
    io.stdout.write(`\n${await adviceText(world, flags, run, workload)}`);
    const saved = await offerSaving(
      world,
      rulebook,
      { workload, path, isChanged: path === undefined || answered !== undefined },
      run.settings,
      prompter,
    );
    // The advice has scrolled away, and now its facts have lines of a file. Who redirects it gets it once.
    const again =
      saved === undefined || !io.stdout.isTerminal ? undefined : await openOne(world, flags, run, saved);
    if (again !== undefined) io.stdout.write(`\n${await adviceText(world, flags, run, again)}`);
    io.remove(draftFile);
    return exitCodes.advised.code;
  } catch (error) {
    if (!isInterrupted(error)) throw error;
    sayBrokenOff(io, rulebook, answered);
    return exitCodes.interrupted.code;
  }
}

/** What is said before the first question. */
const welcome = [
  'VM or container? A few questions decide it. ? helps, < goes back, typing finds an answer.',
  `Ctrl-C loses nothing: answers are kept in ${draftFile}.`,
  '',
];

function noTerminal(file = 'workload.yaml'): Problem {
  return {
    message: 'there is no terminal to ask at, or asking was switched off',
    ways: [
      `advise init ${file}      writes a file to fill in`,
      `advise facts --unanswered ${file}   says what is still worth saying`,
      `advise assess ${file}    gives advice without asking`,
    ],
  };
}

/** The workload of a file, if one was named: one can be talked about at a time. */
async function openOne(
  world: World,
  flags: AskFlags,
  run: Run,
  path: string | undefined,
): Promise<Workload | undefined> {
  const [workload, second] = await openWorkloads(world, flags, run, path === undefined ? [] : [path]);
  if (path !== undefined && second !== undefined)
    throw new InputError([{ message: 'holds several workloads; ask takes one', at: { file: path } }]);
  return workload;
}

/** Positions of the rules that the workload waives. */
function waivedPositions({ ready, today }: Run, { waivers }: Workload): Set<number> {
  const waived = gatherWaivedRules(waivers, today);
  return new Set(ready.model.rules.flatMap((rule, index) => (waived.has(rule.id) ? [index] : [])));
}

function adviceText(world: World, flags: AskFlags, run: Run, workload: Workload): Promise<string> {
  const { rulebook } = run.ready;
  const result = assembleResult({
    ...run,
    version: world.version,
    rulebook,
    workloads: [workload],
    results: [assess(workload, run.ready, run)],
  });
  return render('advice', 'text', result, openOutput(world, flags, rulebook));
}
