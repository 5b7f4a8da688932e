import { describe, expect, it } from 'vitest';
import { isDate } from '../../../src/workload/parse-date.ts';
import { parseWorkload } from '../../../src/workload/parse-workload.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { complaintsOf, parseOne } from '../../support/build-workload.ts';

const { rulebook } = buildRulebook({
  facts: {
    'f.colour': { kind: 'choice', values: { red: 'r', green: 'g', blue: 'b' } },
    'f.memory': { kind: 'number', unit: 'GiB', above: 0 },
  },
  rules: {
    x: {
      'some-rule': { when: { 't.a': 'yes' }, note: 'Said.' },
      'other-rule': { when: { 't.b': 'yes' }, note: 'Said.' },
    },
  },
});

function read(text: string, file?: string, number?: number) {
  return parseWorkload(parseOne(text, file), rulebook, number);
}

describe('a workload that is understood', () => {
  const workload = read(`advise: 1
name: shop
facts:
  f: { colour: [red, blue], memory: 512 MiB }
  t:
    a: unknown
    b: true
expect: split
waivers:
  - rule: some-rule
    because: accepted
    by: the owner
    until: 2027-06-30
  - { rule: other-rule, because: for good }
components:
  - name: web
    facts: { f: { colour: green } }
  - name: quiet
`);

  it('says what was written, with origin and line', () => {
    const said = workload.facts.map(({ fact, values, origin, at }) => [
      fact,
      values,
      origin,
      at?.line,
      at?.column,
    ]);
    expect(said).toEqual([
      ['f.colour', ['red', 'blue'], 'stated', 4, 16],
      ['f.memory', [0.5], 'stated', 4, 37],
      ['t.a', null, 'stated', 6, 8],
      ['t.b', ['yes'], 'stated', 7, 8],
    ]);
  });

  it('keeps name, expectation, waivers and components', () => {
    expect(workload).toMatchObject({
      name: 'shop',
      file: 'app.yaml',
      expect: { headline: 'split', at: { line: 8 } },
      waivers: [
        { rule: 'some-rule', because: 'accepted', by: 'the owner', until: '2027-06-30', at: { line: 10 } },
        { rule: 'other-rule', because: 'for good', by: undefined, until: undefined },
      ],
      components: [
        {
          name: 'web',
          facts: [{ fact: 'f.colour', values: ['green'], origin: 'component' }],
          at: { line: 16 },
        },
        { name: 'quiet', facts: [] },
      ],
    });
  });

  it.each([
    { file: 'teams/shop/payments.yaml', number: undefined, name: 'payments' },
    { file: 'payments.yml', number: 2, name: 'payments#2' },
    { file: 'payments.json', number: undefined, name: 'payments' },
  ])('without a name is called like its file: $file → $name', ({ file, number, name }) => {
    expect(read('advise: 1', file, number).name).toBe(name);
  });

  it.each(['facts:', 'facts: {}', 'facts: { f: }', 'facts: { f: {} }', 'waivers:', 'components:'])(
    'says nothing with an empty %s',
    (line) => {
      const { facts, waivers, components } = read(`advise: 1\n${line}`);
      expect([...facts, ...waivers, ...components]).toEqual([]);
    },
  );

  it('may be JSON', () => {
    expect(read('{"advise": 1, "facts": {"t": {"a": true}}}').facts).toMatchObject([
      { fact: 't.a', values: ['yes'] },
    ]);
  });
});

describe('a workload that is refused', () => {
  const waiver = (line: string) => `advise: 1\nwaivers:\n  - ${line}`;
  const component = (line: string) => `advise: 1\ncomponents:\n  - ${line}`;

  it.each([
    {
      name: 'no version',
      text: 'name: x',
      says: ['1:1 the first key must be the version of the format, advise: 1'],
    },
    {
      name: 'a newer version',
      text: 'advise: 2',
      says: ['1:9 written for version 2 of the format; this program understands 1. A newer advise reads it'],
    },
    {
      name: 'a version in quotes',
      text: 'advise: "1"',
      says: ['1:9 advise must be 1, the version of the format, got "1"'],
    },
    { name: 'a list', text: '- advise: 1', says: ['1:1 a workload must be a map, got a list'] },
    { name: 'plain text', text: 'hello', says: ['1:1 a workload must be a map, got a text'] },
    {
      name: 'an unknown key',
      text: 'advise: 1\nfact: {}',
      says: [
        '2:1 unknown key fact (expected advise, name, facts, likely, observed, not-observed, clarify, expect, waivers, rulings, components, imported); did you mean facts?',
      ],
    },
    { name: 'a name that is no text', text: 'advise: 1\nname: 7', says: ['2:7 name must be text, got 7'] },
    { name: 'an empty name', text: 'advise: 1\nname: ""', says: ['2:7 name must be text, got nothing'] },
    {
      name: 'an unknown expectation',
      text: 'advise: 1\nexpect: containers',
      says: [
        '2:9 expect cannot be "containers" (expected vm, container, either, none, split); did you mean container?',
      ],
    },
    {
      name: 'waivers that are no list',
      text: 'advise: 1\nwaivers: some-rule',
      says: ['2:10 waivers must be a list, got "some-rule"'],
    },
    {
      name: 'a waiver that is no map',
      text: waiver('some-rule'),
      says: ['3:5 a waiver must be a map, got "some-rule"'],
    },
    {
      name: 'a waiver of an unknown rule',
      text: waiver('{ rule: some-rules, because: x }'),
      says: ['3:13 no rule is called some-rules; did you mean some-rule?'],
    },
    {
      name: 'a waiver without a reason',
      text: waiver('{ rule: some-rule }'),
      says: ['3:5 because (the reason for the waiver) must be text, got nothing'],
    },
    {
      name: 'a waiver until no day',
      text: waiver('{ rule: some-rule, because: x, until: 2027-02-30 }'),
      says: ['3:43 until must be a date such as 2027-06-30, got "2027-02-30"'],
    },
    {
      name: 'an unknown key of a waiver',
      text: waiver('{ rule: some-rule, because: x, untill: 2027-02-20 }'),
      says: ['3:36 unknown key untill (expected rule, because, by, until); did you mean until?'],
    },
    {
      name: 'a rule waived twice',
      text: `${waiver('{ rule: some-rule, because: x }')}\n  - { rule: some-rule, because: y }`,
      says: ['4:13 some-rule is waived twice'],
    },
    {
      name: 'an empty list of components',
      text: 'advise: 1\ncomponents: []',
      says: ['2:13 components is an empty list; name the parts, or remove it'],
    },
    {
      name: 'components that are no list',
      text: 'advise: 1\ncomponents: web',
      says: ['2:13 components, such as - { name: web, facts: { ... } }, must be a list, got "web"'],
    },
    {
      name: 'a component without a name',
      text: component('facts: {}'),
      says: ['3:5 the name of a component, as in { name: web, facts: { ... } }, must be text, got nothing'],
    },
    {
      name: 'two components of one name',
      text: `${component('name: a')}\n  - name: a`,
      says: ['4:11 two components are called a'],
    },
    {
      name: 'an unknown key of a component',
      text: component('{ name: a, fact: {} }'),
      says: [
        '3:16 unknown key fact (expected name, facts, likely, observed, not-observed, clarify); did you mean facts?',
      ],
    },
    {
      name: 'a wrong fact of a component',
      text: component('{ name: a, facts: { f: { colour: pink } } }'),
      says: ['3:38 f.colour cannot be "pink" (expected red, green, blue)'],
    },
  ])('$name', ({ text, says }) => {
    expect(complaintsOf(() => read(text))).toEqual(says.map((line) => `app.yaml:${line}`));
  });

  it('tells everything that is wrong at once', () => {
    const text = 'advise: 1\nexpect: vms\nfacts: { f: { colour: pink }, t: { z: yes } }\nwaivers: 7';
    expect(complaintsOf(() => read(text))).toHaveLength(4);
  });

  it('never passes on what could drive a terminal', () => {
    const [said = ''] = complaintsOf(() =>
      read('advise: 1\nfacts: { f: { colour: "\\e[31mred\\nforged" } }'),
    );
    expect(said).toContain('\\u001b[31mred\\nforged');
  });
});

describe('days', () => {
  it.each(['2026-01-01', '2028-02-29', '1999-12-31'])('%s exists', (day) => expect(isDate(day)).toBe(true));
  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-6-1',
    '30.06.2027',
    '2027-06-30T00:00',
    '',
    ' 2027-06-30',
  ])('"%s" does not', (day) => expect(isDate(day)).toBe(false));
});
