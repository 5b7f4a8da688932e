import { applyRulings } from '../advice/apply-rulings.ts';
import { gatherWaivedRules } from '../advice/apply-waivers.ts';
import { describeWhyPlacement, describeWhyRule } from '../advice/describe-why.ts';
import { decidePlacing, type Placing } from '../advice/placing.ts';
import { at } from '../at.ts';
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
  const ruled = (await openWorkloads(world, flags, run, [path])).map((workload) => ({
    workload,
    rules: applyRulings(ready, workload.rulings, today),
  }));
  const explain = chooseExplainer(
    world,
    flags,
    ruled.map(({ rules }) => rules.rulebook),
    id,
  );
  const answers = ruled.flatMap(({ workload, rules }) => {
    const waived = gatherWaivedRules(workload.waivers, today);
    return listParts(workload).flatMap((part) => {
      const facts = combineFacts(profile, workload.facts, part.facts, set);
      const why = explain(decidePlacing(rules, facts, waived));
      const { rulebook } = rules;
      return why === null ? [] : [{ workload: part.name, file: workload.file, rulebook, why }];
    });
  });
  const context = openOutput(world, flags, ready.rulebook);
  world.io.stdout.write(await render('why', flags.format, answers, context));
  return exitCodes.advised.code;
}

/**
 * What explains the rule or placement that an id names; it gives null where a workload has no such ruling.
 * @param rulebooks the rulebook as it holds for each of the workloads, at least one
 */
function chooseExplainer(
  world: World,
  flags: WhyFlags,
  rulebooks: readonly Rulebook[],
  id: string,
): (placing: Placing) => WhyAnswer['why'] | null {
  const rulebook = rulebooks.find(({ rules }) => rules.some((rule) => rule.id === id)) ?? at(rulebooks, 0);
  const both: readonly Named[] = [...rulebook.rules, ...rulebook.placements];
  const { id: now } = pickNamed(world, flags, 'rule or placement', both, id, rulebook);
  const placement = rulebook.placements.findIndex((each) => each.id === now);
  return (placing) => {
    if (placement !== -1) return describeWhyPlacement(placing, placement);
    const rule = placing.rulebook.rules.findIndex((each) => each.id === now);
    return rule === -1 ? null : describeWhyRule(placing, rule);
  };
}
