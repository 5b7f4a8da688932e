import type { Result } from '../advice/result.ts';
import type { Io } from '../io.ts';
import { wordRulebookChange } from '../report/drift.ts';
import { wordIncomplete, wordTripped } from '../report/gates.ts';
import { createNames } from '../report/names.ts';
import { wordWaived } from '../report/remarks.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { labelOf } from '../workload/workload.ts';
import { say, sayAlways } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/**
 * Says of every gate that tripped, a line each, what it wanted, what it found, and what would let it pass.
 * @returns whether one did
 */
export function sayTripped(io: Io, result: Result, rulebook: Rulebook): boolean {
  const names = createNames(rulebook);
  const incomplete = wordIncomplete(result);
  const tripped = result.results.flatMap((advice) =>
    advice.gates
      .filter((gate) => !gate.passed)
      .map((gate) => `✗ ${labelOf(advice.workload)}: ${wordTripped(gate, advice, result, names)}`),
  );
  const lines = [...tripped, ...(incomplete === undefined ? [] : [`✗ ${incomplete}`])];
  for (const line of lines) sayAlways(io, line);
  return lines.length > 0;
}

/** Says which waivers have run out although the rules matter: what they allowed no longer holds. */
export function sayEndedWaivers(world: World, options: CommonOptions, { results }: Result): void {
  for (const { workload, waivers } of results)
    for (const waiver of waivers)
      if (!waiver.counts && waiver.ignored !== true && waiver.matters)
        say(world, options, `${labelOf(workload)}: ${wordWaived(waiver, waivers)}`);
}

/** Says what somebody who relies on a record should know though nothing drifted. */
export function sayOfRecord(world: World, options: CommonOptions, result: Result): void {
  if (result.against === undefined) return;
  const { file, notAssessed, complete, moved = [] } = result.against;
  const change = wordRulebookChange(result);
  const drifted = result.results.some((advice) => advice.drift?.drifted);
  if (change !== undefined && !drifted) say(world, options, `${file}: nothing drifted, but ${change}`);
  for (const { name, from, to } of moved) say(world, options, `${file}: ${name} moved from ${from} to ${to}`);
  if (notAssessed.length > 0 && complete !== true)
    say(
      world,
      options,
      `${file}: also holds ${notAssessed.join(', ')}, not assessed now; with --complete that is a gate`,
    );
}
