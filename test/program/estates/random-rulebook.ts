import fc from 'fast-check';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import { buildRulebook, type Entry } from '../../support/build-rulebook.ts';
import { randomCondition, tinyFacts } from '../../support/random-condition.ts';
import { type Random, seedRandom } from '../../support/random-values.ts';

const placements = ['container.plain', 'container.strict', 'container.other', 'vm.single', 'vm.group'];
const levels = ['shared-kernel', 'user-kernel', 'own-kernel'];
const strengths = ['strong', 'moderate', 'slight'];

/** A small rulebook by chance: nested conditions over few facts, and rules of every effect. */
export function makeRulebook(seed: number): ReadyRulebook {
  const random = seedRandom(seed);
  // Longer ones ask for each fact so often that they are refused.
  const conditions = fc
    .sample(randomCondition, { seed, numRuns: 80 })
    .filter((condition) => JSON.stringify(condition).length < 160);
  const draw = (): Entry => (random.chance(0.2) ? makeSure(random) : random.pick(conditions));
  const presume = (value: string | number): Entry => (random.chance(0.4) ? { presumed: value } : {});
  const ids = random.shuffle(placements).slice(0, 1 + random.below(5));
  return buildRulebook({
    facts: {
      ...tinyFacts,
      'r.colour': { ...tinyFacts['r.colour'], ...presume('green') },
      'r.flag': { ...tinyFacts['r.flag'], ...presume('no') },
      'r.count': { ...tinyFacts['r.count'], ...presume(2) },
      'r.weight': { ...tinyFacts['r.weight'], ...presume('0.5 GiB') },
    },
    placements: Object.fromEntries(
      ids.map((id) => [
        id,
        { isolation: random.pick(levels), ...(random.chance(0.4) ? { needs: draw() } : {}) },
      ]),
    ),
    actions: {
      first: { level: 'must', for: 'all', when: draw() },
      second: { level: 'must', for: random.pick(['vm', 'container', 'all']) },
      third: { level: 'should' },
    },
    rules: Object.fromEntries(
      ['one', 'two', 'three'].map((concern) => [
        concern,
        Object.fromEntries(
          Array.from({ length: 4 }, (_, index) => [`${concern}-${index}`, makeRule(random, ids, draw)]),
        ),
      ]),
    ),
  });
}

function makeRule(random: Random, ids: readonly string[], draw: () => Entry): Entry {
  const favours = { favours: { [random.pick(['vm', 'container'])]: random.pick(strengths) } };
  const among = () => random.pick(['vm', 'container', 'all']);
  const effects = [
    { ...favours, ...(random.chance(0.3) ? { 'by-way-of': among() } : {}) },
    { 'rules-out': among() },
    { isolation: random.pick(levels) },
    { suits: { [random.pick(ids)]: random.pick(strengths) } },
    { suits: { [random.pick(ids)]: random.pick(strengths) } },
    { suits: { [random.pick(['vm', 'container'])]: 'strong', all: random.pick(strengths) } },
    { must: random.pick(['first', 'third']) },
    favours,
  ];
  return { when: draw(), ...random.pick(effects), ...random.pick(effects) };
}

/** Holds, though it is not known which of its parts does, where the flag is not known. */
function makeSure(random: Random): Entry {
  const some = random.pick(['red', 'green']);
  const [first, second] = random.shuffle(['yes', 'no']);
  return {
    any: [
      { 'r.flag': first, 'r.colour': { not: some } },
      { 'r.flag': second, ...(random.chance(0.5) ? { 'r.size': { 'at-least': 'medium' } } : {}) },
    ],
  };
}
