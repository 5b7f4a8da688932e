import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

const ready = buildRulebook({
  rules: {
    votes: { 'strong-vm': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } } },
    removal: { 'no-vms': { when: { 't.b': 'yes' }, 'rules-out': 'vm' } },
    idle: { 'never-fires': { when: { 't.c': 'yes' }, favours: { container: 'slight' } } },
    demand: { 'asks-for-action': { when: { 't.d': 'yes' }, must: 'do-it' } },
  },
  actions: { 'do-it': { level: 'must' } },
});

function waive(rules: string[], options: { until?: string; today?: string } = {}) {
  const until = options.until === undefined ? '' : `, until: ${options.until}`;
  const waivers = rules.map((rule) => `  - { rule: ${rule}, because: accepted${until} }`);
  const text = `facts: { t: { a: yes, b: yes, c: no, d: yes } }\n${waivers.length > 0 ? 'waivers:\n' : ''}${waivers.join('\n')}`;
  return assessText(ready, text, options.today === undefined ? {} : { today: options.today });
}

describe('the last day of a waiver', () => {
  it.each([
    { today: '2027-06-29', counts: true, headline: 'vm' },
    { today: '2027-06-30', counts: true, headline: 'vm' },
    { today: '2027-07-01', counts: false, headline: 'container' },
    { today: '2028-01-01', counts: false, headline: 'container' },
  ])('is 2027-06-30: on $today it counts: $counts', ({ today, counts, headline }) => {
    const advice = waive(['no-vms'], { until: '2027-06-30', today });
    expect(advice.waivers).toMatchObject([{ rule: 'no-vms', until: '2027-06-30', counts, matters: true }]);
    expect(advice.verdict.headline).toBe(headline);
  });

  it('never comes where none is named', () => {
    expect(waive(['no-vms'], { today: '9999-12-31' }).waivers).toMatchObject([{ counts: true }]);
  });
});

describe('a waived rule counts as absent', () => {
  it.each([
    { waived: [], headline: 'container', strength: 'forced', why: 'VMs are ruled out' },
    { waived: ['no-vms'], headline: 'vm', strength: 'clear', why: 'nothing is ruled out any more' },
    { waived: ['strong-vm'], headline: 'container', strength: 'forced', why: 'the exclusion stays' },
    {
      waived: ['no-vms', 'strong-vm'],
      headline: 'either',
      strength: null,
      why: 'neither exclusion nor vote',
    },
  ])('$waived: $headline, $why', ({ waived, headline, strength }) => {
    expect(waive(waived).verdict).toMatchObject({ headline, strength });
  });

  it('appears in no reason, vote, placement or action, only among the waivers', () => {
    const { waivers, ...rest } = waive(['no-vms', 'asks-for-action']);
    expect(waivers.map((waiver) => waiver.rule)).toEqual(['no-vms', 'asks-for-action']);
    expect(JSON.stringify(rest)).not.toMatch(/no-vms|asks-for-action|do-it/);
  });

  it('is counted by itself', () => {
    expect(waive([]).counts).toEqual({ fired: 3, quiet: 1, undecided: 0, waived: 0 });
    expect(waive(['no-vms', 'never-fires']).counts).toEqual({ fired: 2, quiet: 0, undecided: 0, waived: 2 });
  });

  it('says whether it matters', () => {
    const matters = waive(['no-vms', 'never-fires']).waivers.map((waiver) => waiver.matters);
    expect(matters).toEqual([true, false]);
  });

  it('holds for every component', () => {
    const advice = assessText(
      ready,
      'waivers: [{ rule: no-vms, because: x }]\ncomponents:\n  - { name: one, facts: { t: { a: yes, b: yes } } }',
    );
    expect(advice.components[0]?.verdict).toMatchObject({ headline: 'vm', strength: 'clear' });
  });
});
