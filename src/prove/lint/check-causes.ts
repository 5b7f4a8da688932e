import { listBits } from '../../decide/bits.ts';
import type { Mask, ModelFact, ModelRule, Node, State } from '../../decide/model.ts';
import { allOf, anyOf, negate, settleFact } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Rule } from '../../rulebook/rulebook.ts';
import { type Budget, openRunBudget } from '../../reason/engine/run-budget.ts';
import { openState, searchForBox } from './boxes.ts';
import type { Finding } from './finding.ts';
import { pickFacts, wordValues } from './values.ts';

/** Two rules with what the rulebook says of them. */
interface Pair {
  readonly rules: readonly [Rule, Rule];
  readonly models: readonly [ModelRule, ModelRule];
}

/** One value of a fact that makes both rules of a pair fire, and a workload in which it does. */
interface SharedCause {
  readonly fact: number;
  readonly value: Mask;
  readonly state: State;
}

/**
 * Pairs of rules that vote for the same kind in two concerns because of one fact, unless one of the two
 * says under `besides` why the other is a cause of its own; and `besides` of what is none.
 */
export function checkCauses(ready: ReadyRulebook, run: Budget = openRunBudget()): Finding[] {
  const settle = rememberSettled(ready.model.facts);
  const used = new Set<string>();
  const twice = listPairs(ready).flatMap((pair): Finding[] => {
    const [one, other] = pair.rules;
    const defences = [...listDefences(one, other), ...listDefences(other, one)];
    if (defences.length === 0) {
      const shared = searchForCause(ready, settle, pair, ({ presumed }) => presumed, run);
      if (shared === null) return [describeUnsettled(pair)];
      return shared === false ? [] : [describePair(ready, pair, shared)];
    }
    // A rulebook that extends this one may take the presumption away that makes a defence needless here.
    if (searchForCause(ready, settle, pair, () => null, run) !== false)
      for (const defence of defences) used.add(defence);
    return [];
  });
  const idle = ready.rulebook.rules.flatMap(({ id, besides = {} }) =>
    Object.keys(besides)
      .filter((name) => !used.has(`${id} ${name}`))
      .map((name): Finding => ({
        kind: 'besides-unused',
        subject: { sort: 'rule', id, path: ['besides', name] },
        message: `no fact makes ${id} and ${name} vote twice`,
      })),
  );
  return [...twice, ...idle];
}

/** What a rule says of another rule or of its concern, as names of its own. */
function listDefences({ id, besides = {} }: Rule, other: Rule): string[] {
  return [other.id, other.concern].filter((name) => name in besides).map((name) => `${id} ${name}`);
}

function listPairs({ rulebook, model }: ReadyRulebook): Pair[] {
  const voting = model.rules.flatMap((compiled, index) => {
    const rule = rulebook.rules[index];
    return compiled.favours === null || rule === undefined ? [] : [{ rule, compiled }];
  });
  return voting.flatMap((one, index) =>
    voting
      .slice(index + 1)
      .flatMap((other): Pair[] =>
        one.compiled.favours === other.compiled.favours && one.compiled.concern !== other.compiled.concern
          ? [{ rules: [one.rule, other.rule], models: [one.compiled, other.compiled] }]
          : [],
      ),
  );
}

/**
 * The first fact, and value of it, that makes both fire; false where there is none, null where that was not settled.
 * @param silence the value of a fact that is the same as saying nothing
 */
function searchForCause(
  { model }: ReadyRulebook,
  settle: Settle,
  { models: [one, other] }: Pair,
  silence: (fact: ModelFact) => Mask | null,
  run: Budget,
): SharedCause | false | null {
  let settled = true;
  for (const fact of one.when.reads.filter((each) => other.when.reads.includes(each))) {
    const said = model.facts[fact];
    if (said === undefined) continue;
    for (const value of listBits(said.all)) {
      const silent = silence(said);
      if (value === silent) continue;
      const node = bothBy(settle, [one, other], fact, listBits(said.all & ~value), value, silent);
      const state = searchForBox(node, openState(model.facts), run);
      if (state === null) settled = false;
      else if (state !== false) return { fact, value, state };
    }
  }
  return settled ? false : null;
}

/** When a rule fires, and when not, with one fact settled. */
interface Settled {
  readonly fires: Node;
  readonly silent: Node;
}

type Settle = (rule: ModelRule, fact: number, value: Mask) => Settled;

/** Settles facts of conditions, each once: a rule stands in many pairs. */
function rememberSettled(facts: readonly ModelFact[]): Settle {
  const known = new Map<ModelRule, Map<string, Settled>>();
  return (rule, fact, value) => {
    const own = known.get(rule) ?? new Map<string, Settled>();
    known.set(rule, own);
    const name = `${fact} ${value}`;
    const before = own.get(name);
    if (before !== undefined) return before;
    const fires = settleFact(rule.when.node, fact, value);
    const settled = { fires, silent: negate(fires, facts) };
    own.set(name, settled);
    return settled;
  };
}

/**
 * When both fire by this value of a fact, the rest being what it is: with every other value both fire or
 * neither does, with some neither, and with the silent one neither, for else saying nothing would be enough.
 * @param others all other values
 * @param silent the value that is the same as saying nothing; null for none
 */
function bothBy(
  settle: Settle,
  rules: readonly ModelRule[],
  fact: number,
  others: readonly Mask[],
  value: Mask,
  silent: Mask | null,
): Node {
  const both = (each: Mask): Node => allOf(rules.map((rule) => settle(rule, fact, each).fires));
  const neither = (each: Mask): Node => allOf(rules.map((rule) => settle(rule, fact, each).silent));
  return allOf([
    both(value),
    anyOf(others.map(neither)),
    ...others.map((each) => (each === silent ? neither(each) : anyOf([both(each), neither(each)]))),
  ]);
}

function describeUnsettled({ rules: [one, other] }: Pair): Finding {
  return {
    kind: 'proof-unfinished',
    subject: { sort: 'rule', id: one.id },
    other: { sort: 'rule', id: other.id },
    message: `whether one cause makes ${one.id} and ${other.id} vote twice was not settled`,
  };
}

function describePair(ready: ReadyRulebook, { rules: [one, other] }: Pair, shared: SharedCause): Finding {
  const { fact, value, state } = shared;
  const cause = `${ready.model.facts[fact]?.id ?? ''}: ${wordValues(ready, fact, value)}`;
  const box = state.map((mask, index) => (index === fact ? value : mask));
  return {
    kind: 'one-cause-twice',
    subject: { sort: 'rule', id: one.id },
    other: { sort: 'rule', id: other.id },
    message: `${one.id} and ${other.id} vote for the same kind in two concerns because of ${cause}`,
    witness: { facts: pickFacts(ready, box), shows: `${cause} makes ${one.id} and ${other.id} fire` },
  };
}
