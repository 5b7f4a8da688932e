import type { Portfolio } from '../../portfolio/portfolio.ts';
import { signers, signOffColumns } from '../../report/judge.ts';
import { createNames } from '../../report/names.ts';
import { wordOverviewBrief } from '../../report/overview-brief.ts';
import { listOverviewTables, wordFleet } from '../../report/overview-tables.ts';
import { labels } from '../../report/vocabulary.ts';
import { code, heading, paragraph, type Piece, table, writeMarkdown } from '../../text/markdown.ts';
import { writeOverview } from '../overview/overview-markdown.ts';
import type { Renderer } from '../renderer.ts';

/** With more rows a table is no longer read; JSON and CSV have all of them. */
const mostRows = 50;

/** A fleet as a document. */
export const renderPortfolioMarkdown: Renderer<Portfolio> = (portfolio, { rulebook }) => {
  const names = createNames(rulebook);
  const { by } = portfolio;
  const tables = listOverviewTables(portfolio, { names, by });
  return writeMarkdown(
    [
      heading(1, 'Where a fleet belongs: virtual machines or containers'),
      paragraph(`${wordFleet(portfolio)}.`),
      ...writeOverview(wordOverviewBrief(portfolio, names, false), tables, 2, mostRows),
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
