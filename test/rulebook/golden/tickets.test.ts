import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { count, type Row, sets } from '../../../scripts/golden.ts';

// Tickets as people write them and public reports, translated without sight of rules or answers. What
// docs/golden.md says of them is what comes out: figures, and every miss with its cause.

const page = readFileSync('docs/golden.md', 'utf8');
const scales = ['Firm', 'Likely', 'A first guess'] as const;
const judged = Object.fromEntries(
  (['tickets', 'cases'] as const).map((set) => [set, sets[set]?.() ?? []]),
) as Record<'tickets' | 'cases', Row[]>;
const isMiss = ({ kind, form, named }: Row) => !kind || form === false || named === false;

/** The table row of a set or of a workload, by its first cell. */
function findCells(first: string): string[] | undefined {
  const line = page.split('\n').find((each) => each.startsWith(`| ${first} `));
  return line
    ?.split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe.each(['tickets', 'cases'] as const)('%s', (set) => {
  const rows = judged[set];

  it('have an answer for every file, and a file for every answer', () => {
    expect(readdirSync(`fixtures/golden/${set}`).sort()).toEqual(rows.map(({ id }) => `${id}.yaml`).sort());
  });

  it('come out as docs/golden.md says', () => {
    expect(findCells(set)?.slice(1)).toEqual([
      count(rows, ({ kind }) => kind),
      count(rows, ({ form }) => form),
      count(rows, ({ named }) => named),
    ]);
  });

  it.each(rows.filter(isMiss))('$id misses for a reason that docs/golden.md gives', ({ id, outcome }) => {
    const [, comesOut, cause] = findCells(`\`${id}\``) ?? [];
    expect(comesOut).toBe(outcome);
    expect(cause?.length).toBeGreaterThan(30);
  });

  it('are not called a miss where they are none', () => {
    const named = rows.filter(({ id }) => findCells(`\`${id}\``) !== undefined);
    expect(named.filter((row) => !isMiss(row)).map(({ id }) => id)).toEqual([]);
  });
});

describe.each(Object.entries(sets))('how far the scale can be relied on, by %s', (set, judge) => {
  it('is as docs/golden.md says', () => {
    const rows = judge();
    const said = scales.map((scale) =>
      count(
        rows.filter((row) => row.scale === scale),
        ({ kind }) => kind,
      ),
    );
    expect(findCells(`\`${set}\``)?.slice(1)).toEqual(said);
  });
});
