import { describe, expect, it } from 'vitest';
import { compileRulebook } from '../../../../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../../../../src/rulebook/load/load-rulebook.ts';
import type { RulebookFile } from '../../../../src/rulebook/load/shape-file.ts';
import { writeRulebook } from '../../../support/build-rulebook.ts';
import { complaintsOf } from '../../../support/build-workload.ts';

/** A whole rulebook, as a person would write it. */
const files: Readonly<Record<string, string>> = {
  'rulebook.yaml': `rulebook: 1
name: small
version: 1.0.0
date: 2026-01-01
params:
  - { id: many, value: 10, because: Because., cites: [judgement] }
conditions:
  - { id: foreign, title: it is another system, when: { os.family: windows } }
  - { id: large, title: it is many, when: { os.family: linux } }
`,
  'facts.yaml': `groups:
  - { id: os, title: System, changed-by: program }
facts:
  - id: os.family
    name: system
    question: Which?
    kind: choice
    values: { linux: Linux, windows: Windows }
    presumed: linux
    exception: It is another
    exception-is: common
  - { id: os.count, name: count, question: How many?, kind: number, whole: yes, at-least: 1 }
`,
  'placements.yaml': `placements:
  - { id: container.plain, kind: container, isolation: shared-kernel, title: Plain, is: A container., cites: [a-source] }
  - { id: vm.single, kind: vm, isolation: own-kernel, title: Single, is: A VM., cites: [C01] }
groups:
  weak: [container.plain]
outside: [{ id: elsewhere, title: Elsewhere, is: A service., cites: [a-source] }]
moving: { vm: [], container: [{ takes: nothing, when: { os.family: linux } }] }
`,
  'actions.yaml': `observations: [{ id: patched, title: a patch, is: It was patched. }]
actions:
  - { id: patch, title: Patch, level: should, for: vm, because: Because., cites: [B01] }
`,
  'sources.yaml': `sources:
  - id: a-source
    title: A text
    publisher: Somebody
    date: 2026
    address: https://example.org/
    read: full
    grade: primary
    supports: All of it.
`.replace('date: 2026', 'date: "2026"'),
  'claims.yaml': `article: { title: An article, date: "2022" }
claims:
  - { id: C01, section: INT, says: Something., kinds: [vm], corrected-by: [B01] }
corrections:
  - { id: B01, about: [C01], topic: a thing, holds: otherwise, so: Do so., cites: [a-source] }
`,
  'kernel.yaml': `concern: Kernel
about: What it is about.
rules:
  - id: other-system
    title: Another system
    when: { os.family: windows }
    rules-out: [weak]
    favours: { vm: strong }
    by-way-of: vm.single
    must: patch
    because: Because.
    cites: [C01, judgement]
    examples:
      fires: { os.family: windows }
      quiet: { os.family: linux }
  - id: many
    title: Many
    when: { os.count: { above: $many } }
    suits: { vm.single: slight }
    because: Because.
    cites: [judgement]
    examples: { fires: { os.count: 11 }, quiet: { os.count: 10 } }
`,
};

function toFiles(texts: Readonly<Record<string, string>>): RulebookFile[] {
  return Object.entries(texts).map(([name, text]) => ({ path: `rules/${name}`, name, text }));
}

/** What is said of the rulebook with one text in one file replaced. */
function complainAfter(file: string, from: string, to: string): string[] {
  const text = files[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return complaintsOf(() => loadRulebook(toFiles({ ...files, [file]: text.replace(from, to) }), 'rules'));
}

describe('a rulebook that is right', () => {
  const rulebook = loadRulebook(toFiles(files), 'rules');

  it('is loaded whole', () => {
    expect(rulebook).toMatchObject({
      name: 'small',
      version: '1.0.0',
      concerns: [{ id: 'kernel', title: 'Kernel', about: 'What it is about.' }],
    });
    expect(
      rulebook.rules.map(({ id, concern, at }) => `${id} ${concern} ${at.file}:${at.line}:${at.column}`),
    ).toEqual(['many kernel rules/kernel.yaml:16:9', 'other-system kernel rules/kernel.yaml:4:9']);
  });

  it('compiles to fresh data every time', () => {
    const [one, other] = [compileRulebook(rulebook), compileRulebook(rulebook)];
    expect(one).toEqual(other);
    expect(one.rules[0]).not.toBe(other.rules[0]);
    expect(one.facts[0]).not.toBe(other.facts[0]);
  });

  it('compiles effects to masks over the placements', () => {
    expect(compileRulebook(rulebook).rules[1]).toMatchObject({
      removes: 0b01,
      favours: 0,
      tier: 3,
      byWayOf: 0b10,
      must: 0,
    });
  });
});

describe('a rulebook that is refused', () => {
  const kernel = 'kernel.yaml';

  it.each([
    {
      name: 'an unknown key of a rule',
      change: [kernel, 'favours: {', 'favors: {'],
      says: [`rules/kernel.yaml:8:5 unknown key favors; did you mean favours?`],
    },
    {
      name: 'an unknown key of a file',
      change: [kernel, 'about:', 'abot:'],
      says: [
        'rules/kernel.yaml:1:1 about is missing',
        'rules/kernel.yaml:2:1 unknown key abot; did you mean about?',
      ],
    },
    {
      name: 'an unknown condition',
      change: [kernel, 'when: { os.family: windows }', 'when: { condition: forein }'],
      says: ['rules/kernel.yaml:6:24 no condition is called forein; did you mean foreign?'],
    },
    {
      name: 'a condition by name that names an unknown fact',
      change: ['rulebook.yaml', 'os.family: windows', 'os.famly: windows'],
      says: ['rules/rulebook.yaml:8:57 no fact is called os.famly; did you mean os.family?'],
    },
    {
      name: 'a condition that is made of itself',
      change: ['rulebook.yaml', 'os.family: windows', 'condition: foreign'],
      says: ['rules/rulebook.yaml:8:55 foreign is made of itself: foreign → foreign'],
    },
    {
      name: 'conditions that are made of each other, each where it says so',
      change: [
        'rulebook.yaml',
        'os.family: windows } }\n  - { id: large, title: it is many, when: { os.family: linux } }',
        'not: { condition: large } } }\n  - { id: large, title: it is many, when: { condition: foreign } }',
      ],
      says: [
        'rules/rulebook.yaml:8:55 foreign is made of itself: foreign → large → foreign',
        'rules/rulebook.yaml:9:43 large is made of itself: large → foreign → large',
      ],
    },
    {
      name: 'two conditions of one name',
      change: ['rulebook.yaml', 'id: large', 'id: foreign'],
      says: [
        'rules/rulebook.yaml:9:11 a second condition is called foreign; the first is at rules/rulebook.yaml:8',
      ],
    },
    {
      name: 'an unknown fact',
      change: [kernel, 'when: { os.family: windows }', 'when: { os.famly: windows }'],
      says: ['rules/kernel.yaml:6:13 no fact is called os.famly; did you mean os.family?'],
    },
    {
      name: 'an unknown value',
      change: [kernel, 'when: { os.family: windows }', 'when: { os.family: window }'],
      says: [
        'rules/kernel.yaml:6:24 os.family cannot be "window" (expected linux, windows); did you mean windows?',
      ],
    },
    {
      name: 'an unknown fact in an example',
      change: [kernel, 'fires: { os.family', 'fires: { os.famly'],
      says: ['rules/kernel.yaml:14:16 no fact is called os.famly; did you mean os.family?'],
    },
    {
      name: 'an unknown value in an example',
      change: [kernel, 'quiet: { os.family: linux', 'quiet: { os.family: linus'],
      says: [
        'rules/kernel.yaml:15:27 os.family cannot be "linus" (expected linux, windows); did you mean linux?',
      ],
    },
    {
      name: 'an unknown placement',
      change: [kernel, 'rules-out: [weak]', 'rules-out: [weak, container.plane]'],
      says: ['rules/kernel.yaml:7:23 no placement is called container.plane; did you mean container.plain?'],
    },
    {
      name: 'an unknown placement in by-way-of',
      change: [kernel, 'by-way-of: vm.single', 'by-way-of: vm.singel'],
      says: ['rules/kernel.yaml:9:16 no placement is called vm.singel; did you mean vm.single?'],
    },
    {
      name: 'an unknown placement in a group',
      change: ['placements.yaml', 'weak: [container.plain]', 'weak: [container.plain, vm]'],
      says: ['rules/placements.yaml:5:27 no placement is called vm'],
    },
    {
      name: 'an unknown citation',
      change: [kernel, 'cites: [C01, judgement]', 'cites: [C01, a-sorce]'],
      says: ['rules/kernel.yaml:12:18 no claim or source is called a-sorce; did you mean a-source?'],
    },
    {
      name: 'an unknown action',
      change: [kernel, 'must: patch', 'must: pach'],
      says: ['rules/kernel.yaml:10:11 no action is called pach; did you mean patch?'],
    },
    {
      name: 'something to consider that is nowhere',
      change: [kernel, 'must: patch', 'consider: elsewere'],
      says: ['rules/kernel.yaml:10:15 no entry under outside is called elsewere; did you mean elsewhere?'],
    },
    {
      name: 'an observation that shows an action and is nowhere',
      change: ['actions.yaml', 'for: vm', 'for: vm, shown-by: { done: [[patched, patchd]] }'],
      says: ['rules/actions.yaml:3:85 no observation is called patchd; did you mean patched?'],
    },
    {
      name: 'a must that stated facts exclude',
      change: ['actions.yaml', 'level: should', 'level: must, contradicted-by: { os.family: linux }'],
      says: [
        'rules/actions.yaml:3:45 patch is a must, which stated facts cannot exclude: write what excludes it into when',
      ],
    },
    {
      name: 'an unknown param',
      change: [kernel, '$many', '$few'],
      says: ['rules/kernel.yaml:18:32 no param is called few'],
    },
    {
      name: 'an unknown correction',
      change: ['claims.yaml', 'corrected-by: [B01]', 'corrected-by: [B02]'],
      says: ['rules/claims.yaml:3:76 no correction is called B02'],
    },
    {
      name: 'an unknown strength',
      change: [kernel, 'vm: strong', 'vm: strog'],
      says: [
        'rules/kernel.yaml:8:20 vm cannot be "strog" (expected strong, moderate, slight); did you mean strong?',
      ],
    },
    {
      name: 'an unknown group of facts',
      change: ['facts.yaml', 'id: os, title', 'id: system, title'],
      says: [
        'rules/facts.yaml:4:9 no group of facts is called os (expected system)',
        'rules/facts.yaml:12:11 no group of facts is called os (expected system)',
      ],
    },
    {
      name: 'a fact without a group',
      change: ['facts.yaml', 'id: os.count', 'id: count'],
      says: [
        'rules/facts.yaml:12:11 a fact is called group.name, not count',
        'rules/kernel.yaml:18:13 no fact is called os.count',
        'rules/kernel.yaml:22:26 no fact is called os.count',
        'rules/kernel.yaml:22:51 no fact is called os.count',
      ],
    },
    {
      name: 'a presumption that is no value',
      change: ['facts.yaml', 'presumed: linux', 'presumed: linus'],
      says: [
        'rules/facts.yaml:9:15 os.family cannot be "linus" (expected linux, windows); did you mean linux?',
      ],
    },
    {
      name: 'a presumption without its exception',
      change: ['facts.yaml', '    exception: It is another\n', ''],
      says: ['rules/facts.yaml:4:5 os.family is presumed, so it needs an exception in words'],
    },
    {
      name: 'a demand that has no order',
      change: ['facts.yaml', '    presumed: linux\n', '    demands: isolation\n    presumed: linux\n'],
      says: ['rules/facts.yaml:9:5 os.family demands isolation, so it must be a scale or yes-no'],
    },
    {
      name: 'a reason for a presumption that there is not',
      change: ['facts.yaml', 'at-least: 1', 'at-least: 1, safe-to-presume: It is.'],
      says: ['rules/facts.yaml:12:94 os.count has no presumption to be safe'],
    },
    {
      name: 'a fact about something else',
      change: ['facts.yaml', '    presumed: linux\n', '    about: weather\n    presumed: linux\n'],
      says: [
        'rules/facts.yaml:9:12 about cannot be "weather" (expected program, platform, hosts, people, support)',
      ],
    },
    {
      name: 'a number with values',
      change: ['facts.yaml', 'kind: number, whole: yes, at-least: 1', 'kind: number, values: { one: One }'],
      says: ['rules/facts.yaml:12:69 a number has no list of values'],
    },
    {
      name: 'a missing key',
      change: [
        kernel,
        '    because: Because.\n    cites: [C01, judgement]\n',
        '    cites: [C01, judgement]\n',
      ],
      says: ['rules/kernel.yaml:4:5 because is missing'],
    },
    {
      name: 'a reason that is no sentence',
      change: [kernel, 'because: Because.', 'because: Because'],
      says: ['rules/kernel.yaml:11:14 because: must be a sentence that ends with a full stop'],
    },
    {
      name: 'a unit that no size can be converted to',
      change: ['facts.yaml', 'kind: number, whole: yes,', 'kind: number, unit: stones,'],
      says: ['rules/facts.yaml:12:75 unit cannot be "stones" (expected KB, MB, GB, TB, KiB, MiB, GiB, TiB)'],
    },
    {
      name: 'a workload among the files',
      change: ['sources.yaml', 'sources:', 'advise: 1\nsources:'],
      says: [
        'rules/sources.yaml:1:1 a workload or profile does not belong among the files of a rulebook; move it, or begin its name with _',
      ],
    },
    {
      name: 'a list where a map belongs',
      change: [kernel, 'when: { os.family: windows }', 'when: [os.family]'],
      says: ['rules/kernel.yaml:6:11 when must be a map, got a list; write when: { os.family: linux }'],
    },
    {
      name: 'a map where a list belongs',
      change: ['claims.yaml', 'kinds: [vm]', 'kinds: { vm: yes }'],
      says: ['rules/claims.yaml:3:55 kinds must be a list, got a map'],
    },
    {
      name: 'a rule without an effect',
      change: [kernel, '    suits: { vm.single: slight }\n', ''],
      says: [
        'rules/kernel.yaml:16:5 many has no effect (expected rules-out, isolation, favours, suits, must, consider or note)',
      ],
    },
    {
      name: 'elsewhere without by-way-of',
      change: [kernel, 'suits: {', 'elsewhere: { vm: It is. }\n    suits: {'],
      says: ['rules/kernel.yaml:19:5 elsewhere belongs to by-way-of'],
    },
    {
      name: 'an unknown placement in elsewhere',
      change: [kernel, 'by-way-of: vm.single', 'by-way-of: vm.single\n    elsewhere: { vm.singel: It is. }'],
      says: ['rules/kernel.yaml:10:18 no placement is called vm.singel; did you mean vm.single?'],
    },
    {
      name: 'an unknown rule in besides',
      change: [kernel, 'by-way-of: vm.single', 'by-way-of: vm.single\n    besides: { kernell: It is. }'],
      says: ['rules/kernel.yaml:10:16 no rule or concern is called kernell; did you mean kernel?'],
    },
    {
      name: 'besides without favours',
      change: [kernel, 'suits: {', 'besides: { kernel: It is. }\n    suits: {'],
      says: ['rules/kernel.yaml:19:5 besides belongs to favours'],
    },
    {
      name: 'by-way-of without favours',
      change: [kernel, 'suits: {', 'by-way-of: vm\n    suits: {'],
      says: ['rules/kernel.yaml:19:5 by-way-of belongs to favours'],
    },
    {
      name: 'a vote for both kinds',
      change: [kernel, '{ vm: strong }', '{ vm: strong, container: slight }'],
      says: ['rules/kernel.yaml:8:14 favours: must name one kind, vm or container'],
    },
    {
      name: 'a second example that changes nothing',
      change: [kernel, 'quiet: { os.count: 10 }', 'quiet: { os.count: 11 }'],
      says: ['rules/kernel.yaml:22:61 quiet says of os.count what fires says'],
    },
    {
      name: 'a second example that changes another fact',
      change: [kernel, 'quiet: { os.count: 10 }', 'quiet: { os.family: linux }'],
      says: ['rules/kernel.yaml:22:51 quiet changes a fact of fires, and that says nothing of os.family'],
    },
    {
      name: 'two rules of one name',
      change: [kernel, 'id: many', 'id: other-system'],
      says: [
        'rules/kernel.yaml:16:9 a second rule is called other-system; the first is at rules/kernel.yaml:4',
      ],
    },
    {
      name: 'a key that stands twice',
      change: [kernel, '    suits: {', '    suits: { vm: slight }\n    suits: {'],
      says: ['rules/kernel.yaml:20:5 this key stands twice in one map'],
    },
    {
      name: 'two any in one condition',
      change: [
        kernel,
        'when: { os.count: { above: $many } }',
        'when:\n      any: [{ os.count: 1 }]\n      any: [{ os.count: 2 }]',
      ],
      says: [
        'rules/kernel.yaml:20:7 this key stands twice in one map; write all: [{any: ...}, {any: ...}] instead',
      ],
    },
    {
      name: 'a name in capitals',
      change: [kernel, 'id: many', 'id: Many'],
      says: ['rules/kernel.yaml:16:9 id: must be lower-case words joined by - or .'],
    },
  ])('$name', ({ change: [file = '', from = '', to = ''], says }) => {
    expect(complainAfter(file, from, to)).toEqual(says);
  });

  it('broken YAML, with its line', () => {
    const [said = '', ...others] = complainAfter(kernel, 'concern: Kernel', 'concern: "Kernel');
    expect(said).toMatch(/^rules\/kernel\.yaml:\d+:\d+ not valid YAML: /);
    expect(others.filter((each) => !/^rules\/kernel\.yaml:\d+:\d+ /.test(each))).toEqual([]);
  });

  it('an empty file', () => {
    expect(complainAfter('sources.yaml', files['sources.yaml'] ?? '', '# nothing\n')).toEqual([
      'rules/sources.yaml the file is empty',
    ]);
  });

  it('a second document', () => {
    expect(complainAfter(kernel, 'rules:\n', 'rules: []\n---\nrules:\n')).toEqual([
      'rules/kernel.yaml:5:1 a rulebook file holds one document',
    ]);
  });

  it.each(Object.keys(files).filter((name) => name !== kernel))('no %s', (name) => {
    const rest = Object.fromEntries(Object.entries(files).filter(([each]) => each !== name));
    expect(complaintsOf(() => loadRulebook(toFiles(rest), 'rules'))).toEqual([
      `rules the rulebook has no ${name}`,
    ]);
  });

  it('a rule of the same name in another file', () => {
    const other = (files[kernel] ?? '').replace('id: other-system', 'id: one-more');
    expect(complaintsOf(() => loadRulebook(toFiles({ ...files, 'other.yaml': other }), 'rules'))).toEqual([
      'rules/other.yaml:16:9 a second rule is called many; the first is at rules/kernel.yaml:16',
    ]);
  });

  it('a concern that two files claim', () => {
    const again = (files[kernel] ?? '')
      .replace('id: many', 'id: many-more')
      .replace('id: other-system', 'id: one-more');
    const [said] = complaintsOf(() => loadRulebook(toFiles({ ...files, 'kernel.yml': again }), 'rules'));
    expect(said).toContain('kernel');
  });

  it('more values than can be told apart, as a mistake of the file', () => {
    const values = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`v${index}`, 'a value']));
    const tooMany = writeRulebook({ facts: { 'f.many': { kind: 'choice', values } } });
    const [said] = complaintsOf(() => compileRulebook(loadRulebook(tooMany, 'rules')));
    expect(said).toContain('f.many');
  });

  it('everything that is wrong, in all files at once', () => {
    const broken = {
      ...files,
      'actions.yaml': (files['actions.yaml'] ?? '').replace('[B01]', '[B09]'),
      [kernel]: (files[kernel] ?? '').replace('must: patch', 'must: pach').replace('[weak]', '[week]'),
    };
    expect(complaintsOf(() => loadRulebook(toFiles(broken), 'rules'))).toHaveLength(3);
  });
});
