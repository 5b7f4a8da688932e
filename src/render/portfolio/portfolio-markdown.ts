import type { Portfolio } from '../../portfolio/portfolio.ts';
import { createNames } from '../../report/names.ts';
import { wordFleetBrief } from '../../report/fleet-brief.ts';
import { signers, signOffColumns } from '../../report/judge.ts';
import { labels } from '../../report/vocabulary.ts';
import { listPortfolioTables, wordFleet, wordNumber } from '../../report/portfolio.ts';
import {
  bulletList,
  code,
  heading,
  paragraph,
  type Piece,
  table,
  writeMarkdown,
} from '../../text/markdown.ts';
import type { Renderer } from '../renderer.ts';

/** With more rows a table is no longer read; JSON and CSV have all of them. */
const mostRows = 50;

/** A fleet as a document. */
export const renderPortfolioMarkdown: Renderer<Portfolio> = (portfolio, { rulebook }) => {
  const names = createNames(rulebook);
  const { result, steps } = wordFleetBrief(portfolio, names);
  return writeMarkdown(
    [
      heading(1, 'Where a fleet belongs: virtual machines or containers'),
      paragraph(`${wordFleet(portfolio)}.`),
      ...result.map((text) => paragraph(text)),
      ...(steps.length === 0 ? [] : [heading(2, 'What to do'), bulletList(steps.map((step) => [step]))]),
      ...listPortfolioTables(portfolio, names).flatMap(({ title, lead, numbers, rows }) => [
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
      heading(2, labels.signOff),
      table(
        signOffColumns,
        signers.map((role): Piece[][] => [[role], [], [], []]),
      ),
      paragraph(`Rulebook ${rulebook.name} ${rulebook.version}, `, code(rulebook.digest), '.'),
    ],
    { tablePipeAlign: false },
  );
};
