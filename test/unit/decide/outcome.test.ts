import { describe, expect, it } from 'vitest';
import { at } from '../../../src/at.ts';
import { decideJudged } from '../../../src/decide/decide.ts';
import { judgeRules } from '../../../src/decide/judge-rules.ts';
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
