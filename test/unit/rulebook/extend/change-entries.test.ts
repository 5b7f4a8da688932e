import { describe, expect, it } from 'vitest';
import { writeCondition } from '../../../../src/rulebook/condition.ts';
import { extendSmall, makeReady } from '../../../support/build-extension.ts';
import { complaintsOf } from '../../../support/build-workload.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';

const base = loadSmallRulebook().rulebook;
const withoutKubernetes = `disable: [{ placement: container.kubernetes, because: We have none. }]\n`;

describe('a team changes actions and placements', () => {
  it('key by key, and says so', () => {
    const extended = extendSmall(`change:
  - action: patch-the-guest
    to: { level: must, when: { os.family: windows } }
    because: The auditors ask for it.
  - placement: vm.single
    to: { title: Our VMs }
    without: [needs]
    because: Everybody has them.
`);
    const patching = extended.actions.find(({ id }) => id === 'patch-the-guest');
    expect(patching).toMatchObject({ level: 'must', for: 'vm', title: 'Patch the guest every month' });
    expect(patching?.when && writeCondition(patching.when)).toEqual({ 'os.family': 'windows' });
    expect(patching?.marks).toEqual([
      {
        rulebook: 'acme',
        did: 'changed',
        what: ['level', 'when'],
        because: 'The auditors ask for it.',
        at: { file: 'acme.yaml', line: 7, column: 13 },
      },
    ]);
    const vm = extended.placements.find(({ id }) => id === 'vm.single');
    expect(vm).toMatchObject({ title: 'Our VMs', is: 'VMs looked after one by one.' });
    expect(vm).not.toHaveProperty('needs');
    expect(extended.layers.at(-1)?.differs?.revises).toEqual([
      { sort: 'action', id: 'patch-the-guest', what: ['level', 'when'], because: 'The auditors ask for it.' },
      { sort: 'placement', id: 'vm.single', what: ['needs', 'title'], because: 'Everybody has them.' },
    ]);
  });

  it('and the rest stays as it was', () => {
    const extended = extendSmall(
      'change: [{ action: patch-the-guest, to: { title: Patch it }, because: Shorter. }]\n',
    );
    expect(extended.actions.map(({ id }) => id)).toEqual(base.actions.map(({ id }) => id));
    expect(extended.actions.slice(1)).toEqual(base.actions.slice(1));
    expect([extended.rules, extended.placements]).toEqual([base.rules, base.placements]);
    expect(extended.digest).not.toBe(base.digest);
  });
});

describe('a team disables', () => {
  it('an action', () => {
    const extended = extendSmall('disable: [{ action: patch-the-guest, because: We rebuild it. }]\n');
    expect(extended.actions.map(({ id }) => id)).not.toContain('patch-the-guest');
    expect(extended.layers.at(-1)?.differs?.withdraws).toEqual([
      {
        sort: 'action',
        id: 'patch-the-guest',
        because: 'We rebuild it.',
        at: { file: 'acme.yaml', line: 6, column: 21 },
      },
    ]);
  });

  it('a placement: nothing speaks of it any more, and a rule that spoke of nothing else is disabled', () => {
    const extended = extendSmall(withoutKubernetes);
    expect(extended.placements.map(({ id }) => id)).toEqual(['container.single-host', 'vm.single']);
    expect(extended.placementGroups).toEqual({ containers: ['container.single-host'] });
    expect(JSON.stringify([extended.rules, extended.actions])).not.toContain('container.kubernetes');
    const gone = base.rules.filter(({ id }) => !extended.rules.some((rule) => rule.id === id));
    expect(gone.map(({ id }) => id)).toContain('suits-the-kubernetes');
    expect(extended.disabled?.map(({ id }) => id)).toEqual(gone.map(({ id }) => id));
    expect(extended.layers.at(-1)?.differs?.disables).toEqual(
      gone.map(({ id }) => ({
        rule: id,
        because: 'It speaks only of container.kubernetes, which is disabled here.',
        at: { file: 'acme.yaml', line: 6, column: 24 },
      })),
    );
    expect(makeReady(extended).model.placements).toHaveLength(2);
  });

  it('and a team above it is told who did', () => {
    const acme = extendSmall(withoutKubernetes);
    expect(complaintsOf(() => extendSmall(withoutKubernetes, 'team', acme))).toEqual([
      'team.yaml:6:24 container.kubernetes is disabled by acme already, at acme.yaml:6:24',
    ]);
  });
});

describe('what cannot be is told where it stands', () => {
  it.each([
    {
      name: 'an action that is not there',
      text: 'disable: [{ action: patch-the-gast, because: Why. }]\n',
      says: ['6:21 no action is called patch-the-gast; did you mean patch-the-guest?'],
    },
    {
      name: 'an action of its own',
      text: `disable: [{ action: mine, because: Why. }]
actions: [{ id: mine, title: Do it, level: should, for: vm, because: Why., cites: [judgement] }]\n`,
      says: ['6:21 mine is an action of this rulebook itself; change it where it stands'],
    },
    {
      name: 'the same twice',
      text: `disable: [{ action: patch-the-guest, because: Why. }]
change: [{ action: patch-the-guest, to: { title: x }, because: Why. }]\n`,
      says: ['6:21 patch-the-guest is changed or disabled twice; the first time at acme.yaml:7'],
    },
    {
      name: 'two sorts at once, and none',
      text: `disable:
  - { action: patch-the-guest, rule: owns-its-data, because: Why. }
  - { because: Why. }\n`,
      says: [
        '7:5 a disable names a rule, an action or a placement, and one of them',
        '8:5 a disable names a rule, an action or a placement, and one of them',
      ],
    },
    {
      name: 'keys of another sort',
      text: `change:
  - { action: patch-the-guest, to: { needs: { site.vms: yes } }, because: Why. }
  - { placement: vm.single, without: [for], because: Why. }
  - { placement: vm.single, to: {}, because: Why. }\n`,
      says: [
        '7:38 an action has title, level, for, when, because, cites, contradicted-by, shown-by, and no needs',
        '8:39 of a placement needs, stack can be taken away',
        '9:18 vm.single is changed or disabled twice; the first time at acme.yaml:8',
      ],
    },
    {
      name: 'a name that does not exist in what is changed',
      text: `change:
  - { action: patch-the-guest, to: { for: vm.singel }, because: Why. }\n`,
      says: ['7:43 no placement is called vm.singel; did you mean vm.single?'],
    },
    {
      name: 'an action that a rule demands',
      text: 'disable: [{ action: keep-copies, because: Why. }]\n',
      says: ['6:21 keep-copies is a must of owns-its-data: change that too, without: [must]'],
    },
    {
      name: 'the last placement of a kind',
      text: 'disable: [{ placement: vm.single, because: Why. }]\n',
      says: ['6:24 no placement of the kind vm is left'],
    },
    {
      name: 'a placement that its own actions speak of',
      text: `${withoutKubernetes}actions:
  - { id: mine, title: Do it, level: should, for: [vm, container.kubernetes], because: Why., cites: [judgement] }\n`,
      says: ['8:56 container.kubernetes is disabled in this rulebook itself'],
    },
  ])('$name', ({ text, says }) => {
    const complaints = complaintsOf(() => extendSmall(text));
    expect(complaints).toEqual(says.map((each) => `acme.yaml:${each}`));
  });
});
