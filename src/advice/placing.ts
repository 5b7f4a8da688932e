import { buildState, type Known } from '../decide/build-state.ts';
import { decide, type Decision } from '../decide/decide.ts';
import { truth } from '../decide/evaluate-condition.ts';
import type { ModelCondition, Node } from '../decide/model.ts';
import { readFactValue } from '../rulebook/fact-value.ts';
import { findPresumer } from '../rulebook/find-presumer.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import { proveStatus, type StatusProof } from '../reason/prove-status.ts';
import { prepareModel, type Prepared } from '../reason/engine/prepared.ts';
import type { FactStatement } from '../workload/workload.ts';
import type { Evidence, FactEntry } from './result.ts';
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
 */
export function decidePlacing(
  ready: ReadyRulebook,
  statements: ReadonlyMap<string, FactStatement>,
  waived: ReadonlySet<string>,
): Placing {
  const known = buildState(ready.model, statements);
  const positions = new Set(ready.model.rules.flatMap((rule, index) => (waived.has(rule.id) ? [index] : [])));
  const prepared = prepareModel(ready.model, positions);
  const proof = proveStatus(prepared, known.state, known.withheld);
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
 * What is known of a fact, and who said so.
 * @param index position of the fact
 */
export function describeFact(placing: Placing, index: number): FactEntry {
  const fact = placing.rulebook.facts[index];
  const said = placing.statements.get(fact?.id ?? '');
  if (said === undefined) {
    if (fact?.presumed === undefined) return { value: 'unknown', origin: 'unknown' };
    const read = readFactValue(fact, fact.presumed);
    return 'value' in read
      ? { value: read.value, origin: 'presumed', ...namePresumer(fact) }
      : { value: 'unknown', origin: 'unknown' };
  }
  const at = said.at === undefined ? {} : { at: { ...said.at } };
  if (said.values === null) return { value: 'unknown', origin: said.origin, ...at };
  const [first, ...others] = said.values;
  return {
    value: first !== undefined && others.length === 0 ? first : [...said.values],
    origin: said.origin,
    ...at,
  };
}

/** Whose presumption it is, where it is not that of the first rulebook. */
function namePresumer(fact: Fact): Pick<FactEntry, 'presumedBy'> {
  const by = findPresumer(fact);
  return by === undefined ? {} : { presumedBy: by.rulebook };
}

/**
 * The facts that make a true condition true, with their values and origins.
 * @param condition a condition that holds
 */
export function listEvidence(placing: Placing, condition: ModelCondition): Evidence[] {
  const facts = new Set(listHolding(condition.node, placing.known.state));
  return condition.reads
    .filter((fact) => facts.has(fact))
    .map((fact) => ({ fact: placing.model.facts[fact]?.id ?? '', ...describeFact(placing, fact) }))
    .filter((entry) => entry.value !== 'unknown');
}

/** Facts of the tests that hold; of an `any` only the branches that do, all of them if none does alone. */
function listHolding(node: Node, state: readonly number[]): number[] {
  if (node.is === 'test') return [node.fact];
  if (node.is === 'all') return node.of.flatMap((part) => listHolding(part, state));
  const holding = node.of.filter((part) => holds(part, state));
  return (holding.length > 0 ? holding : node.of).flatMap((part) => listHolding(part, state));
}

function holds(node: Node, state: readonly number[]): boolean {
  if (node.is === 'test') return ((state[node.fact] ?? 0) & ~node.mask) === 0;
  return node.is === 'all'
    ? node.of.every((part) => holds(part, state))
    : node.of.some((part) => holds(part, state));
}

/**
 * Whether a rule fires in a case.
 * @param rule position of the rule
 */
export function fires(placing: Placing, rule: number): boolean {
  return placing.decision.judgement.rules[rule] === truth.true;
}
