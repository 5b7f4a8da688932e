import type { Portfolio } from '../../portfolio/portfolio.ts';
import { createNames } from '../../report/names.ts';
import { wordFleetBrief } from '../../report/fleet-brief.ts';
import { listPortfolioTables, type PortfolioTable, wordFleet, wordNumber } from '../../report/portfolio.ts';
import { type Block, bold, dim, entry, flow, separate, writeLines } from '../../text/lines.ts';
import type { Renderer } from '../renderer.ts';

/** A fleet on one screen: of every table the first rows, with --all all of them. */
export const renderPortfolioText: Renderer<Portfolio> = (portfolio, { rulebook, all, width, style }) => {
  const names = createNames(rulebook);
  const tables = listPortfolioTables(portfolio, names);
  const { result, steps } = wordFleetBrief(portfolio, names);
  const brief = [...result.map((text) => flow(text, 2)), ...steps.map((text) => flow(`- ${text}`, 2))];
  const shown = tables.flatMap((table) => {
    const most = all ? table.rows.length : table.brief;
    return most === 0 ? [] : [renderTable(table, most)];
  });
  const { name, version, digest } = rulebook;
  const more = all ? [] : [[flow(dim('Everything with --all, or in a file: --summary fleet.html'))]];
  const groups = [[flow(bold(wordFleet(portfolio)))], brief, ...shown, ...more];
  const end = [flow(dim(`Rulebook ${name} ${version} (${digest.slice(0, 8)})`))];
  return writeLines(separate([...groups, end]), { width, style });
};

function renderTable({ title, lead, numbers, rows }: PortfolioTable, most: number): Block[] {
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
      .map((row) => entry('', row.label, align(row.numbers.map(wordNumber)), { label: 4, text: 4 })),
    ...(left > 0 ? [flow(dim(`and ${left} more`), 4)] : []),
  ];
}
