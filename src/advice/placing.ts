import { buildState, type Known } from '../decide/build-state.ts';
import { decide, type Decision } from '../decide/decide.ts';
import { truth } from '../decide/judge-condition.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { proveStatus, type StatusProof } from '../reason/prove-status.ts';
import { prepareModel, type Prepared } from '../reason/engine/prepared.ts';
import type { FactStatement } from '../workload/workload.ts';
import type { Prepare } from './keep-prepared.ts';
import { settleHeadline } from './settle-headline.ts';

/** One thing to place, decided: what the describing code draws on. */
export interface Placing extends ReadyRulebook {
  readonly statements: ReadonlyMap<string, FactStatement>;
  readonly known: Known;
  readonly waived: ReadonlySet<number>;
  /** Nothing was said and nothing follows: there is no advice to give yet. */
  readonly silent: boolean;
  readonly decision: Decision;
  readonly prepared: Prepared;
  /** How far the headline can be trusted. */
  readonly proof: StatusProof;
}

/**
 * Decides one thing to place.
 * @param statements what was said of it, by fact
 * @param waived ids of rules that count as absent
 * @param prepare what prepares the model; one that keeps what it prepared serves many workloads
 * @param proven how far the headline can be trusted, where that is known already
 */
export function decidePlacing(
  ready: ReadyRulebook,
  statements: ReadonlyMap<string, FactStatement>,
  waived: ReadonlySet<string>,
  prepare: Prepare = prepareModel,
  proven?: StatusProof,
): Placing {
  const known = buildState(ready.model, statements);
  const positions = new Set(ready.model.rules.flatMap((rule, index) => (waived.has(rule.id) ? [index] : [])));
  const prepared = prepare(ready.model, positions, ready.kernel);
  const proof = proven ?? proveStatus(prepared, known.state, known.withheld);
  const decision = settleHeadline(ready.model, decide(ready.model, known.state, positions), proof.only);
  // Where nobody has said anything, naming two placements would look like advice.
  const silent =
    decision.headline === 'either' && [...statements.values()].every(({ values }) => values === null);
  return {
    ...ready,
    statements,
    known,
    waived: positions,
    silent,
    prepared,
    proof,
    decision: silent ? { ...decision, forms: [] } : decision,
  };
}

/**
 * Whether a rule fires.
 * @param rule position of the rule
 */
export function fires(placing: Pick<Placing, 'decision'>, rule: number): boolean {
  return placing.decision.judgement.rules[rule] === truth.true;
}
