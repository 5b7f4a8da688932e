import type { ReadyRulebook } from '../rulebook/ready.ts';
import { listUnanswered } from '../ask/list-unanswered.ts';
import { prepareInterviewer } from '../ask/plan-interview.ts';
import { exitCodes } from '../exit-code.ts';
import { render } from '../render/render.ts';
import { combineFacts, listOldNames } from '../workload/workload.ts';
import { readProfile, readWorkloads } from '../workload/read-workloads.ts';
import { type CommonOptions, openOutput, reportOldNames, type World } from './world.ts';

/** The options of `advise facts --unanswered`. */
export interface UnansweredFlags extends CommonOptions {
  readonly format: 'text' | 'json';
  readonly profile?: string;
}

/**
 * `advise facts --unanswered`: the questions of the interview without the dialogue.
 * @param path a workload file; `-` for standard input
 * @returns the exit code
 */
export async function runUnanswered(
  world: World,
  path: string,
  ready: ReadyRulebook,
  flags: UnansweredFlags,
): Promise<number> {
  const profile =
    flags.profile === undefined ? [] : readProfile(world.io, flags.profile, ready.rulebook).facts;
  const interviewer = prepareInterviewer(ready);
  const workloads = readWorkloads(world.io, path, ready.rulebook);
  reportOldNames(world.io, flags, listOldNames(workloads, profile));
  const lists = workloads.flatMap((workload) => {
    const parts = workload.components.length === 0 ? [{ name: undefined, facts: [] }] : workload.components;
    return parts.map((part) => ({
      workload: part.name === undefined ? workload.name : `${workload.name}: ${part.name}`,
      ...listUnanswered(interviewer, combineFacts(profile, workload.facts, part.facts)),
    }));
  });
  const context = openOutput(world, flags, ready.rulebook);
  world.io.stdout.write(await render('unanswered', flags.format, lists, context));
  return exitCodes.advised.code;
}
