import { describe, expect, it } from 'vitest';
import { parseSet } from '../../../src/workload/parse-set.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { complaintsOf } from '../../support/build-workload.ts';

const { rulebook } = buildRulebook({
  facts: {
    'f.colour': { kind: 'choice', values: { red: 'r', green: 'g', blue: 'b' } },
    'f.memory': { kind: 'number', unit: 'GiB', above: 0 },
  },
});

describe('--set', () => {
  it.each([
    { settings: ['f.colour=red'], said: [['f.colour', ['red']]] },
    { settings: ['f.colour=red,blue'], said: [['f.colour', ['red', 'blue']]] },
    { settings: [' f.colour = red , blue '], said: [['f.colour', ['red', 'blue']]] },
    { settings: ['f.colour=unknown'], said: [['f.colour', null]] },
    { settings: ['f.memory=512 MiB'], said: [['f.memory', [0.5]]] },
    { settings: ['f.memory=4'], said: [['f.memory', [4]]] },
    {
      settings: ['t.a=true', 't.b=no'],
      said: [
        ['t.a', ['yes']],
        ['t.b', ['no']],
      ],
    },
    { settings: [], said: [] },
  ])('$settings', ({ settings, said }) => {
    const statements = parseSet(settings, rulebook);
    expect(statements.map(({ fact, values }) => [fact, values])).toEqual(said);
    expect(statements.every(({ origin }) => origin === 'set')).toBe(true);
  });

  it.each([
    { setting: 'f.color=red', says: '--set: no fact is called f.color; did you mean f.colour?' },
    { setting: 'f.colour', says: '--set takes fact=value, got f.colour' },
    { setting: 'colour', says: '--set: no fact is called colour; did you mean f.colour?' },
    { setting: '=red', says: '--set takes fact=value, got =red' },
    { setting: '', says: '--set takes fact=value, got nothing' },
    { setting: 'f.colour=', says: '--set: f.colour cannot be "" (expected red, green, blue)' },
    { setting: 'f.colour=red,', says: '--set: f.colour cannot be "" (expected red, green, blue)' },
    {
      setting: 'f.colour=gren',
      says: '--set: f.colour cannot be "gren" (expected red, green, blue); did you mean green?',
    },
    {
      setting: 'f.colour=red=blue',
      says: '--set: f.colour cannot be "red=blue" (expected red, green, blue)',
    },
    {
      setting: 'f.memory=0',
      says: '--set: f.memory cannot be "0" (expected a number of GiB, or one with a unit such as 512 MiB, above 0)',
    },
  ])('$setting is refused', ({ setting, says }) => {
    expect(complaintsOf(() => parseSet([setting], rulebook))).toEqual([says]);
  });

  it('tells everything that is wrong at once', () => {
    expect(complaintsOf(() => parseSet(['x=1', 't.a=maybe', 't.b=yes'], rulebook))).toHaveLength(2);
  });
});
