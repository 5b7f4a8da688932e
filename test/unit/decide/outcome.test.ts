import { describe, expect, it } from 'vitest';
import { at } from '../../../src/at.ts';
import { decideJudged } from '../../../src/decide/decide.ts';
import { judgeAgain, judgeRules } from '../../../src/decide/judge-rules.ts';
import { decideOutcome, isSameOutcome } from '../../../src/decide/outcome.ts';
import { weighRule } from '../../../src/decide/weigh-rule.ts';
import { buildRulebook, knowing, positionOf, turnOn } from '../../support/build-rulebook.ts';

const ready = buildRulebook({
  placements: {
    'container.plain': { isolation: 'shared-kernel' },
    'container.needy': { isolation: 'shared-kernel', needs: { 't.e': 'yes' } },
    'vm.single': { isolation: 'own-kernel' },
  },
  rules: {
    all: {
      'rules-out': { when: { 't.a': 'yes' }, 'rules-out': 'container' },
      slight: { when: { 't.b': 'yes' }, favours: { vm: 'slight' } },
      strong: { when: { 't.c': 'yes' }, favours: { container: 'strong' } },
      form: { when: { 't.e': 'yes' }, suits: { 'container.needy': 'strong' } },
      note: { when: { 't.d': 'yes' }, note: 'Worth knowing.' },
      demand: { when: { 't.f': 'yes' }, must: 'act' },
      'demand-again': { when: { 't.g': 'yes' }, must: 'act' },
    },
  },
  actions: {
    act: { level: 'should', for: 'vm' },
    other: { level: 'should', when: { 't.d': 'yes' }, for: 'vm' },
  },
});
const { model } = ready;

function comeOut(on: string) {
  const { state } = knowing(ready, turnOn(on));
  return decideOutcome(model, state, decideJudged(model, judgeRules(model, state)));
}

describe('what a reader would notice of a decision', () => {
  it('is all of it', () => {
    expect(comeOut('b d')).toEqual({
      headline: 'vm',
      strength: 'lean',
      forms: [positionOf(model.placements, 'vm.single')],
      actions: [
        { action: 0, must: false, demandedBy: null, forms: [2] },
        { action: 1, must: false, demandedBy: null, forms: [2] },
      ],
      notes: [positionOf(model.rules, 'note')],
    });
  });

  it.each([
    { one: 'b', other: 'b', same: true, why: 'nothing differs' },
    { one: 'b', other: 'c', same: false, why: 'the headline differs' },
    { one: 'b', other: 'a b', same: false, why: 'the strength differs' },
    { one: 'c', other: 'c e', same: false, why: 'the placement differs' },
    { one: 'b', other: 'b f', same: false, why: 'what was good is a must' },
    { one: 'b', other: 'b d', same: false, why: 'there is a note, and an action more' },
    { one: 'c', other: 'c d', same: false, why: 'there is a note' },
    { one: 'b f', other: 'b g', same: true, why: 'only who demands it differs' },
  ])('with $one and with $other: same $same, because $why', ({ one, other, same }) => {
    expect(isSameOutcome(comeOut(one), comeOut(other))).toBe(same);
  });
});

describe('how much hangs on a rule', () => {
  it.each([
    { id: 'rules-out', weight: 4 },
    { id: 'strong', weight: 3 },
    { id: 'slight', weight: 1 },
    { id: 'form', weight: 0 },
    { id: 'demand', weight: 0 },
  ])('of $id: $weight', ({ id, weight }) =>
    expect(weighRule(at(model.rules, positionOf(model.rules, id)))).toBe(weight),
  );
});

describe('judging again what reads one fact', () => {
  it.each(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])(
    't.%s comes to what judging everything comes to',
    (name) => {
      const fact = positionOf(model.facts, `t.${name}`);
      const [before, after] = [knowing(ready, turnOn('')).state, knowing(ready, turnOn(name)).state];
      const judged = judgeRules(model, before);
      const again = judgeAgain(model, after, fact, judged);
      expect(again).toEqual(judgeRules(model, after));
      const reads = [...model.rules.map(({ when }) => when), ...model.placements.map(({ needs }) => needs)];
      const moves = reads.some((condition) => condition?.reads.includes(fact) === true);
      if (!moves) expect(again).toEqual(judged);
    },
  );

  it('leaves alone what does not read it', () => {
    const { state } = knowing(ready, turnOn('a b c d e f g'));
    const quiet = judgeRules(model, knowing(ready, turnOn('')).state);
    const again = judgeAgain(model, state, positionOf(model.facts, 't.e'), quiet);
    expect(again.rules.filter((judged, index) => judged !== quiet.rules[index])).toHaveLength(1);
    expect(again.needs.filter((judged, index) => judged !== quiet.needs[index])).toHaveLength(1);
  });
});
