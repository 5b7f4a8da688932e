import type { Portfolio } from '../../portfolio/portfolio.ts';
import { createNames } from '../../report/names.ts';
import { listOverviewTables } from '../../report/overview-tables.ts';
import { writeCells } from '../../text/csv-cells.ts';
import type { Renderer } from '../renderer.ts';

/** All tables of a fleet in one, a number a row: spreadsheets and databases turn that round as they like. */
export const renderPortfolioCsv: Renderer<Portfolio> = (portfolio, { rulebook }) =>
  [
    ['table', 'id', 'label', 'number', 'value'],
    ...listOverviewTables(portfolio, {
      names: createNames(rulebook),
      by: portfolio.by,
      whole: true,
    }).flatMap(({ id: table, numbers, rows }) =>
      rows.flatMap(({ id, label, numbers: own }) =>
        own.map((value, index) => [table, id, label, numbers[index] ?? '', String(value)]),
      ),
    ),
    ...(portfolio.notProven === 0
      ? []
      : [['fleet', 'not-proven', 'The status is not proven', 'workloads', String(portfolio.notProven)]]),
  ]
    .map((cells) => `${writeCells(cells)}\n`)
    .join('');
