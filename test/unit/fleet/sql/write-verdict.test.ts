import { describe, expect, it } from 'vitest';
import { sqlLanguages } from '../../../../src/fleet/sql/sql-choices.ts';
import { statements, type SqlWishes } from '../../../../src/fleet/sql/write-sql.ts';
import type { ReadyRulebook } from '../../../../src/rulebook/ready.ts';
import { buildRulebook, type Entry, type TinyRulebook } from '../../../support/build-rulebook.ts';
import { loadRules } from '../../../support/load-rules.ts';

// The rules as SQL, as text. That they decide as the engine does is tried in databases: test/program/estates.

const facts = {
  'r.colour': { kind: 'choice', values: { red: 'red', green: 'green', blue: 'blue', grey: 'grey' } },
  'r.flag': { kind: 'yes-no', presumed: 'no' },
  'r.count': { kind: 'number', whole: 'yes', 'at-least': 1, 'at-most': 100, presumed: 2 },
  'r.weight': { kind: 'number', unit: 'GiB', above: 0 },
} as const;

/** A rulebook that shows every sort of column. */
const shown: TinyRulebook = {
  facts,
  placements: {
    'container.plain': { isolation: 'shared-kernel', needs: { 'r.flag': 'no' } },
    'container.strict': { isolation: 'own-kernel' },
    'vm.single': { isolation: 'own-kernel' },
  },
  actions: {
    patch: { level: 'must', for: 'vm', when: { 'r.colour': ['red', 'blue'] } },
    copy: { level: 'should' },
  },
  rules: {
    size: {
      heavy: { when: { 'r.weight': { above: 4 } }, favours: { vm: 'strong' }, must: 'copy' },
      many: {
        when: { 'r.count': { 'at-least': 10 } },
        favours: { container: 'moderate' },
        'by-way-of': 'container.plain',
      },
    },
    trust: {
      red: { when: { 'r.colour': 'red' }, isolation: 'own-kernel' },
      flagged: { when: { 'r.flag': 'yes', 'r.colour': { not: 'grey' } }, suits: { container: 'strong' } },
    },
  },
};

const wishes: SqlWishes = {
  dialect: 'postgres',
  from: 'workloads',
  decisions: 'advise_decisions',
  key: [],
  columns: [],
  extras: new Set(),
};

const write = (ready: ReadyRulebook, more: Partial<SqlWishes> = {}) =>
  statements.verdict(ready, { ...wishes, ...more });

/** What a rule with this condition becomes. */
function writeWhen(when: Entry): string {
  const text = write(buildRulebook({ facts, rules: { x: { tried: { when, note: 'So.' } } } }));
  const [, condition = 'nothing'] = /^ *(.*) AS r_tried,$/m.exec(text) ?? [];
  return condition.replace(/^COALESCE\((.*), FALSE\)$/, '$1');
}

describe('the rules as SQL', () => {
  it.each(sqlLanguages)('are these in the language of %s', async (dialect) => {
    const columns = ['r_colour', 'r_flag', 'r_count', 'r_weight'];
    await expect(
      write(buildRulebook(shown), { dialect, columns, key: ['host', 'site'], view: 'point_verdict' }),
    ).toMatchFileSnapshot(`../../../snapshots/verdict-${dialect}.sql`);
  });

  it('say at the beginning what they are not', () => {
    expect(write(buildRulebook(shown)).split('\n', 2).join('\n')).toMatch(
      /^-- POINT VERDICT.*\n-- It is not what advise assess says/,
    );
  });

  it('keep the stages apart where PostgreSQL would pull them into one', () => {
    const text = write(loadRules());
    expect(text.match(/ AS MATERIALIZED \(/g)).toHaveLength(8);
    expect(text).not.toMatch(/^(?:WITH )?[a-z]+ AS \(/m);
  });

  it('have no IS TRUE, which not every language has', () => {
    for (const dialect of sqlLanguages)
      expect(write(loadRules(), { dialect })).not.toMatch(/ IS (NOT )?TRUE/);
  });

  it('of the default rulebook fit where statements are short', () => {
    // Athena takes 262,144 bytes.
    for (const dialect of sqlLanguages)
      expect(Buffer.byteLength(write(loadRules(), { dialect }))).toBeLessThan(200_000);
  });
});

describe('a condition as SQL', () => {
  it.each([
    { what: 'one value', when: { 'r.colour': 'red' }, is: "r_colour = 'red'" },
    { what: 'all but one', when: { 'r.colour': { not: 'red' } }, is: "r_colour <> 'red'" },
    { what: 'some of many', when: { 'r.colour': ['red', 'blue'] }, is: "r_colour IN ('red', 'blue')" },
    { what: 'whatever it is', when: { 'r.flag': ['yes', 'no'] }, is: 'TRUE' },
    { what: 'nothing', when: { 'r.flag': { not: ['yes', 'no'] } }, is: 'FALSE' },
    { what: 'a whole number', when: { 'r.count': 5 }, is: 'r_count = 5' },
    { what: 'all but a number', when: { 'r.weight': { not: 4 } }, is: 'r_weight < 4 OR r_weight > 4' },
    { what: 'a number from on', when: { 'r.count': { 'at-least': 5 } }, is: 'r_count >= 5' },
    { what: 'a number above', when: { 'r.weight': { above: 0.5 } }, is: 'r_weight > 0.5' },
    {
      what: 'a number between',
      when: { 'r.weight': { 'at-least': 1, below: 4 } },
      is: 'r_weight >= 1 AND r_weight < 4',
    },
    {
      what: 'any in all',
      when: { 'r.flag': 'yes', any: [{ 'r.colour': 'red' }, { 'r.count': 5 }] },
      is: "r_flag = 'yes' AND (r_colour = 'red' OR r_count = 5)",
    },
    {
      what: 'not any',
      when: { not: { any: [{ 'r.colour': 'red' }, { 'r.flag': 'yes' }] } },
      is: "r_colour <> 'red' AND r_flag = 'no'",
    },
    {
      what: 'a fact at several places, of which one is sure to hold',
      when: { any: [{ 'r.flag': 'yes', 'r.colour': 'red' }, { 'r.flag': 'no' }] },
      is: "r_flag = 'no' OR r_colour = 'red'",
    },
  ])('is written for $what', ({ when, is }) => {
    expect(writeWhen(when)).toBe(is);
  });
});

describe('what is said of a rule', () => {
  it('stays in its comment, and is nothing that dbt would read', () => {
    const because = 'A line\nand another\u2028one; {{ var("x") }} {% if %} \u001b[31mred.';
    const rule = { when: { 't.a': 'yes' }, note: 'So.', because };
    const lines = write(buildRulebook({ rules: { x: { tried: rule } } })).split('\n');
    expect(lines.filter((line) => line.includes('another'))).toEqual([
      '    -- Rule tried. A line and another one; { { var("x") }} { % if %} [31mred.',
    ]);
  });
});

describe('a name that no database could have is refused', () => {
  const long = 'a'.repeat(62);
  const rules = (...ids: string[]): TinyRulebook => ({
    rules: { x: Object.fromEntries(ids.map((id) => [id, { when: { 't.a': 'yes' }, note: 'So.' }])) },
  });

  it.each([
    {
      what: 'a rule with a long one, in PostgreSQL',
      tiny: rules(long),
      says: `rule ${long} would have the column r_${long}, which is longer than 63 bytes`,
    },
    {
      what: 'two rules that differ in a dot',
      tiny: rules('a.b', 'a-b'),
      says: /^rule a[.-]b and rule a[.-]b would both have the column r_a_b$/,
    },
    {
      what: 'a key that is called as a column of the verdict',
      tiny: rules('a'),
      more: { key: ['Headline'] },
      says: 'the verdict and --key would both have the column headline',
    },
    {
      what: 'a key that is said twice',
      tiny: rules('a'),
      more: { key: ['host', '"host"'] },
      says: '--key and --key would both have the column host',
    },
    {
      what: 'a key that is more than a name',
      tiny: rules('a'),
      more: { key: ['host; drop table workloads'] },
      says: /^--key takes a name/,
    },
    {
      what: 'a value with a backslash, which some languages take for the beginning of something',
      tiny: { facts: { 'r.path': { kind: 'choice', values: { 'c:\\x': 'x', y: 'y' } } } },
      says: /^"c:\\\\x" cannot be written/,
    },
  ])('$what', ({ tiny, more, says }) => {
    expect(() => write(buildRulebook(tiny), more)).toThrow(says);
  });

  it('and a long one is taken by a database that takes it', () => {
    expect(write(buildRulebook(rules(long)), { dialect: 'trino' })).toContain(`AS r_${long}`);
  });
});
