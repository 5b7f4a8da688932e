import { describe, expect, it } from 'vitest';
import { extendRulebook } from '../../../../src/rulebook/extend/extend-rulebook.ts';
import { expandCondition, writeCondition } from '../../../../src/rulebook/condition.ts';
import { checkTouchedRules } from '../../../../src/rulebook/load/check-examples.ts';
import type { Rule, Rulebook } from '../../../../src/rulebook/rulebook.ts';
import { extendSmall, makeReady, toFile, writeHead } from '../../../support/build-extension.ts';
import { complaintsOf } from '../../../support/build-workload.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';

const base = loadSmallRulebook().rulebook;

function ruleOf(rulebook: Rulebook, id: string): Rule {
  const rule = rulebook.rules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

/** A rule of a team; lines of its own may follow. */
const zoneRule = `rules:
  - id: plant
    concern: platform
    title: In the plant
    when: { site.zone: plant }
    favours: { vm: strong }
    because: The plant has no container platform.
    cites: [judgement]
    examples: { fires: { site.zone: plant }, quiet: { site.zone: open } }
`;
const zoneFact = `facts:
  - id: site.zone
    name: zone
    question: Which zone?
    kind: choice
    values: { open: the open one, plant: that of the plant }
`;

describe('a rulebook that extends another', () => {
  it('adds facts and rules, marked and placed in their file', () => {
    const extended = extendSmall(zoneFact + zoneRule);
    expect(extended.facts.map(({ id }) => id)).toEqual([...base.facts.map(({ id }) => id), 'site.zone']);
    expect(ruleOf(extended, 'plant')).toMatchObject({
      concern: 'platform',
      at: { file: 'acme.yaml', line: 13, column: 9 },
      marks: [{ rulebook: 'acme', did: 'added', at: { file: 'acme.yaml', line: 13, column: 9 } }],
    });
    expect(extended.layers.at(-1)?.differs?.adds).toEqual({ facts: ['site.zone'], rules: ['plant'] });
  });

  it('adds groups of facts, placements, groups of placements, what stands outside, actions, sources, concerns and params', () => {
    const extended = extendSmall(`
fact-groups: [{ id: cost, title: Cost, changed-by: people }]
facts:
  - { id: cost.limit, name: limit, question: Up to what?, kind: number, at-least: 0 }
params: [{ id: dear, value: 100, because: A hundred is dear., cites: [price-list] }]
sources:
  - id: price-list
    title: Prices
    publisher: Acme
    date: "2026"
    address: https://example.org/prices
    read: full
    grade: primary
    supports: What a VM costs.
placements:
  - id: container.nomad
    kind: container
    isolation: shared-kernel
    title: Nomad
    is: Nomad runs it.
    cites: [price-list]
outside: [{ id: saas, title: A subscription, is: Somebody else runs it., cites: [price-list] }]
placement-groups:
  containers: [container.nomad]
  ours: [container.nomad, vm.single]
actions: [{ id: ask-finance, title: Ask finance, level: should, for: ours, because: It is dear., cites: [judgement] }]
concerns: [{ id: money, title: Money, about: What it costs. }]
rules:
  - id: dear
    concern: money
    title: Dear
    when: { cost.limit: { above: $dear } }
    suits: { ours: slight }
    must: ask-finance
    because: It may cost something.
    cites: [price-list]
    examples: { fires: { cost.limit: 101 }, quiet: { cost.limit: 100 } }
`);
    expect(extended.placementGroups).toEqual({
      containers: ['container.single-host', 'container.kubernetes', 'container.nomad'],
      ours: ['container.nomad', 'vm.single'],
    });
    expect(extended.layers.at(-1)?.differs?.adds).toEqual({
      params: ['dear'],
      groups: ['cost'],
      facts: ['cost.limit'],
      placements: ['container.nomad'],
      placementGroups: ['containers', 'ours'],
      outside: ['saas'],
      concerns: ['money'],
      rules: ['dear'],
      actions: ['ask-finance'],
      sources: ['price-list'],
    });
  });

  describe('with conditions by name', () => {
    const company = extendSmall(
      `conditions:
  - { id: at-home, was: [homely], title: Kubernetes runs here, when: { site.containers: kubernetes } }
  - { id: well-at-home, title: and well, when: { condition: at-home, site.skill: production } }
rules:
  - id: stays
    concern: platform
    title: Stays
    when: { condition: well-at-home }
    favours: { container: moderate }
    because: It is at home.
    cites: [judgement]
    examples:
      fires: { site.containers: kubernetes, site.skill: production }
      quiet: { site.skill: some }
`,
      'company',
    );
    const change = (to: string, name = 'at-home') =>
      extendSmall(
        `change: [{ condition: ${name}, to: { ${to} }, because: So it is here. }]\n`,
        'team',
        company,
      );
    const meaning = (rulebook: Rulebook) =>
      writeCondition(expandCondition(ruleOf(rulebook, 'stays').when, rulebook.conditions));

    it('adds them, marked, and uses them by name', () => {
      expect(company.conditions.map(({ id, marks }) => [id, marks?.[0]?.rulebook])).toEqual([
        ['at-home', 'company'],
        ['well-at-home', 'company'],
      ]);
      expect(writeCondition(ruleOf(company, 'stays').when)).toEqual({ condition: 'well-at-home' });
      expect(meaning(company)).toEqual({ 'site.containers': 'kubernetes', 'site.skill': 'production' });
      expect(company.layers.at(-1)?.differs?.adds.conditions).toEqual(['at-home', 'well-at-home']);
    });

    it('changes one, and with it every rule that is made of it, which is marked', () => {
      const team = change('when: { site.containers: engine }');
      expect(meaning(team)).toEqual({ 'site.containers': 'engine', 'site.skill': 'production' });
      expect(ruleOf(team, 'stays').marks?.at(-1)).toEqual({
        rulebook: 'team',
        did: 'changed',
        what: ['condition at-home'],
        because: 'So it is here.',
        at: { file: 'team.yaml', line: 6, column: 23 },
      });
      expect(team.layers.at(-1)?.differs?.redefines).toEqual([
        { condition: 'at-home', what: ['when'], because: 'So it is here.' },
      ]);
    });

    it('judges the examples of those rules by what the condition meant when they were written', () => {
      expect(() => checkTouchedRules(makeReady(change('when: { site.containers: engine }')))).not.toThrow();
    });

    it('changes what one says, and no rule', () => {
      const team = change('title: it lives on Kubernetes');
      expect(team.conditions[0]).toMatchObject({ title: 'it lives on Kubernetes' });
      expect(ruleOf(team, 'stays').marks).toEqual(ruleOf(company, 'stays').marks);
    });

    it('knows one by the name it had before, and notes the new one', () => {
      const team = change('when: { site.containers: engine }', 'homely');
      expect(team.oldNames).toMatchObject([{ sort: 'condition', name: 'homely', now: 'at-home' }]);
      const user = extendSmall(
        'change: [{ rule: stays, to: { when: { condition: homely, site.skill: production } }, because: Why. }]\n',
        'team',
        company,
      );
      expect(user.oldNames).toMatchObject([{ sort: 'condition', name: 'homely', now: 'at-home' }]);
      expect(meaning(user)).toEqual(meaning(company));
    });

    it.each([
      {
        name: 'an unknown one',
        text: 'change: [{ condition: at-hom, to: { title: x }, because: Why. }]\n',
        says: ['6:23 no condition is called at-hom; did you mean at-home?'],
      },
      {
        name: 'one of its own',
        text: `conditions: [{ id: ours, title: it is ours, when: { site.skill: some } }]
change: [{ condition: ours, to: { title: x }, because: Why. }]\n`,
        says: ['7:23 ours is a condition of this rulebook itself; change it where it stands'],
      },
      {
        name: 'one twice',
        text: `change:
  - { condition: at-home, to: { title: x }, because: Why. }
  - { condition: at-home, to: { title: y }, because: Why. }\n`,
        says: ['8:18 at-home is changed twice; the first time at team.yaml:7'],
      },
      {
        name: 'one that is there already',
        text: 'conditions: [{ id: at-home, title: x, when: { site.skill: some } }]\n',
        says: ['6:20 a second condition is called at-home; the first is in company; change: changes it'],
      },
      {
        name: 'a change of nothing',
        text: 'change: [{ condition: at-home, because: Why. }]\n',
        says: ['6:10 a change of a condition says under to what it changes'],
      },
      {
        name: 'a change of what only a rule has',
        text: 'change: [{ condition: at-home, to: { note: Said. }, without: [note], because: Why. }]\n',
        says: [
          '6:38 a condition has a title and when, and no note',
          '6:53 a condition has nothing to take away',
        ],
      },
      {
        name: 'a change of a rule and a condition, or of neither',
        text: `change:
  - { condition: at-home, rule: stays, to: { title: x }, because: Why. }
  - { to: { title: x }, because: Why. }\n`,
        says: [
          '7:5 a change names a rule, a condition, an action or a placement, and one of them',
          '8:5 a change names a rule, a condition, an action or a placement, and one of them',
        ],
      },
      {
        name: 'a change that closes a circle, where it does',
        text: 'change: [{ condition: at-home, to: { when: { condition: well-at-home } }, because: Why. }]\n',
        says: ['6:44 at-home is made of itself: at-home → well-at-home → at-home'],
      },
    ])('refuses $name', ({ text, says }) => {
      const complaints = complaintsOf(() => extendSmall(text, 'team', company));
      expect(complaints).toEqual(says.map((each) => `team.yaml:${each}`));
    });
  });

  it('changes only the keys it names', () => {
    const extended = extendSmall(
      'change: [{ rule: owns-its-data, to: { favours: { vm: strong } }, because: We lost some. }]\n',
    );
    const { marks, ...changed } = ruleOf(extended, 'owns-its-data');
    expect(changed).toEqual({ ...ruleOf(base, 'owns-its-data'), favours: { vm: 'strong' } });
    expect(marks).toEqual([
      {
        rulebook: 'acme',
        did: 'changed',
        what: ['favours'],
        because: 'We lost some.',
        at: { file: 'acme.yaml', line: 6, column: 18 },
      },
    ]);
  });

  it('takes keys away', () => {
    const extended = extendSmall(
      'change: [{ rule: owns-its-data, without: [must], because: Copies are the job of the platform. }]\n',
    );
    expect(ruleOf(extended, 'owns-its-data')).not.toHaveProperty('must');
  });

  it('disables a rule, and keeps the reason', () => {
    const extended = extendSmall('disable: [{ rule: owns-its-data, because: We copy everything. }]\n');
    expect(extended.rules.map(({ id }) => id)).not.toContain('owns-its-data');
    expect(extended.layers.at(-1)?.differs?.disables).toEqual([
      {
        rule: 'owns-its-data',
        because: 'We copy everything.',
        at: { file: 'acme.yaml', line: 6, column: 19 },
      },
    ]);
  });

  it('sets a threshold, and marks the rules that read it', () => {
    const extended = extendSmall('set: [{ param: many, to: 7, because: Seven are many here. }]\n');
    expect(extended.params).toMatchObject([
      { id: 'many', value: 7, because: 'Seven are many here.', cites: ['judgement'] },
    ]);
    expect(ruleOf(extended, 'many-instances').marks).toMatchObject([{ what: ['$many'] }]);
    expect(extended.rules.filter(({ marks }) => marks !== undefined)).toHaveLength(1);
    expect(extended.layers.at(-1)?.differs?.sets).toEqual([
      { param: 'many', from: 10, to: 7, because: 'Seven are many here.' },
    ]);
  });

  it('presumes something else, something new, or nothing', () => {
    const extended = extendSmall(`presume:
  - { fact: os.family, to: windows, because: We are., exception: It needs Linux, exception-is: rare }
  - { fact: site.vms, to: yes, because: We have., exception: There are none, exception-is: rare }
  - { fact: os.desktop, to: unknown, because: Half of ours have one. }
`);
    const presumed = new Map(extended.facts.map((fact) => [fact.id, fact.presumed]));
    expect([presumed.get('os.family'), presumed.get('site.vms'), presumed.get('os.desktop')]).toEqual([
      'windows',
      'yes',
      undefined,
    ]);
    expect(extended.facts.find(({ id }) => id === 'os.desktop')).not.toHaveProperty('exception');
    expect(extended.layers.at(-1)?.differs?.presumes).toEqual([
      { fact: 'os.desktop', from: 'no', to: null, because: 'Half of ours have one.' },
      { fact: 'os.family', from: 'linux', to: 'windows', because: 'We are.' },
      { fact: 'site.vms', from: null, to: 'yes', because: 'We have.' },
    ]);
  });

  it('takes the concern of a rule from the name of its file, in a folder', () => {
    const extended = extendRulebook(base, [
      toFile('acme/rulebook.yaml', writeHead()),
      toFile('acme/facts.yaml', zoneFact),
      toFile('acme/platform.yaml', zoneRule.replace('    concern: platform\n', '')),
      toFile(
        'acme/plant.yaml',
        `concern: The plant\nabout: What holds in the plant.\n${zoneRule.replace('id: plant', 'id: in-the-plant').replace('    concern: platform\n', '')}`,
      ),
    ]);
    expect([ruleOf(extended, 'plant').concern, ruleOf(extended, 'in-the-plant').concern]).toEqual([
      'platform',
      'plant',
    ]);
    expect(extended.concerns.find(({ id }) => id === 'plant')).toEqual({
      id: 'plant',
      title: 'The plant',
      about: 'What holds in the plant.',
    });
  });

  it('can be extended again; the later one has the last word, and both are named', () => {
    const first = extendSmall('set: [{ param: many, to: 7, because: Seven are many. }]\n');
    const second = extendSmall('set: [{ param: many, to: 8, because: Eight are many. }]\n', 'team', first);
    expect(second.params[0]).toMatchObject({ value: 8 });
    expect(second.layers.map(({ name }) => name)).toEqual(['small', 'acme', 'team']);
    expect(second.layers.slice(0, 2)).toEqual(first.layers);
    expect(ruleOf(second, 'many-instances').marks?.map(({ rulebook }) => rulebook)).toEqual(['acme', 'team']);
  });

  it('leaves the rulebook that it extends as it was', () => {
    const before = structuredClone(base);
    extendSmall(`${zoneFact}${zoneRule}disable: [{ rule: owns-its-data, because: We copy everything. }]\n`);
    expect(base).toEqual(before);
  });

  it('is plain data', () => {
    const extended = extendSmall(zoneFact + zoneRule);
    expect(JSON.parse(JSON.stringify(extended))).toEqual(extended);
  });
});

describe('a rulebook that extends another is refused', () => {
  it.each([
    {
      name: 'an unknown key',
      text: 'disble: []\n',
      says: ['6:1 unknown key disble; did you mean disable?'],
    },
    {
      name: 'the groups of a lone rulebook',
      text: 'groups: {}\n',
      says: ['6:1 unknown key groups; write fact-groups or placement-groups'],
    },
    {
      name: 'disabling without a reason',
      text: 'disable: [{ rule: owns-its-data }]\n',
      says: ['6:11 because is missing'],
    },
    {
      name: 'setting without a reason',
      text: 'set: [{ param: many, to: 3 }]\n',
      says: ['6:7 because is missing'],
    },
    {
      name: 'changing without a reason',
      text: 'change: [{ rule: owns-its-data, to: { favours: { vm: slight } } }]\n',
      says: ['6:10 because is missing'],
    },
    {
      name: 'a change of nothing',
      text: 'change: [{ rule: owns-its-data, because: Why. }]\n',
      says: ['6:10 a change says what it changes: to, without, or both'],
    },
    {
      name: 'a change of no key',
      text: 'change: [{ rule: owns-its-data, to: {}, because: Why. }]\n',
      says: ['6:10 a change says what it changes: to, without, or both'],
    },
    {
      name: 'a change of the name',
      text: 'change: [{ rule: owns-its-data, to: { id: other }, because: Why. }]\n',
      says: ['6:39 unknown key id here'],
    },
    {
      name: 'a change of an unknown rule',
      text: 'change: [{ rule: own-its-data, to: { favours: { vm: slight } }, because: Why. }]\n',
      says: ['6:18 no rule is called own-its-data; did you mean owns-its-data?'],
    },
    {
      name: 'disabling an unknown rule',
      text: 'disable: [{ rule: own-its-data, because: Why. }]\n',
      says: ['6:19 no rule is called own-its-data; did you mean owns-its-data?'],
    },
    {
      name: 'setting an unknown threshold',
      text: 'set: [{ param: manny, to: 3, because: Why. }]\n',
      says: ['6:16 no param is called manny; did you mean many?'],
    },
    {
      name: 'presuming of an unknown fact',
      text: 'presume: [{ fact: os.famly, to: unknown, because: Why. }]\n',
      says: ['6:19 no fact is called os.famly; did you mean os.family?'],
    },
    {
      name: 'one rule changed twice',
      text: 'change:\n  - { rule: owns-its-data, to: { favours: { vm: slight } }, because: Why. }\n  - { rule: owns-its-data, to: { favours: { vm: strong } }, because: Why. }\n',
      says: ['8:13 owns-its-data is changed or disabled twice; the first time at acme.yaml:7'],
    },
    {
      name: 'one rule changed and disabled',
      text: 'change: [{ rule: owns-its-data, to: { favours: { vm: slight } }, because: Why. }]\ndisable: [{ rule: owns-its-data, because: Why. }]\n',
      says: ['7:19 owns-its-data is changed or disabled twice; the first time at acme.yaml:6'],
    },
    {
      name: 'one threshold set twice',
      text: 'set:\n  - { param: many, to: 3, because: Why. }\n  - { param: many, to: 4, because: Why. }\n',
      says: ['8:14 many is set twice; the first time at acme.yaml:7'],
    },
    {
      name: 'one fact presumed twice',
      text: 'presume:\n  - { fact: os.family, to: unknown, because: Why. }\n  - { fact: os.family, to: unknown, because: Why. }\n',
      says: ['8:13 os.family is presumed twice; the first time at acme.yaml:7'],
    },
    {
      name: 'a threshold that no condition understands',
      text: 'set: [{ param: many, to: lots, because: Why. }]\n',
      says: [
        '6:26 param many does not fit: site.instances cannot be "lots" (expected a whole number, from 1 up to 1000)',
      ],
    },
    {
      name: 'a threshold that cites nothing known',
      text: 'set: [{ param: many, to: 3, because: Why., cites: [handbok] }]\n',
      says: ['6:52 no claim or source is called handbok; did you mean handbook?'],
    },
    {
      name: 'a presumption of an unknown value',
      text: 'presume: [{ fact: os.family, to: lunix, because: Why., exception: It is not, exception-is: rare }]\n',
      says: ['6:34 os.family cannot be "lunix" (expected linux, windows); did you mean linux?'],
    },
    {
      name: 'a presumption that does not say what its exception would mean',
      text: 'presume: [{ fact: os.family, to: windows, because: Why. }]\n',
      says: [
        '6:11 exception is missing: what it would mean if this were wrong',
        '6:11 exception-is is missing: common, frequent, occasional or rare',
      ],
    },
    {
      name: 'a presumption taken away where there is none',
      text: 'presume: [{ fact: site.vms, to: unknown, because: Why. }]\n',
      says: ['6:33 nothing is presumed of site.vms'],
    },
    {
      name: 'the exception of a presumption that is taken away',
      text: 'presume: [{ fact: os.family, to: unknown, because: Why., exception: It is not }]\n',
      says: ['6:58 exception belongs to a presumption, and this takes one away'],
    },
    {
      name: 'a change that names an unknown fact',
      text: 'change: [{ rule: owns-its-data, to: { when: { state.knd: stateless } }, because: Why. }]\n',
      says: ['6:47 no fact is called state.knd; did you mean state.kind?'],
    },
    {
      name: 'a change that leaves a rule half',
      text: 'change: [{ rule: owns-its-data, without: [favours, must], because: Why. }]\n',
      says: [
        '6:10 owns-its-data has no effect (expected rules-out, isolation, favours, suits, must, consider or note)',
      ],
    },
    {
      name: 'a change that takes away what is not there',
      text: 'change: [{ rule: owns-its-data, without: [instead], because: Why. }]\n',
      says: ['6:43 owns-its-data has no instead to take away'],
    },
    {
      name: 'a change that gives and takes one key',
      text: 'change: [{ rule: owns-its-data, to: { must: patch-the-guest }, without: [must], because: Why. }]\n',
      says: ['6:74 must is given and taken away'],
    },
    {
      name: 'a rule of a name that is taken',
      text: (zoneFact + zoneRule).replace('id: plant', 'id: owns-its-data'),
      says: [
        '13:9 a second rule is called owns-its-data; the first is in small, at rules/state.yaml:4:9; change: changes it',
      ],
    },
    {
      name: 'a fact of a name that is taken',
      text: zoneFact.replace('site.zone', 'site.vms'),
      says: [
        '7:9 a second fact is called site.vms; the first is in small; presume: changes what is presumed of it',
      ],
    },
    {
      name: 'an action of a name that is taken',
      text: 'actions: [{ id: patch-the-guest, title: Patch, level: must, for: vm, because: Why., cites: [judgement] }]\n',
      says: ['6:17 a second action is called patch-the-guest; the first is in small'],
    },
    {
      name: 'two rules of one name',
      text: `${zoneFact}${zoneRule}${zoneRule.slice('rules:\n'.length)}`,
      says: ['21:9 a second rule is called plant; the first is at acme.yaml:13'],
    },
    {
      name: 'a change of a rule that stands in the same rulebook',
      text: `${zoneFact}${zoneRule}change: [{ rule: plant, to: { favours: { vm: slight } }, because: Why. }]\n`,
      says: ['21:18 plant is a rule of this rulebook itself; change it where it stands'],
    },
    {
      name: 'a rule without a concern, in the file with the head',
      text: zoneFact + zoneRule.replace('    concern: platform\n', ''),
      says: [
        '13:5 plant says no concern to belong to; name one under concern (desktop, fleet, platform, size, state, windows)',
      ],
    },
    {
      name: 'a rule of an unknown concern',
      text: zoneFact + zoneRule.replace('concern: platform', 'concern: platfrom'),
      says: [
        '14:14 no concern is called platfrom (expected desktop, fleet, platform, size, state, windows); did you mean platform?',
      ],
    },
    {
      name: 'a concern without a rule',
      text: 'concerns: [{ id: money, title: Money, about: What it costs. }]\n',
      says: ['6:18 no rule belongs to the concern money'],
    },
    {
      name: 'a group of a kind',
      text: 'placement-groups: { vm: [vm.single] }\n',
      says: ['6:21 vm means a placement or a kind already and cannot be a group'],
    },
    {
      name: 'an unknown member of a group',
      text: 'placement-groups: { containers: [vm.singel] }\n',
      says: ['6:34 no placement is called vm.singel; did you mean vm.single?'],
    },
    {
      name: 'a member that a group has already',
      text: 'placement-groups: { containers: [container.kubernetes] }\n',
      says: ['6:34 container.kubernetes is in containers already'],
    },
    {
      name: 'an unknown unit',
      text: 'facts: [{ id: os.disk, name: disk, question: How large?, kind: number, unit: GBs }]\n',
      says: ['6:78 unit cannot be "GBs" (expected KB, MB, GB, TB, KiB, MiB, GiB, TiB)'],
    },
    {
      name: 'a unit of what is no number',
      text: 'facts: [{ id: os.disk, name: disk, question: How large?, kind: scale, unit: GB, values: { a: a, b: b } }]\n',
      says: ['6:71 only a number has a unit'],
    },
  ])('$name', ({ text, says }) => {
    expect(complaintsOf(() => extendSmall(text))).toEqual(says.map((said) => `acme.yaml:${said}`));
  });

  it('a name that a rulebook before it has', () => {
    expect(complaintsOf(() => extendSmall('', 'small'))).toEqual([
      'small.yaml:2:7 it extends a rulebook of the same name, small; give it a name of its own',
    ]);
  });

  it('what an earlier rulebook disabled', () => {
    const text = 'disable: [{ rule: owns-its-data, because: Why. }]\n';
    expect(complaintsOf(() => extendSmall(text, 'team', extendSmall(text)))).toEqual([
      'team.yaml:6:19 owns-its-data is disabled by acme already, at acme.yaml:6:19',
    ]);
  });

  it.each([
    {
      name: 'a title without about',
      file: ['plant.yaml', `concern: The plant\n${zoneRule}`],
      says: ['acme/plant.yaml:1:1 about is missing'],
    },
    {
      name: 'about without a title',
      file: ['platform.yaml', `about: The plant.\n${zoneRule}`],
      says: ['acme/platform.yaml:1:1 about belongs to a concern; give the concern a title'],
    },
    {
      name: 'a title of a concern that exists',
      file: ['platform.yaml', `concern: Platform\nabout: The plant.\n${zoneRule}`],
      says: ['acme/platform.yaml:1:1 the concern platform is there already; its title is not said again'],
    },
    {
      name: 'rules in a file that is called like no concern',
      file: ['platfrom.yaml', zoneRule],
      says: [
        'acme/platfrom.yaml:1:1 no concern is called platfrom (expected desktop, fleet, platform, size, state, windows); did you mean platform?',
      ],
    },
    {
      name: 'a second head',
      file: ['other.yaml', 'extends: default\n'],
      says: ['acme/other.yaml:1:1 unknown key extends here'],
    },
  ])('$name', ({ file: [name = '', text = ''], says }) => {
    const files = [
      toFile('acme/rulebook.yaml', writeHead()),
      toFile('acme/facts.yaml', zoneFact),
      toFile(`acme/${name}`, text.replace('    concern: platform\n', '')),
    ];
    expect(complaintsOf(() => extendRulebook(base, files))).toEqual(says);
  });
});
