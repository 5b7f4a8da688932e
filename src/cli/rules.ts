import type { ReadyRulebook } from '../advice/case.ts';
import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { type RuleProof, proveRules } from '../prove/prove-rules.ts';
import { readSpecimens } from '../prove/read-specimens.ts';
import { showText } from '../read/show-text.ts';
import { suggestName } from '../read/suggest-name.ts';
import { renderProofs } from '../render/proofs-text.ts';
import { renderRule, renderRuleList } from '../render/rules-text.ts';
import { explainMissing, findByName } from './find-by-name.ts';
import { listTestFolders } from './list-test-folders.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { resolveRules } from './settings.ts';
import { type CommonOptions, outputWidth, styleOutput, type World } from './world.ts';

/** The options of the commands below `advise rules`. */
export interface RulesFlags extends CommonOptions {
  readonly rules?: readonly string[];
  /** False for --no-config. */
  readonly config?: boolean;
  readonly format: 'text' | 'json';
}

/** The options of `advise rules test`. */
export interface RulesTestFlags extends RulesFlags {
  readonly workloads: readonly string[];
}

/**
 * `advise rules list`: the rules by concern, a line each.
 * @returns the exit code
 */
export async function runRulesList(world: World, flags: RulesFlags): Promise<number> {
  const { rulebook } = await loadReadyRulebook(world, resolveRules(flags, world.io), flags);
  const context = { width: outputWidth(world.io), style: styleOutput(world, flags) };
  world.io.stdout.write(
    flags.format === 'json'
      ? toJson({ rulebooks: rulebook.layers, rules: rulebook.rules })
      : renderRuleList(rulebook, context),
  );
  return exitCodes.advised.code;
}

/**
 * `advise rules show`: all there is to say about a rule.
 * @param id its id
 * @returns the exit code
 */
export async function runRulesShow(world: World, id: string, flags: RulesFlags): Promise<number> {
  const { rulebook } = await loadReadyRulebook(world, resolveRules(flags, world.io), flags);
  const { rules } = rulebook;
  const rule = findByName(world, flags, 'rule', rules, id);
  if (rule === undefined)
    throw explainMissing(
      rulebook,
      'rule',
      id,
      rules.map((each) => each.id),
    );
  const context = { width: outputWidth(world.io), style: styleOutput(world, flags) };
  world.io.stdout.write(flags.format === 'json' ? toJson(rule) : renderRule(rulebook, rule, context));
  return exitCodes.advised.code;
}

/**
 * `advise rules test`: judges the examples of rules, and shows for every change of every rule a
 * whole workload that would notice.
 * @param ids the rules; none for all
 * @returns the exit code: 1 where something fails, 2 where there is nothing to test
 */
export async function runRulesTest(
  world: World,
  ids: readonly string[],
  flags: RulesTestFlags,
): Promise<number> {
  const paths = resolveRules(flags, world.io);
  const ready = await loadReadyRulebook(world, paths, flags);
  const folders = listTestFolders(world, paths, ready.rulebook.layers.length);
  const places = flags.workloads.length > 0 ? flags.workloads : folders;
  const specimens = readSpecimens(world.io, places, ready);
  const rules = pickRules(ready.rulebook, ids);
  if (rules.length === 0) throw new InputError('there is no rule to test');
  const proofs = proveRules(ready, rules, specimens);
  const context = {
    width: outputWidth(world.io),
    style: styleOutput(world, flags),
    specimens: specimens.length,
    verbose: flags.verbose === true,
  };
  world.io.stdout.write(
    flags.format === 'json'
      ? toJson({ rules: proofs.map(describeProof) })
      : renderProofs(ready.rulebook, proofs, context),
  );
  return proofs.every(isProven) ? exitCodes.advised.code : exitCodes.gateTripped.code;
}

/** Positions of the rules with these ids; of all rules where none is named. */
function pickRules({ rules }: ReadyRulebook['rulebook'], ids: readonly string[]): number[] {
  const known = rules.map((rule) => rule.id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw new InputError(
      unknown.map((id) => ({ message: `no rule is called ${showText(id)}${suggestName(id, known)}` })),
    );
  return rules.flatMap((rule, index) => (ids.length === 0 || ids.includes(rule.id) ? [index] : []));
}

function isProven(proof: RuleProof): boolean {
  return proof.examples.length === 0 && proof.changes.every((change) => change.witness !== null);
}

function describeProof(proof: RuleProof) {
  const changes = proof.changes.map(({ change, witness }) => ({
    change,
    witness: witness === null ? null : { workload: witness.name, file: witness.file },
  }));
  return { rule: proof.rule, passed: isProven(proof), examples: proof.examples, changes };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
