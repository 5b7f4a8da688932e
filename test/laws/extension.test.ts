import { describe, expect, it } from 'vitest';
import type { Advice } from '../../src/advice/result.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { assess } from '../../src/assess.ts';
import { checkExamples } from '../../src/rulebook/load/check-examples.ts';
import { extendRulebook } from '../../src/rulebook/extend/extend-rulebook.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import type { Workload } from '../../src/workload/workload.ts';
import { makeReady, toFile, writeHead } from '../support/build-extension.ts';
import { loadRules } from '../support/load-rules.ts';
import { type Random, seedRandom } from '../support/random-values.ts';
import { makeStatements } from '../support/random-workload.ts';
import { howMany } from '../support/how-many.ts';

// What must hold of any rulebook that extends another, tried on the default one.

const base = loadRules();
const position = { file: 'app.yaml', line: 1, column: 1 };

function extend(texts: Readonly<Record<string, string>>, on: Rulebook = base.rulebook): ReadyRulebook {
  const files = Object.entries(texts).map(([name, text]) => toFile(name, text));
  return makeReady(extendRulebook(on, files));
}

/** Advice on a random workload, that sets aside some rules. */
function adviseOn(ready: ReadyRulebook, facts: Workload['facts'], waived: readonly string[] = []): Advice {
  const waivers = waived.map((rule) => ({ rule, because: 'Because.', at: position }));
  const workload = { name: 'app', file: 'app.yaml', facts, waivers, components: [] };
  return assess(workload, ready, { today: '2026-11-25' });
}

function makeFacts(random: Random): Workload['facts'] {
  return [...makeStatements(base, random).values()];
}

/** What a reader acts on; the ways in which numbers are cut, and what is waived, are left out. */
function pickAdvice({ verdict, reasons, votes, placements, actions, conflicts, notes }: Advice): unknown {
  return { verdict, reasons, votes, placements, actions, conflicts, notes };
}

describe('an extension that changes nothing', () => {
  const idle = extend({ 'idle.yaml': writeHead('idle') });

  it('compiles to the same', () => {
    expect(idle.model).toEqual(base.model);
  });

  it(`gives the same advice on ${howMany(200)} workloads`, () => {
    const random = seedRandom(31);
    for (let round = 0; round < howMany(200); round++) {
      const facts = makeFacts(random);
      expect(adviseOn(idle, facts)).toEqual(adviseOn(base, facts));
    }
  });

  it('is named all the same, behind the default one, whose digest stays', () => {
    expect(idle.rulebook.layers.map(({ name }) => name)).toEqual(['default', 'idle']);
    expect(idle.rulebook.layers[0]).toEqual(base.rulebook.layers[0]);
    expect(idle.rulebook.digest).not.toBe(base.rulebook.digest);
  });
});

describe('disabling a rule', () => {
  it(`is waiving it everywhere: ${15 * howMany(20)} workloads, each with some rules of its own`, () => {
    const random = seedRandom(32);
    const headlines = new Set<string>();
    let differ = 0;
    for (let round = 0; round < howMany(20); round++) {
      const disabled = random.shuffle(base.rulebook.rules.map(({ id }) => id)).slice(0, 24);
      const lines = disabled.map((rule) => `  - { rule: ${rule}, because: We differ. }\n`).join('');
      const without = extend({ 'team.yaml': `${writeHead('team')}disable:\n${lines}` });
      for (let each = 0; each < 15; each++) {
        const facts = makeFacts(random);
        const advice = adviseOn(without, facts);
        headlines.add(advice.verdict.headline);
        if (advice.verdict.headline !== adviseOn(base, facts).verdict.headline) differ++;
        expect(pickAdvice(advice)).toEqual(pickAdvice(adviseOn(base, facts, disabled)));
      }
    }
    expect([...headlines].sort()).toEqual(['container', 'either', 'none', 'vm']);
    expect(differ).toBeGreaterThanOrEqual(howMany(10));
  });
});

const set = `set: [{ param: few-instances, to: 12, because: A dozen is few here. }]\n`;
const change = `change: [{ rule: hypervisor-shop, to: { favours: { vm: moderate } }, because: We are moving. }]\n`;
const disable = `disable: [{ rule: only-vms-at-hand, because: We bring engines. }]\n`;
const presume = `presume: [{ fact: life.stop, to: any-time, because: Two of everything., exception: It may not, exception-is: rare }]\n`;
const parts = [set, change, disable, presume];

/** The content without the lines and files at which it stands. */
function strip(rulebook: Rulebook): unknown {
  return JSON.parse(
    JSON.stringify(rulebook, (key, value: unknown) => (key === 'at' ? undefined : value)),
  ) as unknown;
}

describe('how an extension is spread over files', () => {
  const whole = extend({ 'team.yaml': writeHead('team') + parts.join('') });

  it.each([41, 42, 43])('does not matter, nor their order: shuffle %i', (seed) => {
    const random = seedRandom(seed);
    const texts = random.shuffle(parts).map((text, index) => [`team/part-${index}.yaml`, text]);
    const files = random.shuffle([...texts, ['team/rulebook.yaml', writeHead('team')]]);
    const spread = extend(Object.fromEntries(files) as Record<string, string>);
    expect(spread.rulebook.digest).toBe(whole.rulebook.digest);
    expect(strip(spread.rulebook)).toEqual(strip(whole.rulebook));
    expect(spread.model).toEqual(whole.model);
  });

  it('the order in which the files are given does not even move a line', () => {
    const files = [toFile('team/rulebook.yaml', writeHead('team'))].concat(
      parts.map((text, index) => toFile(`team/part-${index}.yaml`, text)),
    );
    expect(extendRulebook(base.rulebook, [...files].reverse())).toEqual(extendRulebook(base.rulebook, files));
  });
});

describe('the digest of an extension', () => {
  const digestOf = (text: string) => extend({ 'team.yaml': writeHead('team') + text }).rulebook.digest;
  const whole = parts.join('');
  const usual = digestOf(whole);

  it.each([
    ['a threshold', 'to: 12', 'to: 11'],
    ['the reason for a threshold', 'A dozen is few here.', 'We say so.'],
    ['a change', 'vm: moderate', 'vm: slight'],
    ['the reason for a change', 'We are moving.', 'We say so.'],
    ['a disabled rule', 'rule: only-vms-at-hand', 'rule: vms-prescribed'],
    ['the reason for disabling', 'We bring engines.', 'We say so.'],
    ['a presumption', 'to: any-time', 'to: never'],
    ['the reason for a presumption', 'Two of everything.', 'We say so.'],
    ['the version', 'version: 1.0.0', 'version: 1.0.1'],
  ])('changes with %s', (_name, from, to) => {
    const text = writeHead('team') + whole;
    if (!text.includes(from)) throw new Error(`nothing says ${from}`);
    const changed = extend({ 'team.yaml': text.replace(from, to) }).rulebook.digest;
    expect(changed).not.toBe(usual);
  });

  it('does not change with blanks, comments and quotes', () => {
    expect(digestOf(`# ours\n\n${whole.replace('to: 12', 'to:   12')}`)).toBe(usual);
  });

  it('changes when what it builds on does', () => {
    const first = extend({ 'house.yaml': writeHead('house') + set });
    const other = extend({ 'house.yaml': writeHead('house') + set.replace('12', '13') });
    const team = { 'team.yaml': writeHead('team') + change };
    expect(extend(team, first.rulebook).rulebook.digest).not.toBe(
      extend(team, other.rulebook).rulebook.digest,
    );
  });
});

describe('one extension over another', () => {
  it('has the last word: what both set is as if only the later had', () => {
    const first = extend({ 'house.yaml': writeHead('house') + set + presume });
    const both = extend({ 'team.yaml': writeHead('team') + set.replace('12', '7') }, first.rulebook);
    const later = extend({ 'team.yaml': writeHead('team') + set.replace('12', '7') + presume });
    expect(both.model).toEqual(later.model);
    expect(both.model).not.toEqual(first.model);
  });

  it('is in any order where they touch different things', () => {
    const first = parts.map((part) => extend({ 'a.yaml': writeHead('a') + part }).rulebook);
    const both = first.map((rulebook) =>
      parts.map((part) => () => extend({ 'b.yaml': writeHead('b') + part }, rulebook).model),
    );
    for (const [one, over] of both.entries())
      for (const [other, model] of over.entries())
        if (one < other) expect(model()).toEqual(both[other]?.[one]?.());
  });
});

describe('setting a threshold', () => {
  const numbers = base.rulebook.params.filter(({ value }) => typeof value === 'number');

  it.each(numbers.flatMap(({ id, value }) => [0.5, 2, 10].map((by) => ({ id, value: Number(value) * by }))))(
    '$id to $value leaves every example as true as it was',
    ({ id, value }) => {
      const to = Number.isInteger(value) ? value : Math.ceil(value);
      const ready = extend({
        'team.yaml': `${writeHead('team')}set: [{ param: ${id}, to: ${to}, because: Because. }]\n`,
      });
      expect(ready.rulebook.rules.filter(({ marks }) => marks !== undefined)).not.toEqual([]);
      expect(ready.rulebook.rules.flatMap((_, index) => checkExamples(ready, index))).toEqual([]);
    },
  );
});
