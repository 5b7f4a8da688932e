import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/decide/decide.ts';
import { judgeCondition, type Truth, truth } from '../../../src/decide/judge-condition.ts';
import type { Model, ModelCondition } from '../../../src/decide/model.ts';
import { assessFacts, setFacts } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';
import { positionOf } from '../../support/build-rulebook.ts';
import { type Random, seedRandom } from '../../support/random-values.ts';
import { listChoices } from '../../support/random-workload.ts';
import { drawState, printState, sayNothing, sayOne, withFact } from './find-difference.ts';

// No verdict rests on silence: what one fact may decide by itself, and which presumptions the rules
// that exclude or vote strongly can lean on.

const ready = loadRules();
const { model, rulebook } = ready;

/** What a single stated fact decides by itself, and why it may. Everything else is weaker. */
const decidesAlone: Readonly<Record<string, readonly [verdict: string, because: string]>> = {
  'os.family macos': ['vm forced', 'no container host shares its kernel'],
  'os.family bsd': ['vm forced', 'no container host shares its kernel'],
  'os.family other': ['vm forced', 'no container host shares its kernel'],
  'hardware.accelerator virtual-gpu-desktop': ['vm clear', 'made and licensed for VMs only'],
  'hardware.cpu-fits-hosts no': ['none', 'nothing runs until such hosts are found'],
  'package.form vm-appliance': ['vm forced', 'there is nothing to put into a container'],
  'package.vendor-support containers-only': ['container clear', 'there is no other form to be had'],
  'package.licence machine-bound': ['vm clear', 'a lasting machine identity is what VMs have'],
  'life.stop never': ['vm clear', 'moving while running is routine for VMs alone'],
  'life.instance seconds': [
    'container clear',
    'a boot takes longer than the work; a microVM is a container here',
  ],
  'life.moves live-move': ['vm clear', 'moving while running is routine for VMs alone'],
  'site.mandate vms': ['vm clear', 'it is an order, and a VM can always follow it'],
};

/** Facts about platform, hosts, people and support terms, and others that have no quiet value. */
const withoutPresumption = [
  'os.windows-hosts',
  'hardware.memory',
  'package.form',
  'package.support-required',
  'state.kind',
  'state.operator',
  'life.instance',
  'life.releases',
  'life.image-pipeline',
  'scale.services',
  'site.hosting',
  'site.containers',
  'site.vms',
  'site.own-hosts',
  'site.nodes-fixed',
  'site.kubernetes-skill',
  'site.ops-people',
  'site.hosts',
];

const fitting = [
  'os.family',
  'os.release',
  'os.init',
  'os.kernel-module',
  'os.own-kernel',
  'os.kernel-tuning',
  'os.realtime',
  'os.host-access',
  'os.network',
  'os.runs-vms',
  'os.runs-containers',
  'os.windows-parts',
  'hardware.accelerator',
  'hardware.device',
  'package.licence',
  'life.stop',
  'life.moves',
];

/** The presumptions that rules which exclude or vote strongly, and needs that fail, can lean on. */
const leanings: Readonly<Record<string, readonly string[]>> = {
  // About the program: that it is no node agent, whose module would be meant for the host.
  'own-kernel-module-on-shared-hosts': ['os.host-access'],
  'kernel-wishes-and-fixed-nodes': ['os.host-access'],
  'never-stopped': ['os.host-access'],
  // About the program: nothing of it is tied to a machine, which is what "fits" means. And no order.
  // Nor does the platform itself need it to start, which whoever runs such a service knows.
  'fits-the-kubernetes': [...fitting, 'site.needed-by-platform', 'site.mandate'],
  'fits-the-container-service': [...fitting, 'site.mandate'],
  // About the program: how many there are, and that it is no node agent.
  'hypervisor-shop': ['os.host-access', 'package.vendor-support', 'scale.instances'],
  // That its maker singles out no platform: one who does says so in terms that are met.
  'licence-bound-to-the-machine': ['package.vendor-support'],
  // That it could stay where it runs today: leaving is decided by somebody, and then known.
  'machine-gone-within-the-year': ['life.leaving'],
  'container-retired-within-the-year': ['life.leaving'],
  'hand-built-machine-with-few-years-left': ['life.leaving'],
};

/** Presumed although they touch on platform, hosts or support: see that nothing heavy leans on them. */
const presumedNearby = [
  'hardware.cpu-fits-hosts',
  'package.licensed-hosts',
  'state.volumes',
  'site.hardware-virt',
  'site.mesh',
  'site.air-gapped',
];

describe('a single fact', () => {
  const alone = rulebook.facts.flatMap((fact, index) => {
    const compiled = model.facts[index];
    return (compiled === undefined ? [] : listChoices(fact, compiled)).map((value) => {
      const { headline, strength } = printState(model, sayOne(model, fact.id, value));
      return { name: `${fact.id} ${value}`, headline, verdict: `${headline} ${strength}`.trim() };
    });
  });
  const decided = alone.filter(({ verdict }) => /clear|forced|none/.test(verdict));

  it('is said in every way', () => {
    expect(alone.length).toBeGreaterThan(170);
  });

  it('decides by itself only where it may', () => {
    const expected = Object.entries(decidesAlone).map(([name, [verdict]]) => `${name}: ${verdict}`);
    expect(decided.map(({ name, verdict }) => `${name}: ${verdict}`)).toEqual(expected);
  });

  it('leaves most verdicts at either', () => {
    const either = alone.filter(({ headline }) => headline === 'either').length;
    expect(either / alone.length, `${either} of ${alone.length}`).toBeGreaterThan(0.7);
  });

  it.each(['os.realtime=yes', 'site.vms=vsphere', 'site.own-hosts=no', 'site.ops-people=nobody'])(
    '%s by itself decides nothing',
    (setting) => {
      expect(assessFacts(ready, setFacts(ready, setting)).verdict.headline).toBe('either');
    },
  );
});

describe('a workload that says nothing', () => {
  const { verdict, reasons, actions } = assessFacts(ready, []);

  it('is either, without a form', () => {
    expect(verdict).toMatchObject({ headline: 'either', strength: null, placement: null, forms: [] });
    expect(verdict.tell).not.toEqual([]);
  });

  it('has no reasons and nothing to do', () => {
    expect([...reasons.for, ...reasons.against, ...reasons.rulingOut]).toEqual([]);
    expect(actions).toEqual([]);
  });

  it('is not printed as advice when it says unknown everywhere either', () => {
    const facts = rulebook.facts.map(({ id }) => ({ fact: id, values: null, origin: 'stated' as const }));
    expect(assessFacts(ready, facts).verdict).toMatchObject({ headline: 'either', forms: [] });
  });
});

describe('presumptions', () => {
  it('are not made about platform, hosts, people and support terms', () => {
    const without = model.facts.filter(({ presumed }) => presumed === null).map(({ id }) => id);
    expect(without).toEqual(withoutPresumption);
  });

  it('fire no rule by themselves, but the two that name the plainest form of a few instances', () => {
    const { judgement } = decide(model, sayNothing(model));
    const fired = model.rules.filter((_, index) => judgement.rules[index] === truth.true);
    expect(fired.map(({ id }) => id).sort()).toEqual(['few-containers-need-no-scheduler', 'one-or-two-vms']);
    expect(fired.filter(({ favours, removes }) => favours !== null || removes !== 0)).toEqual([]);
  });
});

/** Whether a condition is judged so by virtue of a presumption in some workload that says all else. */
function canLean(
  within: Model,
  condition: ModelCondition,
  fact: number,
  judged: Truth,
  random: Random,
): boolean {
  const { presumed, all } = within.facts[fact] ?? { presumed: null, all: 0 };
  if (presumed === null) return false;
  return Array.from({ length: 400 }).some(() => {
    const wanted = judged === truth.true ? condition : undefined;
    const drawn = drawState(model, wanted, random);
    const state = withFact(judged === truth.true ? drawn : scatter(condition, random), fact, presumed);
    return (
      judgeCondition(condition, state) === judged &&
      judgeCondition(condition, withFact(state, fact, all)) !== judged
    );
  });
}

/** A state in which everything that a condition reads is drawn evenly. */
function scatter(condition: ModelCondition, random: Random): number[] {
  return model.facts.map((fact, index) => {
    const size = Math.max(fact.choices.length, fact.cuts.length + 1);
    return condition.reads.includes(index) ? 1 << random.below(size) : (fact.presumed ?? fact.all);
  });
}

describe('what excludes or votes strongly', () => {
  const random = seedRandom(77);
  const heavy = [
    ...model.rules
      .filter((rule) => rule.removes !== 0 || (rule.favours !== null && rule.tier === 3))
      .map(({ id, when }) => ({ id, condition: when, judged: truth.true })),
    ...model.placements.flatMap(({ id, needs }) =>
      needs === null ? [] : [{ id: `needs of ${id}`, condition: needs, judged: truth.false }],
    ),
  ];
  const found = heavy.map(({ id, condition, judged }): [string, string[]] => [
    id,
    condition.reads
      .filter((fact) => canLean(model, condition, fact, judged, random))
      .map((fact) => model.facts[fact]?.id ?? ''),
  ]);

  it('leans on these presumptions, and on no other', () => {
    expect(heavy.length).toBeGreaterThan(40);
    expect(Object.fromEntries(found.filter(([, facts]) => facts.length > 0))).toEqual(leanings);
  });

  it('leans on none about platform, hosts, people or support terms', () => {
    const leaned = found.flatMap(([, facts]) => facts);
    expect(leaned.filter((id) => [...withoutPresumption, ...presumedNearby].includes(id))).toEqual([]);
    const presumed = model.facts.filter((fact) => fact.presumed !== null).map(({ id }) => id);
    expect(presumed).toEqual(expect.arrayContaining(presumedNearby));
    // Two presumptions about the site: an order is stated, and so is what a platform starts from.
    expect(new Set(leaned.filter((id) => id.startsWith('site.')))).toEqual(
      new Set(['site.mandate', 'site.needed-by-platform']),
    );
  });

  it('would be seen to lean if shared hosts were presumed', () => {
    const own = positionOf(model.facts, 'site.own-hosts');
    const shared = model.facts.map((fact, index) => (index === own ? { ...fact, presumed: 2 } : fact));
    const leaning = model.rules.filter(
      ({ removes, when }) =>
        removes !== 0 &&
        when.reads.includes(own) &&
        canLean({ ...model, facts: shared }, when, own, truth.true, random),
    );
    expect(model.facts[own]?.choices[1]).toBe('no');
    expect(leaning.map(({ id }) => id)).toEqual([
      'disturbs-shared-hosts',
      'own-kernel-module-on-shared-hosts',
      'own-kernel-version-on-shared-hosts',
      'realtime-on-shared-hosts',
    ]);
  });
});
