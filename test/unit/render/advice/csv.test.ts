import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText } from '../../../../src/text/safe.ts';
import { renderCsv } from '../../../../src/render/advice/csv.ts';
import {
  assessFixtures,
  drivesTerminal,
  hostileNames,
  makeContext,
  nameResult,
} from '../../../support/format-results.ts';
import { loadRules } from '../../../support/load-rules.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';
import { howMany } from '../../../support/how-many.ts';

const small = makeContext(loadSmallRulebook());
type Row = Record<string, string>;
const parseRows = (text: string, options = {}) =>
  parse(text, { columns: true, relax_column_count: false, ...options }) as unknown as Row[];

describe('rows', () => {
  const result = assessFixtures();
  const all = parseRows(renderCsv(result, makeContext(loadRules())));
  const rows = all.filter(({ component }) => component === '');

  test('are one a workload, in order, with the verdict', () => {
    expect(rows.map((row) => [row.workload, row.headline, row.strength, row.status])).toEqual(
      result.results.map(({ workload, verdict }) => [
        workload.name,
        verdict.headline,
        verdict.strength ?? '',
        verdict.status,
      ]),
    );
  });

  test('name the gates that tripped', () => {
    expect(rows.map((row) => (row.tripped === '' ? 0 : row.tripped?.split('; ').length))).toEqual(
      result.results.map(({ gates }) => gates.filter((gate) => !gate.passed).length),
    );
  });

  test('hold the parts of a system in one cell', () => {
    const shop = rows.find((row) => row.workload === 'shop');
    expect(shop?.components).toMatch(/^web: container, clear; .*; tax-calculator: vm, forced$/);
  });

  test('tell of each part behind its system, with the reason, and leave to the system what is said of it alone', () => {
    const parts = all.filter(({ workload, component }) => workload === 'shop' && component !== '');
    expect(parts.map(({ component, headline }) => `${component}: ${headline}`)).toEqual([
      'web: container',
      'order-database: container',
      'tax-calculator: vm',
    ]);
    expect(parts.map(({ gates, tripped }) => `${gates}${tripped}`).join('')).toBe('');
    expect(all.filter(({ because }) => because === '')).toEqual([]);
    expect(rows.find((row) => row.workload === 'shop')?.because).toBe('2 containers, 1 VM');
  });

  test('end with a plain line end, the last one too', () => {
    const text = renderCsv(result, makeContext(loadRules()));
    expect(text).not.toContain('\r');
    expect(text).toMatch(/[^\n]\n$/);
  });
});

/** What the four spreadsheets take for the beginning of a formula. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

describe('hostile names', () => {
  test('come back as they were, made safe to print and never a formula', () => {
    fc.assert(
      fc.property(hostileNames, (names) => {
        const text = renderCsv(nameResult(names), small);
        expect(text).not.toMatch(drivesTerminal);
        const rows = parseRows(text);
        expect(rows).toHaveLength(3); // the system and its two parts
        for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(formula);
        const [workload, file] = [escapeText(names.workload), escapeText(names.file)];
        expect(rows[0]?.workload).toBe(formula.test(workload) ? `'${workload}` : workload);
        expect(rows[0]?.file).toBe(formula.test(file) ? `'${file}` : file);
      }),
      { numRuns: howMany(100) },
    );
  });

  test('break out of no cell where semicolons separate', () => {
    const text = renderCsv(nameResult({ workload: 'a;=1+1', component: 'b; =1+1', file: 'c;@d' }), small);
    const cells = text.split('\n')[1]?.match(/"[^"]*"/g) ?? [];
    expect(cells).toEqual(expect.arrayContaining(['"a;=1+1"', '"c;@d"']));
    expect(text.replace(/"[^"]*"/g, '')).not.toContain(';');
  });
});
