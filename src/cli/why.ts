import { applyRulings } from '../advice/apply-rulings.ts';
import { gatherWaivedRules } from '../advice/apply-waivers.ts';
import { describeWhyFact, describeWhyPlacement, describeWhyRule } from '../advice/describe-why.ts';
import { decidePlacing, type Placing } from '../advice/placing.ts';
import { at } from '../at.ts';
import { InputError, type Problem } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { type FormatOf, render } from '../render/render.ts';
import type { WhyAnswer } from '../render/renderer.ts';
import type { Named } from '../rulebook/look-up.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { wordUnknownName } from '../text/suggest.ts';
import { combineFacts, type FactStatement, listParts, type Workload } from '../workload/workload.ts';
import { openRun, openWorkloads, type RunFlags } from './open-run.ts';
import { pickNamed } from './pick-named.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise why`. */
export interface WhyFlags extends RunFlags {
  readonly format: FormatOf<'why'>;
}

/**
 * `advise why`: explains a rule, a placement or a fact for the workloads of a file, part by part.
 * @param id of a rule, a placement or a fact
 * @param place the file; `-` for standard input; `file#part` for one part of it
 * @returns the exit code
 */
export async function runWhy(world: World, id: string, place: string, flags: WhyFlags): Promise<number> {
  const run = await openRun(world, flags);
  const { ready, profile, set, today } = run;
  const [wanted, from] = settleOrder(ready.rulebook, id, place);
  const { path, part: only } = splitPart(world, from);
  const workloads = await openWorkloads(world, flags, run, [path]);
  refusePart(ready.rulebook, wanted, workloads, path);
  const ruled = workloads.map((workload) => ({
    workload,
    rules: applyRulings(ready, workload.rulings, today),
  }));
  const explain = chooseExplainer(
    world,
    flags,
    ruled.map(({ rules }) => rules.rulebook),
    wanted,
    await readReasons(workloads),
  );
  const answers = ruled.flatMap(({ workload, rules }) => {
    const waived = gatherWaivedRules(workload.waivers, today);
    const parts = listParts(workload).filter(
      ({ name, component }) => only === undefined || [name, component].includes(only),
    );
    return parts.flatMap((part) => {
      const layers = [profile, workload.facts, part.facts, set];
      const why = explain(decidePlacing(rules, combineFacts(...layers), waived), layers.flat());
      const { rulebook } = rules;
      return why === null ? [] : [{ workload: part.name, file: workload.file, rulebook, why }];
    });
  });
  if (answers.length === 0 && only !== undefined) throw new InputError([wordNoPart(workloads, path, only)]);
  const context = openOutput(world, flags, ready.rulebook);
  world.io.stdout.write(await render('why', flags.format, answers, context));
  return exitCodes.advised.code;
}

/** The name comes first, and the file does where that is what was meant. */
function settleOrder(rulebook: Rulebook, id: string, place: string): readonly [string, string] {
  const isKnown = (name: string) => listAskable(rulebook).some((each) => each.id === name);
  return !isKnown(id) && isKnown(place) ? [place, id] : [id, place];
}

function listAskable({ rules, placements, facts }: Rulebook): readonly Named[] {
  return [...rules, ...placements, ...facts];
}

/** `compose.yaml#db`: a part of what a file holds, where no file is called so. */
function splitPart({ io }: World, place: string): { readonly path: string; readonly part?: string } {
  const [, path, part] = /^(.+)#([^#]+)$/.exec(place) ?? [];
  return path === undefined || part === undefined || io.exists(place) ? { path: place } : { path, part };
}

/** Who doubts a verdict asks about what it is on: then it is said how to ask about a part. */
function refusePart(rulebook: Rulebook, id: string, workloads: readonly Workload[], path: string): void {
  const isPart = workloads.flatMap(listParts).some(({ name, component }) => [name, component].includes(id));
  if (!isPart || listAskable(rulebook).some((each) => each.id === id)) return;
  const message = `${id} is a part of this file, and why explains a rule, a placement or a fact: advise why <id> ${path}#${id}; advise assess ${path} --all prints the ids`;
  throw new InputError([{ message, at: { file: path } }]);
}

function wordNoPart(workloads: readonly Workload[], path: string, part: string): Problem {
  const known = workloads.flatMap(listParts).map(({ name, component }) => component ?? name);
  return { message: wordUnknownName('part', part, known), at: { file: path } };
}

/** Why rules of inference say what they say, by their ids; loaded only where one has said something. */
async function readReasons(workloads: readonly Workload[]): Promise<ReadonlyMap<string, string>> {
  const statements = workloads.flatMap(({ facts, components }) => [
    ...facts,
    ...components.flatMap((part) => part.facts),
  ]);
  if (statements.every(({ rule }) => rule === undefined)) return new Map();
  const { artefactKinds } = await import('../import/kinds.ts');
  const importers = await Promise.all(artefactKinds.map(({ load }) => load()));
  return new Map(importers.flatMap(({ rules }) => rules.map(({ id, because }) => [id, because])));
}

type Explainer = (placing: Placing, said: readonly FactStatement[]) => WhyAnswer['why'] | null;

/**
 * What explains the rule, placement or fact that an id names; it gives null where a workload has no such ruling.
 * @param rulebooks the rulebook as it holds for each of the workloads, at least one
 */
function chooseExplainer(
  world: World,
  flags: WhyFlags,
  rulebooks: readonly Rulebook[],
  id: string,
  reasons: ReadonlyMap<string, string>,
): Explainer {
  const rulebook = rulebooks.find(({ rules }) => rules.some((rule) => rule.id === id)) ?? at(rulebooks, 0);
  const { id: now } = pickNamed(world, flags, 'rule, placement or fact', listAskable(rulebook), id, rulebook);
  const find = (list: readonly Named[]) => list.findIndex((each) => each.id === now);
  const [placement, fact] = [find(rulebook.placements), find(rulebook.facts)];
  return (placing, said) => {
    if (placement !== -1) return describeWhyPlacement(placing, placement);
    if (fact !== -1) {
      const certain = combineFacts(said.filter(({ origin }) => origin !== 'suggested')).get(now);
      return describeWhyFact(placing, fact, certain, reasons);
    }
    const rule = find(placing.rulebook.rules);
    return rule === -1 ? null : describeWhyRule(placing, rule);
  };
}
