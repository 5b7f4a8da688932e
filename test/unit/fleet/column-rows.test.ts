import { describe, expect, it } from 'vitest';
import type { ColumnPiece, ColumnTable } from '../../../src/duckdb/parquet-rows.ts';
import { assessRows, type RowCounts } from '../../../src/fleet/assess-rows.ts';
import { openColumnRows } from '../../../src/fleet/column-rows.ts';
import { numberStatements } from '../../../src/fleet/fact-codes.ts';
import { judgeFleet } from '../../../src/fleet/judge-fleet.ts';
import { layProfiles } from '../../../src/fleet/profile-layers.ts';
import { recordForm } from '../../../src/fleet/record-forms.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';

// Rows that are read by their columns: what a run has told of them when it ends, wherever it ends.

const ready = loadSmallRulebook();

/** A table whose rows are of the family that is named, and that breaks off behind the last piece. */
function makeTable(pieces: readonly (readonly string[])[], fails: boolean): ColumnTable {
  return {
    columns: ['name', 'os_family'],
    readPieces: async function* ({ tested }): AsyncGenerator<ColumnPiece> {
      await Promise.resolve();
      for (const joined of pieces)
        yield {
          joined,
          single: tested === undefined ? [joined.map((_, row) => `w${row}`)] : [],
          empty: tested === undefined ? [] : joined.map(() => false),
        };
      if (fails) throw new Error('somebody stopped it');
    },
    splitJoined: (text) => [text],
    leaveRows: (columns) => ({ path: 'rows.parquet', columns, version: '' }),
    readLines: async function* (numbers) {
      await Promise.resolve();
      yield numbers.map((number) => `{"row":${number}}`);
    },
    close: () => undefined,
  };
}

/** What became of the rows, in the order in which it was told: what was written, rejected and left out. */
async function assess(table: ColumnTable, leaves: boolean): Promise<{ counts: RowCounts; told: string[] }> {
  const codes = numberStatements(ready.model);
  const profiles = layProfiles(ready, codes, [], new Map());
  const form = recordForm('parted', [], new Set());
  const judge = judgeFleet({
    ready,
    codes,
    extras: new Set(),
    forms: [form],
    grouped: false,
    today: '2027-01-15',
  });
  const wishes = { carry: [], by: undefined, rejects: true, leaves };
  const source = openColumnRows(table, 'rows.parquet', ready.rulebook.facts, profiles, wishes);
  const told: string[] = [];
  let counts: RowCounts = { read: 0, judged: 0, rejected: 0 };
  const rows = {
    takeRow: (own: string) => void told.push(own),
    skipRow: () => void told.push('left out'),
    leaveRows: () => undefined,
  };
  const outlets = {
    write: [{ form, take: () => undefined, rows }],
    reject: ({ line, cells }: { line: number; cells: readonly string[] }) =>
      void told.push(`${line}: ${cells.join()}`),
    goOn: (soFar: RowCounts) => void (counts = soFar),
  };
  await assessRows(source, { judge, profiles }, outlets, counts).catch(() => undefined);
  return { counts, told };
}

describe('rows of columns', () => {
  const pieces = [['linux', 'windows'], ['linux', 'linus', 'linux'], ['windows']];

  it('come in their order, whatever becomes of them', async () => {
    expect(await assess(makeTable(pieces, false), false)).toEqual({
      counts: { read: 6, judged: 5, rejected: 1 },
      told: ['{"name":"w0"', '{"name":"w1"', '{"name":"w0"', '4: {"row":3}', '{"name":"w2"', '{"name":"w0"'],
    });
  });

  it('leave what they are called where it is, and say which of them are of no use', async () => {
    const { told } = await assess(makeTable(pieces, false), true);
    expect(told).toEqual(['', '', '', '4: {"row":3}', 'left out', '', '']);
  });

  it.each([
    { what: 'before a row that is rejected', count: 1, told: 2 },
    { what: 'while one that is rejected waits for its cells', count: 2, told: 2 },
    { what: 'while others wait behind it', count: 3, told: 2 },
  ])('are told of up to one, where a run ends $what', async ({ count, told }) => {
    const { counts, told: list } = await assess(makeTable(pieces.slice(0, count), true), false);
    expect(counts).toEqual({ read: told, judged: told, rejected: 0 });
    expect(list).toHaveLength(told);
  });
});
