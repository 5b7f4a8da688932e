import { listWaivedRules } from '../advice/apply-waivers.ts';
import { decidePlacing } from '../advice/placing.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { explainPlacement, explainRule } from '../advice/explain-why.ts';
import { exitCodes } from '../exit-code.ts';
import { formats as assessFormats, render } from '../render/render.ts';
import type { Named } from '../rulebook/look-up.ts';
import { combineFacts, listOldNames } from '../workload/workload.ts';
import { readProfile, readWorkloads } from '../workload/read-workloads.ts';
import { parseSet } from '../workload/parse-set.ts';
import { checkDay } from './check-day.ts';
import { pickNamed } from './pick-named.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { resolveSettings, type SettingFlags } from './settings.ts';
import { type CommonOptions, openOutput, reportOldNames, type World } from './world.ts';

/** The options of `advise why`. */
export interface WhyFlags extends CommonOptions, Omit<SettingFlags, 'format'> {
  readonly format: 'text' | 'json';
  readonly set: readonly string[];
  readonly today?: string;
}

/**
 * `advise why`: explains a rule or a placement for the workloads of a file, part by part.
 * @param id of a rule or a placement
 * @param path the file; `-` for standard input
 * @returns the exit code
 */
export async function runWhy(world: World, id: string, path: string, flags: WhyFlags): Promise<number> {
  const { io } = world;
  const settings = resolveSettings({ ...flags, format: 'text' }, io, assessFormats);
  checkDay(flags.today);
  const ready = await loadReadyRulebook(world, settings.rules, flags);
  const target = findTarget(world, flags, ready, id);
  const profile =
    settings.profile === undefined ? [] : readProfile(io, settings.profile, ready.rulebook).facts;
  const set = parseSet(flags.set, ready.rulebook);
  const workloads = readWorkloads(io, path, ready.rulebook);
  reportOldNames(io, flags, listOldNames(workloads, [...profile, ...set]));
  const answers = workloads.flatMap((workload) => {
    const waived = listWaivedRules(workload.waivers, flags.today ?? io.today());
    const parts = workload.components.length === 0 ? [{ name: undefined, facts: [] }] : workload.components;
    return parts.map((part) => {
      const placing = decidePlacing(ready, combineFacts(profile, workload.facts, part.facts, set), waived);
      const name = part.name === undefined ? workload.name : `${workload.name}: ${part.name}`;
      const why =
        target.rule === undefined
          ? explainPlacement(placing, target.placement)
          : explainRule(placing, target.rule);
      return { workload: name, file: workload.file, why };
    });
  });
  const context = openOutput(world, flags, ready.rulebook);
  io.stdout.write(await render('why', flags.format, answers, context));
  return exitCodes.advised.code;
}

type Target =
  | { readonly rule: number; readonly placement?: never }
  | { readonly rule?: never; readonly placement: number };

function findTarget(world: World, flags: WhyFlags, { rulebook }: ReadyRulebook, id: string): Target {
  const { rules, placements } = rulebook;
  const both: readonly Named[] = [...rules, ...placements];
  const { id: now } = pickNamed(world, flags, 'rule or placement', both, id, rulebook);
  const rule = rules.findIndex((each) => each.id === now);
  return rule === -1 ? { placement: placements.findIndex((each) => each.id === now) } : { rule };
}
