import { writeStatedValue } from '../../../src/rulebook/fact-value.ts';
import { describe, expect, it } from 'vitest';
import { combineFacts, type FactStatement, type StatedOrigin } from '../../../src/workload/workload.ts';
import { parseProfile } from '../../../src/workload/parse-profile.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText, complaintsOf, parseOne, setFacts } from '../../support/build-workload.ts';

const ready = buildRulebook({
  facts: {
    'f.colour': {
      kind: 'choice',
      values: { white: 'w', red: 'r', green: 'g', blue: 'b', grey: 'y' },
      presumed: 'white',
    },
  },
});

const profile = parseProfile(
  parseOne('advise: 1\nname: site\nfacts: { f: { colour: red } }'),
  ready.rulebook,
);
const file = 'facts: { f: { colour: green } }';
const silent = 'facts: {}';
const component = (facts: string) => `components: [{ name: part${facts} }]`;
const withColour = component(', facts: { f: { colour: blue } }');
const set = setFacts(ready, 'f.colour=grey');

describe('what counts more: --set > component > file > profile > presumption', () => {
  it.each([
    {
      name: 'all speak',
      text: `${file}\n${withColour}`,
      profile: true,
      set: true,
      value: 'grey',
      origin: 'set',
    },
    {
      name: 'no --set',
      text: `${file}\n${withColour}`,
      profile: true,
      set: false,
      value: 'blue',
      origin: 'component',
    },
    {
      name: 'the component is silent',
      text: `${file}\n${component('')}`,
      profile: true,
      set: false,
      value: 'green',
      origin: 'stated',
    },
    {
      name: 'the file is silent',
      text: `${silent}\n${component('')}`,
      profile: true,
      set: false,
      value: 'red',
      origin: 'profile',
    },
    {
      name: 'nobody speaks',
      text: `${silent}\n${component('')}`,
      profile: false,
      set: false,
      value: 'white',
      origin: 'presumed',
    },
    {
      name: 'only --set',
      text: `${silent}\n${component('')}`,
      profile: false,
      set: true,
      value: 'grey',
      origin: 'set',
    },
    {
      name: 'file and --set',
      text: `${file}\n${component('')}`,
      profile: false,
      set: true,
      value: 'grey',
      origin: 'set',
    },
    {
      name: 'profile and component',
      text: `${silent}\n${withColour}`,
      profile: true,
      set: false,
      value: 'blue',
      origin: 'component',
    },
    {
      name: 'an explicit unknown beats what it lies over',
      text: `${file}\n${component(', facts: { f: { colour: unknown } }')}`,
      profile: true,
      set: false,
      value: 'unknown',
      origin: 'component',
    },
  ])('$name: $origin says $value', ({ text, value, origin, ...layers }) => {
    const advice = assessText(ready, text, {
      profile: layers.profile ? profile.facts : [],
      set: layers.set ? set : [],
    });
    expect(advice.components[0]?.facts['f.colour']).toMatchObject({ value, origin });
  });

  it('lets the last --set of a fact count', () => {
    const advice = assessText(ready, file, { set: setFacts(ready, 'f.colour=red', 'f.colour=grey') });
    expect(advice.facts['f.colour']?.value).toBe('grey');
  });
});

describe('layers of statements', () => {
  const say = (fact: string, value: string, origin: StatedOrigin): FactStatement => ({
    fact,
    values: [value],
    origin,
  });

  it('replaces by fact, and keeps what only one layer says', () => {
    const combined = combineFacts(
      [say('t.a', 'yes', 'profile'), say('t.b', 'yes', 'profile')],
      [say('t.b', 'no', 'stated')],
      [],
      [say('t.c', 'no', 'set')],
    );
    expect(
      Object.fromEntries(
        [...combined].map(([id, { values, origin }]) => [
          id,
          `${String(values?.map(writeStatedValue))} ${origin}`,
        ]),
      ),
    ).toEqual({
      't.a': 'yes profile',
      't.b': 'no stated',
      't.c': 'no set',
    });
  });

  it('is empty without layers', () => expect(combineFacts().size).toBe(0));
});

describe('a profile', () => {
  it('marks its facts as its own, with their lines', () => {
    expect(profile).toMatchObject({
      file: 'app.yaml',
      facts: [{ fact: 'f.colour', origin: 'profile', at: { line: 3 } }],
    });
  });

  it.each([
    { text: 'facts: {}', says: 'app.yaml:1:1 the first key must be the version of the format, advise: 1' },
    {
      text: 'advise: 1\nwaivers: []',
      says: 'app.yaml:2:1 unknown key waivers (expected advise, name, facts, likely, clarify)',
    },
    {
      text: 'advise: 1\nfacts: { f: { colour: pink } }',
      says: 'app.yaml:2:23 f.colour cannot be "pink" (expected white, red, green, blue, grey)',
    },
    { text: 'advise: 1\nname: 7', says: 'app.yaml:2:7 name must be text, got 7' },
  ])('$text is refused', ({ text, says }) => {
    expect(complaintsOf(() => parseProfile(parseOne(text), ready.rulebook))).toEqual([says]);
  });
});
