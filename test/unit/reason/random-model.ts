import { maskOfKind } from '../../../src/decide/kinds.ts';
import type {
  KindIndex,
  Mask,
  Model,
  ModelAction,
  ModelCondition,
  ModelFact,
  ModelRule,
  Node,
  Tier,
} from '../../../src/decide/model.ts';
import type { Random } from '../../support/random-values.ts';
import type { Suits } from '../../../src/decide/model.ts';

/**
 * A random small rulebook, compiled: a few facts of two or three values, some presumed, and rules of
 * every effect, so that all completions can be looked at one by one.
 * @param scale how many times as many facts and rules it has: then there are too many to look at
 */
export function makeModel(random: Random, scale = 1): Model {
  const facts = Array.from({ length: scale * (3 + random.below(3)) }, (_, index) => makeFact(random, index));
  const kinds: KindIndex[] = [0, 1, ...Array.from({ length: 1 + random.below(3) }, () => coin(random))];
  const placements = kinds.map((kind, index) => ({
    id: `p${index}`,
    kind,
    level: 0,
    needs: random.chance(0.3) ? makeCondition(random, facts) : null,
  }));
  const bare: Model = { facts, placements, concerns: 3, rules: [], actions: [], moving: [[], []] };
  const actions = Array.from({ length: 3 }, (_, index) => makeAction(random, bare, index));
  const rules = Array.from({ length: scale * (3 + random.below(6)) }, (_, index) =>
    makeRule(random, { ...bare, actions }, index),
  );
  return { ...bare, rules, actions };
}

/**
 * A random state of a model: facts stated, narrowed to some values, or unknown.
 * @param open the probability of a fact to be unknown
 */
export function makeState(random: Random, { facts }: Model, open: number): Mask[] {
  return facts.map(({ all }) => {
    if (random.chance(open)) return all;
    return random.chance(0.1) ? someOf(random, all) : oneOf(random, all);
  });
}

function makeFact(random: Random, index: number): ModelFact {
  const size = 2 + random.below(2);
  const choices = ['a', 'b', 'c'].slice(0, size);
  const presumed = random.chance(0.5) ? 1 << random.below(size) : null;
  return { id: `f${index}`, choices, cuts: [], all: 2 ** size - 1, presumed, anyOf: null, askedIf: null };
}

function makeRule(random: Random, { facts, placements, concerns, actions }: Model, index: number): ModelRule {
  const everything = 2 ** placements.length - 1;
  const favours = random.chance(0.5) ? coin(random) : null;
  const suits = random.chance(favours === null ? 0.6 : 0.1) ? someOf(random, everything) : 0;
  return {
    id: `r${index}`,
    concern: random.below(concerns),
    when: makeCondition(random, facts),
    removes: random.chance(0.4) ? someOf(random, everything) : 0,
    favours,
    tier: favours === null ? 0 : ((1 + random.below(3)) as Tier),
    byWayOf: random.chance(0.3) ? someOf(random, everything) : everything,
    suits: gradeSuits(random, suits),
    must: random.chance(0.2) ? random.below(actions.length) : null,
    notes: false,
  };
}

/** All placements as strongly, or one of them otherwise. */
function gradeSuits(random: Random, mask: number): Suits {
  const suits: [number, number, number] = [0, 0, 0];
  if (mask === 0) return suits;
  suits[random.below(3) as 0 | 1 | 2] = mask;
  const one = random.chance(0.1) ? oneOf(random, mask) : 0;
  if (one === 0 || one === mask) return suits;
  const others = suits.map((suited) => suited & ~one);
  const rank = random.below(3);
  return [0, 1, 2].map((each) => (others[each] ?? 0) | (each === rank ? one : 0)) as unknown as Suits;
}

function makeAction(random: Random, model: Model, index: number): ModelAction {
  const kind = maskOfKind(model, coin(random));
  return {
    id: `a${index}`,
    must: random.chance(0.7),
    for: random.pick([0, kind, someOf(random, 2 ** model.placements.length - 1)]),
    when: random.chance(0.7) ? makeCondition(random, model.facts) : null,
    contradictedBy: null,
  };
}

function makeCondition(random: Random, facts: readonly ModelFact[]): ModelCondition {
  const node = makeNode(random, facts, 2);
  const places = listPlaces(node);
  const reads = [...new Set(places)].sort((a, b) => a - b);
  const repeated = reads.filter((fact) => places.filter((each) => each === fact).length > 1);
  return { node, reads, repeated };
}

function makeNode(random: Random, facts: readonly ModelFact[], depth: number): Node {
  if (depth === 0 || random.chance(0.5)) {
    const fact = random.below(facts.length);
    return { is: 'test', fact, mask: someOf(random, facts[fact]?.all ?? 0) };
  }
  const of = Array.from({ length: 2 }, () => makeNode(random, facts, depth - 1));
  return { is: random.pick(['all', 'any'] as const), of };
}

function listPlaces(node: Node): number[] {
  return node.is === 'test' ? [node.fact] : node.of.flatMap(listPlaces);
}

function coin(random: Random): KindIndex {
  return random.chance(0.5) ? 0 : 1;
}

function oneOf(random: Random, mask: Mask): Mask {
  return random.pick([0, 1, 2, 3, 4, 5, 6, 7].map((bit) => 1 << bit).filter((bit) => (mask & bit) !== 0));
}

/** One or two of a set. */
function someOf(random: Random, mask: Mask): Mask {
  const one = oneOf(random, mask);
  return random.chance(0.5) ? one : one | oneOf(random, mask);
}
