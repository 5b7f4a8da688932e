import { at } from './at.ts';
import type { Advice, PartAdvice } from './advice/result.ts';
import { applyRulings, describeRulings } from './advice/apply-rulings.ts';
import { describeWaivers, gatherWaivedRules } from './advice/apply-waivers.ts';
import { checkGates, type GateOptions } from './advice/check-gates.ts';
import { compareWhatIf } from './advice/compare-what-if.ts';
import {
  describeActions,
  describeConsidered,
  describeNotes,
  describeUnsettled,
} from './advice/describe-actions.ts';
import { describeFacts } from './advice/describe-facts.ts';
import { describeFlips } from './advice/describe-flips.ts';
import { describePlacements, describeRemover } from './advice/describe-placements.ts';
import { describeOptions } from './advice/describe-options.ts';
import { describeReasons, describeVotes } from './advice/describe-reasons.ts';
import { countRules, describeVerdict } from './advice/describe-verdict.ts';
import { describeWorkload } from './advice/describe-workload.ts';
import { describeDrift, type LockedDecision } from './advice/describe-drift.ts';
import type { Prepare } from './advice/keep-prepared.ts';
import { liftGate } from './advice/lift-gate.ts';
import { decidePlacing, type Placing } from './advice/placing.ts';
import { assessSystem } from './advice/system.ts';
import type { ReadyRulebook } from './rulebook/ready.ts';
import {
  combineFacts,
  type FactStatement,
  listParts,
  type Observed,
  type Workload,
} from './workload/workload.ts';

/** What an assessment takes into account beside the workload. */
export interface AssessOptions {
  /** Facts of the profile; the workload's own count more. */
  readonly profile?: readonly FactStatement[];
  /** What-ifs; they count most. */
  readonly set?: readonly FactStatement[];
  /** The day waivers are judged by, YYYY-MM-DD. */
  readonly today: string;
  readonly gates?: GateOptions;
  /** Whether no waiver of the workload counts. */
  readonly ignoreWaivers?: boolean;
  /** Whether no ruling of the workload counts. */
  readonly ignoreRulings?: boolean;
  /** A recorded decision on this workload that it is held to. */
  readonly against?: RecordedAdvice | undefined;
  /** What prepares the model: one that keeps what it prepared makes the next workload cheaper. */
  readonly prepare?: Prepare;
}

/** A decision on a workload that was recorded earlier. */
export interface RecordedAdvice {
  /** The name of the file that holds it. */
  readonly file: string;
  /** Undefined where the file holds no decision on it. */
  readonly advice: Advice | LockedDecision | undefined;
  /** Where the file has a decision on a workload of that name instead. */
  readonly elsewhere?: readonly string[];
  /** Whether it was judged by another rulebook. */
  readonly rulebookChanged: boolean;
}

/**
 * Says where a workload belongs, with reasons. Pure: no file, no clock, no process.
 * @param workload the thing to place
 * @param ready a rulebook with its compiled model
 */
export function assess(workload: Workload, ready: ReadyRulebook, options: AssessOptions): Advice {
  const advice = assessOnce(workload, ready, options);
  if (options.set === undefined || options.set.length === 0) return advice;
  const without = assessOnce(workload, ready, { ...options, set: [] });
  return { ...advice, whatIf: compareWhatIf(advice, without, options.set) };
}

function assessOnce(workload: Workload, ready: ReadyRulebook, options: AssessOptions): Advice {
  const { profile = [], set = [], gates, against } = options;
  const combine = (own: readonly FactStatement[]) => combineFacts(profile, workload.facts, own, set);
  const place = (own: readonly FactStatement[]) => placePart(combine(own), workload, ready, options);
  const parts = listParts(workload).map((part) => ({
    component: part.component,
    observed: part.observed,
    placing: place(part.facts),
  }));
  const describe = ({ placing, observed }: (typeof parts)[number]) =>
    describePart(placing, observed, workload, ready, options);
  const components = parts.flatMap((part) =>
    part.component === undefined ? [] : [{ name: part.component, ...describe(part) }],
  );
  const whole =
    components.length === 0
      ? describe(at(parts, 0))
      : assessSystem(describeFacts({ ...ready, statements: combine([]) }), components);
  const decided = { ...whole, components };
  const drift =
    against?.advice && describeDrift(decided, { ...against, advice: against.advice }, ready.rulebook.rules);
  const record = against && { ...against, drift };
  return {
    workload: describeWorkload(workload),
    ...whole,
    gates: checkGates(decided, workload, gates ?? { require: [] }, record).map((gate) =>
      liftGate(gate, parts),
    ),
    ...(drift && { drift }),
    components,
  };
}

/** Decides one thing to place: a workload, or a part of one. */
function placePart(
  statements: ReadonlyMap<string, FactStatement>,
  { waivers, rulings }: Workload,
  ready: ReadyRulebook,
  { today, ignoreWaivers = false, ignoreRulings = false, prepare }: AssessOptions,
): Placing {
  const waived = gatherWaivedRules(ignoreWaivers ? [] : waivers, today);
  return decidePlacing(applyRulings(ready, ignoreRulings ? [] : rulings, today), statements, waived, prepare);
}

/** The advice on one thing that is placed. */
function describePart(
  placing: Placing,
  observed: readonly Observed[],
  { waivers, rulings }: Workload,
  ready: ReadyRulebook,
  { today, ignoreWaivers = false, ignoreRulings = false }: AssessOptions,
): PartAdvice {
  return {
    facts: describeFacts(placing),
    placements: describePlacements(placing),
    votes: describeVotes(placing),
    verdict: describeVerdict(placing),
    options: describeOptions(placing),
    reasons: describeReasons(placing),
    ...describeFlips(placing),
    conflicts: placing.decision.conflicts.map((set) =>
      set.map((remover) => describeRemover(placing, remover)),
    ),
    consider: describeConsidered(placing),
    notes: describeNotes(placing),
    actions: describeActions(placing, observed),
    unsettled: describeUnsettled(placing, observed),
    waivers: describeWaivers(waivers, today, ready, placing.known.state, ignoreWaivers),
    rulings: describeRulings(rulings, today, ignoreRulings),
    counts: countRules(placing),
  };
}
