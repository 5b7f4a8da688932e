import type { Advice, PartAdvice } from './advice/result.ts';
import { describeWaivers, listWaivedRules } from './advice/apply-waivers.ts';
import { decidePlacing, describeFact, type Placing } from './advice/placing.ts';
import type { ReadyRulebook } from './rulebook/ready.ts';
import { checkGates, type GateOptions, type Judged } from './advice/check-gates.ts';
import { compareWhatIf } from './advice/compare-what-if.ts';
import { describeActions, describeNotes } from './advice/describe-actions.ts';
import { describeFlips } from './advice/describe-flips.ts';
import { describePlacements, describeRemover } from './advice/describe-placements.ts';
import { describeReasons, describeVotes } from './advice/describe-reasons.ts';
import { countRules, describeVerdict } from './advice/describe-verdict.ts';
import { findDrift } from './advice/find-drift.ts';
import { joinVerdicts } from './advice/join-components.ts';
import { combineFacts, type FactStatement, type Workload } from './workload/workload.ts';

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
  /** A recorded decision on this workload that it is held to. */
  readonly against?: RecordedAdvice | undefined;
}

/** A decision on a workload that was recorded earlier. */
export interface RecordedAdvice {
  /** The name of the file that holds it. */
  readonly file: string;
  readonly advice: Advice;
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
  const about = {
    name: workload.name,
    file: workload.file,
    ...(workload.document === undefined ? {} : { document: workload.document }),
  };
  const place = (facts: readonly FactStatement[]) => assessPart(workload, facts, ready, options);
  const components = workload.components.map((component) => ({
    name: component.name,
    ...place(component.facts),
  }));
  const whole = place([]);
  const advice = components.length === 0 ? whole : summarise(whole, components);
  const { against } = options;
  const drift = against && findDrift({ ...advice, components }, against, ready.rulebook.rules);
  const gates = checkGates(
    components.length === 0 ? whole : gather(advice, components),
    workload,
    options.gates ?? { require: [] },
    against && drift && { file: against.file, drift },
  );
  return { workload: about, ...advice, gates, ...(drift && { drift }), components };
}

function assessPart(
  workload: Workload,
  facts: readonly FactStatement[],
  ready: ReadyRulebook,
  options: AssessOptions,
): PartAdvice {
  const statements = combineFacts(options.profile ?? [], workload.facts, facts, options.set ?? []);
  const ignored = options.ignoreWaivers === true;
  const waived = listWaivedRules(ignored ? [] : workload.waivers, options.today);
  const placing = decidePlacing(ready, statements, waived);
  return {
    facts: describeFacts(placing),
    placements: describePlacements(placing),
    votes: describeVotes(placing),
    verdict: describeVerdict(placing),
    reasons: describeReasons(placing),
    ...describeFlips(placing),
    conflicts: placing.decision.conflicts.map((set) =>
      set.map((remover) => describeRemover(placing, remover)),
    ),
    notes: describeNotes(placing),
    actions: describeActions(placing),
    waivers: describeWaivers(workload.waivers, options.today, ready, placing.known.state, ignored),
    counts: countRules(placing),
  };
}

function describeFacts(placing: Placing): PartAdvice['facts'] {
  return Object.fromEntries(
    placing.model.facts.map((fact, index) => [fact.id, describeFact(placing, index)]),
  );
}

/** Only components are placed: the whole has their joint verdict, its facts, and nothing of its own. */
function summarise(whole: PartAdvice, components: readonly PartAdvice[]): PartAdvice {
  return {
    ...whole,
    placements: [],
    votes: [],
    verdict: joinVerdicts(components),
    reasons: { for: [], against: [], rulingOut: [], form: [] },
    hinges: components.flatMap((component) => component.hinges),
    flips: components.flatMap((component) => component.flips),
    impossible: components.flatMap((component) => component.impossible),
    conflicts: [],
    notes: [],
    actions: [],
    counts: { fired: 0, quiet: 0, undecided: 0, waived: 0 },
  };
}

/** What a gate on the whole hangs on: the reasons of all parts. */
function gather(advice: PartAdvice, components: readonly PartAdvice[]): Judged {
  const all = (key: keyof PartAdvice['reasons']) => components.flatMap((component) => component.reasons[key]);
  return {
    verdict: advice.verdict,
    facts: advice.facts,
    hinges: advice.hinges,
    placements: components.flatMap((component) => component.placements),
    reasons: { for: all('for'), against: all('against'), rulingOut: all('rulingOut'), form: all('form') },
  };
}
