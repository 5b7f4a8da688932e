import type { Portfolio } from '../../portfolio/portfolio.ts';
import { createNames } from '../../report/names.ts';
import { listPortfolioTables, wordFleet, wordNumber } from '../../report/portfolio.ts';
import { code, heading, paragraph, table, writeMarkdown } from '../../text/markdown.ts';
import type { Renderer } from '../renderer.ts';

/** With more rows a table is no longer read; JSON and CSV have all of them. */
const mostRows = 50;

/** A fleet as a document. */
export const renderPortfolioMarkdown: Renderer<Portfolio> = (portfolio, { rulebook }) =>
  writeMarkdown(
    [
      heading(1, 'Where a fleet belongs: virtual machines or containers'),
      paragraph(`${wordFleet(portfolio)}.`),
      ...listPortfolioTables(portfolio, createNames(rulebook)).flatMap(({ title, lead, numbers, rows }) => [
        heading(2, title),
        ...(lead === '' ? [] : [paragraph(`${lead}.`)]),
        table(
          ['', ...numbers, ''],
          rows
            .slice(0, mostRows)
            .map((row) => [
              [row.label],
              ...row.numbers.map((number) => [wordNumber(number)]),
              row.id === '' ? [] : [code(row.id)],
            ]),
        ),
        ...(rows.length > mostRows ? [paragraph(`And ${rows.length - mostRows} more.`)] : []),
      ]),
      paragraph(`Rulebook ${rulebook.name} ${rulebook.version}, `, code(rulebook.digest), '.'),
    ],
    { tablePipeAlign: false },
  );
