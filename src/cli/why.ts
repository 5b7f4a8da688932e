import { applyRulings } from '../advice/apply-rulings.ts';
import { gatherWaivedRules } from '../advice/apply-waivers.ts';
import { describeWhyPlacement, describeWhyRule } from '../advice/describe-why.ts';
import { decidePlacing, type Placing } from '../advice/placing.ts';
import { exitCodes } from '../exit-code.ts';
import { type FormatOf, render } from '../render/render.ts';
import type { WhyAnswer } from '../render/renderer.ts';
import type { Named } from '../rulebook/look-up.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { combineFacts, listParts } from '../workload/workload.ts';
import { openRun, openWorkloads, type RunFlags } from './open-run.ts';
import { pickNamed } from './pick-named.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise why`. */
export interface WhyFlags extends RunFlags {
  readonly format: FormatOf<'why'>;
}

/**
 * `advise why`: explains a rule or a placement for the workloads of a file, part by part.
 * @param id of a rule or a placement
 * @param path the file; `-` for standard input
 * @returns the exit code
 */
export async function runWhy(world: World, id: string, path: string, flags: WhyFlags): Promise<number> {
  const run = await openRun(world, flags);
  const { ready, profile, set, today } = run;
  const explain = chooseExplainer(world, flags, ready.rulebook, id);
  const answers = (await openWorkloads(world, flags, run, [path])).flatMap((workload) => {
    const waived = gatherWaivedRules(workload.waivers, today);
    const ruled = applyRulings(ready, workload.rulings, today);
    return listParts(workload).map((part) => ({
      workload: part.name,
      file: workload.file,
      why: explain(decidePlacing(ruled, combineFacts(profile, workload.facts, part.facts, set), waived)),
    }));
  });
  const context = openOutput(world, flags, ready.rulebook);
  world.io.stdout.write(await render('why', flags.format, answers, context));
  return exitCodes.advised.code;
}

/** What explains the rule or placement that an id names. */
function chooseExplainer(
  world: World,
  flags: WhyFlags,
  rulebook: Rulebook,
  id: string,
): (placing: Placing) => WhyAnswer['why'] {
  const { rules, placements } = rulebook;
  const both: readonly Named[] = [...rules, ...placements];
  const { id: now } = pickNamed(world, flags, 'rule or placement', both, id, rulebook);
  const rule = rules.findIndex((each) => each.id === now);
  const placement = placements.findIndex((each) => each.id === now);
  return (placing) =>
    rule === -1 ? describeWhyPlacement(placing, placement) : describeWhyRule(placing, rule);
}
