import type { RootContent } from 'mdast';
import type { OverviewBrief } from '../../report/overview-brief.ts';
import type { OverviewTable } from '../../report/overview-tables.ts';
import { wordNumber } from '../../report/totals.ts';
import { bulletList, code, heading, paragraph, table } from '../../text/markdown.ts';

/**
 * What workloads come to together.
 * @param depth that of its headings
 * @param most with more rows a table is no longer read; JSON has all of them
 */
export function writeOverview(
  { trust, steps }: OverviewBrief,
  tables: readonly OverviewTable[],
  depth: 1 | 2 | 3,
  most: number,
): RootContent[] {
  return [
    ...trust.map((text) => paragraph(text)),
    ...(steps.length === 0 ? [] : [heading(depth, 'What to do'), bulletList(steps.map((step) => [step]))]),
    ...tables.flatMap(({ title, lead, numbers, rows }) => [
      heading(depth, title),
      ...(lead === '' ? [] : [paragraph(`${lead}.`)]),
      table(
        ['', ...numbers, ''],
        rows
          .slice(0, most)
          .map(({ label, of = '', id, numbers: own }) => [
            [of === '' ? label : `${label} · ${of}`],
            ...own.map((number) => [wordNumber(number)]),
            id === '' ? [] : [code(id)],
          ]),
      ),
      ...(rows.length > most ? [paragraph(`And ${rows.length - most} more.`)] : []),
    ]),
  ];
}
