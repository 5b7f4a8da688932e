import type { OverviewBrief } from '../../report/overview-brief.ts';
import type { OverviewTable } from '../../report/overview-tables.ts';
import { wordNumber } from '../../report/totals.ts';
import { type Block, bold, dim, entry, flow } from '../../text/lines.ts';

/** What workloads come to together: a few sentences, and of every table the first rows. */
export function renderOverview(
  { trust, steps }: OverviewBrief,
  tables: readonly OverviewTable[],
  all: boolean,
): Block[][] {
  const brief = [...trust.map((text) => flow(text, 2)), ...steps.map((text) => flow(`- ${text}`, 2))];
  const shown = tables.flatMap((table) => {
    const most = all ? table.rows.length : table.brief;
    return most === 0 ? [] : [renderTable(table, most)];
  });
  return [...(brief.length === 0 ? [] : [brief]), ...shown];
}

function renderTable({ title, lead, numbers, rows }: OverviewTable, most: number): Block[] {
  const left = rows.length - most;
  const wide = numbers.map((head, index) =>
    Math.max(head.length, ...rows.map((row) => wordNumber(row.numbers[index] ?? 0).length)),
  );
  const align = (cells: readonly string[]) =>
    cells.map((cell, index) => cell.padStart(wide[index] ?? 0)).join('  ');
  return [
    entry(bold(title), '', dim(align(numbers)), { label: 2, text: 4 }),
    ...(lead === '' ? [] : [flow(dim(lead), 4)]),
    ...rows
      .slice(0, most)
      .map(({ label, of = '', numbers: own }) =>
        entry('', of === '' ? label : `${label} · ${of}`, align(own.map(wordNumber)), { label: 4, text: 4 }),
      ),
    ...(left > 0 ? [flow(dim(`and ${left} more`), 4)] : []),
  ];
}
