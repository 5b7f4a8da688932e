import { describe, expect, it } from 'vitest';
import { applyRulings } from '../../../src/advice/apply-rulings.ts';
import { writeWorkload } from '../../../src/workload/write-workload.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText, readWorkload } from '../../support/build-workload.ts';

// Whatever a ruling does, a rule that always fires would do; it weighs at most moderately.

const ready = buildRulebook({
  groups: { plain: ['container.plain', 'container.orchestrated'] },
  rules: {
    c: {
      'strong-vm': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } },
      'slight-vm': { when: { 't.b': 'yes' }, favours: { vm: 'slight' } },
    },
  },
});
const said = 'because: We say so, by: The board';

describe('a ruling', () => {
  it.each([
    {
      name: 'outweighs a weaker reason',
      facts: 'b: yes',
      ruling: 'favours: { container: moderate }',
      is: 'container',
    },
    {
      name: 'gives way to a strong one',
      facts: 'a: yes',
      ruling: 'favours: { container: moderate }',
      is: 'vm',
    },
    { name: 'excludes a kind', facts: 'a: yes', ruling: 'rules-out: vm', is: 'container' },
    {
      name: 'counts on its last day',
      facts: 'b: yes',
      ruling: 'rules-out: vm, until: 2026-07-01',
      is: 'container',
    },
    {
      name: 'counts no longer the day after',
      facts: 'b: yes',
      ruling: 'rules-out: vm, until: 2026-06-30',
      is: 'vm',
    },
  ])('$name', ({ facts, ruling, is }) => {
    const text = `facts: { t: { ${facts} } }\nrulings: [{ ${ruling}, ${said} }]`;
    expect(assessText(ready, text).verdict.headline).toBe(is);
    expect(assessText(ready, text, { ignoreRulings: true }).verdict.headline).toBe('vm');
  });

  it('excludes a group of placements', () => {
    const { placements } = assessText(ready, `rulings: [{ rules-out: [plain], ${said} }]`);
    const out = placements.filter(({ survives }) => survives === 'no').map(({ id }) => id);
    expect(out).toEqual(['container.plain', 'container.orchestrated']);
  });

  it('counts in the proof of the status: what nobody said could otherwise change it', () => {
    const open = assessText(ready, 'facts: { t: { b: yes } }');
    const ruled = assessText(ready, `facts: { t: { b: yes } }\nrulings: [{ rules-out: container, ${said} }]`);
    expect(open.flips).toEqual(expect.arrayContaining([expect.objectContaining({ headline: 'either' })]));
    expect(ruled).toMatchObject({ verdict: { headline: 'vm', status: 'firm' }, flips: [], hinges: [] });
  });

  it('is told before stronger reasons, with who ruled so, at its place in the file', () => {
    const { reasons } = assessText(
      ready,
      `facts: { t: { a: yes } }\nrulings: [{ favours: { vm: slight }, ${said} }]`,
    );
    expect(reasons.for).toMatchObject([
      {
        rule: 'rulings.1',
        concern: 'rulings',
        strength: 'slight',
        because: 'We say so (ruled by The board).',
        at: { file: 'app.yaml', line: 3 },
      },
      { rule: 'strong-vm' },
    ]);
  });

  it('holds for all parts of a system', () => {
    const { components } = assessText(
      ready,
      `components: [{ name: x }, { name: y }]\nrulings: [{ rules-out: vm, ${said} }]`,
    );
    expect(components.map(({ verdict }) => verdict.headline)).toEqual(['container', 'container']);
  });

  it('leaves the rulebook of the others alone', () => {
    const { rulings } = readWorkload(ready, `rulings: [{ rules-out: vm, ${said} }]`);
    const before = structuredClone(ready);
    expect(applyRulings(ready, rulings, '2026-01-01').rulebook.rules).toHaveLength(3);
    expect(ready).toEqual(before);
    expect(applyRulings(ready, [], '2026-01-01')).toBe(ready);
  });

  it('is written as it was read', () => {
    const workload = readWorkload(
      ready,
      `rulings: [{ rules-out: [plain], until: 2027-01-01, ${said} }, { favours: { vm: slight }, ${said} }]`,
    );
    const again = readWorkload(ready, writeWorkload(ready.rulebook, workload).replace(/^advise: 1\n/, ''));
    const plain = ({ rulings = [] }: typeof workload) => rulings.map((ruling) => ({ ...ruling, at: null }));
    expect(plain(again)).toEqual(plain(workload));
  });
});
