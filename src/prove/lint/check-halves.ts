import { at } from '../../at.ts';
import { lowestBit, splitMask } from '../../decide/bits.ts';
import { allOf, anyOf, listMasks, negate, never, settleFact } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { joinSuits, type ModelRule, type Node, type State } from '../../decide/model.ts';
import { openState, searchForBox } from './boxes.ts';
import type { Finding } from './finding.ts';
import { type Budget, openRunBudget } from '../../reason/engine/run-budget.ts';
import { pickFacts } from './values.ts';

/** Of more cases than this, by the values of facts that are unknown together, nothing is worked out. */
const mostCases = 5_000;

/**
 * Pairs of rules of one concern with a common effect, and a fact, such that whatever the fact is one of
 * the two fires, while neither does as long as it is unknown, nor any rule that would do as much. Facts
 * that are only asked by the answer to that fact are unknown with it.
 */
export function checkHalves(ready: ReadyRulebook, run: Budget = openRunBudget()): Finding[] {
  const { rules } = ready.model;
  return rules.flatMap((one, index) =>
    rules.slice(index + 1).flatMap((other): Finding[] => {
      if (one.concern !== other.concern) return [];
      const effect = effects.find(({ shared }) => shared(one, other));
      return effect === undefined ? [] : describePair(ready, [one, other], effect, run);
    }),
  );
}

/** An effect that two rules can share, and which other rule would do as much. */
interface Effect {
  readonly shared: (one: ModelRule, other: ModelRule) => boolean;
  readonly enough: (by: ModelRule, one: ModelRule, other: ModelRule) => boolean;
}

const effects: readonly Effect[] = [
  {
    shared: (one, other) =>
      one.favours !== null && one.favours === other.favours && one.byWayOf === other.byWayOf,
    enough: (by, one, other) =>
      by.concern === one.concern &&
      by.favours === one.favours &&
      by.tier >= Math.min(one.tier, other.tier) &&
      (one.byWayOf & ~by.byWayOf) === 0,
  },
  {
    shared: (one, other) => one.removes !== 0 && one.removes === other.removes,
    enough: (by, one) => (one.removes & ~by.removes) === 0,
  },
  {
    shared: (one, other) => joinSuits(one.suits) !== 0 && joinSuits(one.suits) === joinSuits(other.suits),
    enough: () => false,
  },
  {
    shared: (one, other) => one.must !== null && one.must === other.must,
    enough: (by, one) => by.must === one.must,
  },
];

function describePair(
  ready: ReadyRulebook,
  [one, other]: readonly [ModelRule, ModelRule],
  { enough }: Effect,
  run: Budget,
): Finding[] {
  const { model } = ready;
  const bases = model.rules.filter((by) => by !== one && by !== other && enough(by, one, other));
  const shared = one.when.reads.filter((fact) => other.when.reads.includes(fact));
  for (const fact of shared) {
    const unknown = [fact, ...listFollowing(ready, fact)];
    // Bases only make it harder, and of most pairs the two alone are no halves.
    const alone = searchSilent(ready, [one, other], unknown, run);
    const box = alone && searchSilent(ready, [one, other, ...bases], unknown, run);
    if (box === false) continue;
    const id = at(model.facts, fact).id;
    if (box === null)
      return [
        {
          kind: 'proof-unfinished',
          subject: { sort: 'rule', id: one.id },
          other: { sort: 'rule', id: other.id },
          message: `whether ${one.id} and ${other.id} are two halves by ${id} was not settled`,
        },
      ];
    return [
      {
        kind: 'complementary-halves',
        subject: { sort: 'rule', id: one.id },
        other: { sort: 'rule', id: other.id },
        message: `${one.id} and ${other.id} are two halves by ${id}: whatever it is one of them fires, and while it is unknown neither does`,
        witness: {
          facts: pickFacts(ready, box, unknown),
          shows: `${one.id} and ${other.id} are both silent, and one of them fires for every value of ${id}`,
        },
      },
    ];
  }
  return [];
}

/** The facts whose asked-if reads a fact. */
function listFollowing({ model }: ReadyRulebook, fact: number): number[] {
  return model.facts.flatMap(({ askedIf }, index) => (askedIf?.reads.includes(fact) === true ? [index] : []));
}

function searchSilent(
  ready: ReadyRulebook,
  rules: readonly ModelRule[],
  unknown: readonly number[],
  run: Budget,
): State | false | null {
  const nodes = rules.map(({ when }) => when.node);
  const node = bothSilent(ready, nodes, unknown);
  return node === null ? null : searchForBox(node, openState(ready.model.facts), run);
}

/** For every value one of the two holds; unknown, neither does, and no base either. Null where there are too many. */
function bothSilent(
  { model }: ReadyRulebook,
  nodes: readonly Node[],
  unknown: readonly number[],
): Node | null {
  const values = unknown.map((fact) => {
    const masks = nodes.flatMap((node) => listMasks(node, fact));
    return { fact, values: splitMask(at(model.facts, fact).all, masks).map(lowestBit) };
  });
  if (values.reduce((product, each) => product * each.values.length, 1) > mostCases) return null;
  const byValue = values.reduce<Node[][]>(
    (cases, { fact, values: own }) =>
      cases.flatMap((each) => own.map((value) => each.map((node) => settleFact(node, fact, value)))),
    [[...nodes]],
  );
  return allOf([
    ...byValue.map(([first = never, second = never]) => anyOf([first, second])),
    ...nodes.map((_, position) => anyOf(byValue.map((each) => negate(each[position] ?? never, model.facts)))),
  ]);
}
