import { at } from '../at.ts';
import type { ModelCondition, Node, State } from '../decide/model.ts';
import { parseFactValue } from '../rulebook/fact-value.ts';
import { findPresumer } from '../rulebook/find-presumer.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import type { FactStatement } from '../workload/workload.ts';
import type { Placing } from './placing.ts';
import type { Evidence, FactEntry, PartAdvice } from './result.ts';

/** What was said, and the vocabulary it was said in. */
type Statements = Pick<Placing, 'rulebook' | 'statements'>;

/** What is known of every fact, by id. */
export function describeFacts(said: Statements): PartAdvice['facts'] {
  return Object.fromEntries(said.rulebook.facts.map((fact) => [fact.id, describeKnown(said, fact)]));
}

/**
 * What is known of a fact, and who said so.
 * @param index position of the fact
 */
export function describeFact(said: Statements, index: number): FactEntry {
  return describeKnown(said, at(said.rulebook.facts, index));
}

/**
 * A fact by name, with what is known of it.
 * @param index position of the fact
 */
export function describeEvidence(said: Statements, index: number): Evidence {
  const fact = at(said.rulebook.facts, index);
  return { fact: fact.id, ...describeKnown(said, fact) };
}

function describeKnown({ statements }: Statements, fact: Fact): FactEntry {
  const said = statements.get(fact.id);
  if (said === undefined) return describePresumption(fact);
  const where = {
    ...(said.at === undefined ? {} : { at: said.at }),
    ...(said.rule === undefined ? {} : { rule: said.rule }),
  };
  return { value: describeValue(said), origin: said.origin, ...where };
}

/** What was said of a fact: the value, or all of several that are possible. */
export function describeValue({ values }: FactStatement): FactEntry['value'] {
  if (values === null) return 'unknown';
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? first : values;
}

function describePresumption(fact: Fact): FactEntry {
  const read = fact.presumed === undefined ? undefined : parseFactValue(fact, fact.presumed);
  if (read === undefined || 'problem' in read) return { value: 'unknown', origin: 'unknown' };
  // Named only where it is not the first rulebook that presumes it.
  const by = findPresumer(fact);
  return { value: read.value, origin: 'presumed', ...(by && { presumedBy: by.rulebook }) };
}

/**
 * The facts that make a true condition true, with their values and origins.
 * @param condition a condition that holds
 */
export function listEvidence(placing: Placing, condition: ModelCondition): Evidence[] {
  const facts = new Set(listHolding(condition.node, placing.known.state));
  return condition.reads
    .filter((fact) => facts.has(fact))
    .map((fact) => describeEvidence(placing, fact))
    .filter((entry) => entry.value !== 'unknown');
}

/** Facts of the tests that hold; of an `any` only the branches that do, all of them if none does alone. */
function listHolding(node: Node, state: State): number[] {
  if (node.is === 'test') return [node.fact];
  if (node.is === 'all') return node.of.flatMap((part) => listHolding(part, state));
  const holding = node.of.filter((part) => holds(part, state));
  return (holding.length > 0 ? holding : node.of).flatMap((part) => listHolding(part, state));
}

function holds(node: Node, state: State): boolean {
  if (node.is === 'test') return (at(state, node.fact) & ~node.mask) === 0;
  return node.is === 'all'
    ? node.of.every((part) => holds(part, state))
    : node.of.some((part) => holds(part, state));
}
