import { describe, expect, it } from 'vitest';
import { chooseForm, listSuits } from '../../../src/decide/choose-form.ts';
import { buildRulebook, decideWith, type Entry, positionOf } from '../../support/build-rulebook.ts';

const suits = (on: string, placement: string | string[], strength: string): Entry => ({
  when: { [`t.${on}`]: 'yes' },
  suits: Object.fromEntries([placement].flat().map((name) => [name, strength])),
});

const ready = buildRulebook({
  rules: {
    forms: {
      'a-slight-pods': suits('a', 'container.orchestrated', 'slight'),
      'b-slight-pods': suits('b', 'container.orchestrated', 'slight'),
      'c-moderate-plain': suits('c', 'container.plain', 'moderate'),
      'd-strong-microvm': suits('d', 'container.microvm', 'strong'),
      'e-strong-pods-and-microvm': suits('e', ['container.orchestrated', 'container.microvm'], 'strong'),
      'f-slight-group': suits('f', 'vm.group', 'slight'),
    },
    removal: { 'no-microvms': { when: { 't.g': 'yes' }, 'rules-out': 'container.microvm' } },
  },
});

/** The best forms of both kinds: nothing here votes, so the headline is either. */
function choose(on: string): (string | undefined)[] {
  return decideWith(ready, on).forms.map((form) => ready.model.placements[form]?.id);
}

describe('the form', () => {
  it.each([
    { on: '', container: 'container.plain', why: 'declared first, where nothing suits' },
    { on: 'a', container: 'container.orchestrated', why: 'one slight reason is enough' },
    { on: 'a b c', container: 'container.plain', why: 'one moderate reason beats two slight ones' },
    { on: 'a b c d', container: 'container.microvm', why: 'one strong reason beats all lesser ones' },
    { on: 'e', container: 'container.orchestrated', why: 'equal counts: declared first' },
    { on: 'd e', container: 'container.microvm', why: 'two strong reasons beat one' },
    { on: 'a e', container: 'container.orchestrated', why: 'equal strong ones: the lesser tier decides' },
    {
      on: 'd g',
      container: 'container.plain',
      why: 'what is ruled out is not chosen, however well it suits',
    },
    { on: 'd e g', container: 'container.orchestrated', why: 'the best of what survives' },
  ])('with $on is $container: $why', ({ on, container }) => {
    expect(choose(on)).toEqual(['vm.single', container]);
  });

  it('is chosen for each kind by itself', () =>
    expect(choose('d f')).toEqual(['vm.group', 'container.microvm']));

  it('is nothing where there is nothing to choose from', () => {
    expect(chooseForm(ready.model, decideWith(ready, 'd').judgement, 0)).toBeNull();
  });

  it('names the rules that suit it, only those that fire', () => {
    const { judgement } = decideWith(ready, 'a e');
    const rules = listSuits(
      ready.model,
      judgement,
      positionOf(ready.model.placements, 'container.orchestrated'),
    );
    expect(rules.map((rule) => ready.model.rules[rule]?.id)).toEqual([
      'a-slight-pods',
      'e-strong-pods-and-microvm',
    ]);
  });
});
