import { applyRulings } from '../advice/apply-rulings.ts';
import { gatherUnanswered } from '../ask/gather-unanswered.ts';
import { prepareInterviewer } from '../ask/interviewer.ts';
import { exitCodes } from '../exit-code.ts';
import { type FormatOf, render } from '../render/render.ts';
import { combineFacts, listParts } from '../workload/workload.ts';
import { openRun, openWorkloads, type RunFlags } from './open-run.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise facts --unanswered`. */
export interface UnansweredFlags extends RunFlags {
  readonly format: FormatOf<'unanswered'>;
}

/**
 * `advise facts --unanswered`: the questions of the interview without the dialogue.
 * @param path a workload file; `-` for standard input
 * @returns the exit code
 */
export async function runUnanswered(world: World, path: string, flags: UnansweredFlags): Promise<number> {
  const run = await openRun(world, flags);
  const lists = (await openWorkloads(world, flags, run, [path])).flatMap((workload) => {
    const interviewer = prepareInterviewer(applyRulings(run.ready, workload.rulings, run.today));
    return listParts(workload).map((part) => ({
      workload: part.name,
      ...(part.unclear.length === 0
        ? {}
        : { clarifications: part.unclear.map(({ clarification }) => clarification) }),
      ...gatherUnanswered(interviewer, combineFacts(run.profile, workload.facts, part.facts)),
    }));
  });
  const context = openOutput(world, flags, run.ready.rulebook);
  world.io.stdout.write(await render('unanswered', flags.format, lists, context));
  return exitCodes.advised.code;
}
