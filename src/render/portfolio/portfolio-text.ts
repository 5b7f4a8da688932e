import type { Portfolio } from '../../portfolio/portfolio.ts';
import { createNames } from '../../report/names.ts';
import { wordOverviewBrief } from '../../report/overview-brief.ts';
import { listOverviewTables, wordFleet } from '../../report/overview-tables.ts';
import { bold, dim, flow, separate, writeLines } from '../../text/lines.ts';
import { renderOverview } from '../overview/overview-text.ts';
import type { Renderer } from '../renderer.ts';

/** A fleet on one screen: of every table the first rows, with --all all of them. */
export const renderPortfolioText: Renderer<Portfolio> = (portfolio, { rulebook, all, width, style }) => {
  const names = createNames(rulebook);
  const { name, version, digest } = rulebook;
  const { by } = portfolio;
  const tables = listOverviewTables(portfolio, { names, by });
  const more = all ? [] : [[flow(dim('Everything with --all, or in a file: --summary fleet.html'))]];
  const groups = [
    [flow(bold(wordFleet(portfolio)))],
    ...renderOverview(wordOverviewBrief(portfolio, names, false), tables, all),
    ...more,
    [flow(dim(`Rulebook ${name} ${version} (${digest.slice(0, 8)})`))],
  ];
  return writeLines(separate(groups), { width, style });
};
