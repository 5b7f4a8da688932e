import { describe, expect, it } from 'vitest';
import { buildRulebook, decideWith, type Entry } from '../../support/build-rulebook.ts';

/** Every tier for each side in a concern of its own, and removal of each kind. */
const vote = (on: string, favours: string, strength: string): Entry => ({
  when: { [`t.${on}`]: 'yes' },
  favours: { [favours]: strength },
});

const ready = buildRulebook({
  rules: {
    one: { 'strong-vm': vote('a', 'vm', 'strong') },
    two: { 'strong-container': vote('b', 'container', 'strong') },
    three: { 'moderate-vm': vote('c', 'vm', 'moderate') },
    four: { 'slight-container': vote('d', 'container', 'slight') },
    removal: {
      'no-vms': { when: { 't.e': 'yes' }, 'rules-out': 'vm' },
      'no-containers': { when: { 't.f': 'yes' }, 'rules-out': 'container' },
    },
  },
});

describe('the headline', () => {
  it.each([
    { on: '', headline: 'either', strength: null, contested: false, because: 'nothing speaks for anything' },
    { on: 'a', headline: 'vm', strength: 'clear', contested: false, because: 'a strong vote' },
    { on: 'b', headline: 'container', strength: 'clear', contested: false, because: 'a strong vote' },
    { on: 'c', headline: 'vm', strength: 'favoured', contested: false, because: 'a moderate vote' },
    { on: 'd', headline: 'container', strength: 'lean', contested: false, because: 'a slight vote' },
    { on: 'c d', headline: 'vm', strength: 'favoured', contested: false, because: 'the higher tier decides' },
    { on: 'a b', headline: 'either', strength: null, contested: true, because: 'strong votes cancel' },
    {
      on: 'a b d',
      headline: 'container',
      strength: 'lean',
      contested: true,
      because: 'a slight vote decides',
    },
    { on: 'f', headline: 'vm', strength: 'forced', contested: false, because: 'containers are ruled out' },
    { on: 'e', headline: 'container', strength: 'forced', contested: false, because: 'VMs are ruled out' },
    {
      on: 'b f',
      headline: 'vm',
      strength: 'forced',
      contested: false,
      because: 'a removal beats every vote',
    },
    {
      on: 'a e',
      headline: 'container',
      strength: 'forced',
      contested: false,
      because: 'a removal beats every vote',
    },
    { on: 'a b f', headline: 'vm', strength: 'forced', contested: false, because: 'forced is not contested' },
    { on: 'a e f', headline: 'none', strength: null, contested: false, because: 'nothing is left' },
  ])('with $on is $headline, $strength: $because', ({ on, headline, strength, contested }) => {
    expect(decideWith(ready, on)).toMatchObject({ headline, strength, contested });
  });

  it.each(['e', 'f'])('is not forced while %s is only possible', (unknown) => {
    expect(decideWith(ready, 'c', { [`t.${unknown}`]: null }).strength).toBe('favoured');
  });
});
