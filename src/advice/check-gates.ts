import type { Workload } from '../workload/workload.ts';
import type { Evidence, Gate, PartAdvice } from './advice.ts';

/** The part of an advice that gates look at. */
export type Judged = Pick<PartAdvice, 'verdict' | 'reasons' | 'placements' | 'facts'>;

/** The gates that can be asked for on the command line. */
export interface GateOptions {
  /** The headline it must be. */
  readonly expect?: string | undefined;
  /** The strengths it must reach. */
  readonly require: readonly string[];
}

/** The levels that --require takes, weakest first. */
export const requirableStrengths = ['favoured', 'clear', 'forced'] as const;

/**
 * Evaluates every gate, those of the options and that of the file.
 * @param advice the advice that is held to them
 */
export function checkGates(advice: Judged, workload: Workload, options: GateOptions): Gate[] {
  const { headline, strength } = advice.verdict;
  const hangsOn = listDecidingFacts(advice);
  const expectation = (wanted: string, from: Gate['from']): Gate => {
    const passed = headline === wanted;
    return { gate: 'expect', wanted, got: headline, from, passed, hangsOn: passed ? [] : hangsOn };
  };
  return [
    ...(options.expect === undefined ? [] : [expectation(options.expect, 'option')]),
    ...(workload.expect === undefined ? [] : [expectation(workload.expect.headline, 'file')]),
    ...options.require.map((wanted): Gate => {
      const passed = headline !== 'none' && reaches(strength, wanted);
      return {
        gate: 'require',
        wanted,
        got: strength ?? headline,
        from: 'option',
        passed,
        hangsOn: passed ? [] : hangsOn,
      };
    }),
  ];
}

function reaches(strength: string | null, wanted: string): boolean {
  const order: readonly string[] = ['lean', ...requirableStrengths];
  return strength !== null && order.indexOf(strength) >= order.indexOf(wanted);
}

/** The stated facts under the reasons, and under needs that are not met, each once: what somebody could correct. */
function listDecidingFacts(advice: Judged): Evidence[] {
  const { for: speaking, against, rulingOut } = advice.reasons;
  const decidedByNeeds = advice.verdict.headline === 'none' || advice.verdict.strength === 'forced';
  const needs = advice.placements.flatMap((placement) =>
    placement.kind === advice.verdict.headline || !decidedByNeeds
      ? []
      : placement.removedBy.flatMap((remover) => ('needs' in remover ? remover.facts : [])),
  );
  const facts = [
    ...[...rulingOut, ...speaking, ...against].flatMap((reason) => reason.facts),
    ...needs.flatMap((fact) => {
      const entry = advice.facts[fact];
      return entry === undefined || entry.origin === 'unknown' ? [] : [{ fact, ...entry }];
    }),
  ];
  const stated = facts.filter((fact) => fact.origin !== 'presumed');
  return [...new Map(stated.map((fact) => [fact.fact, fact])).values()];
}
