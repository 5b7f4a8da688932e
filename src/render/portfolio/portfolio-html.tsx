import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { createNames } from '../../report/names.ts';
import { wordOverviewBrief } from '../../report/overview-brief.ts';
import { listOverviewTables, wordFleet } from '../../report/overview-tables.ts';
import { shareOut } from '../../report/totals.ts';
import { guardElements } from '../advice/html/guard-elements.ts';
import { ShareBar } from '../advice/html/share-bar.tsx';
import { SignOff } from '../advice/html/sign-off.tsx';
import { BriefSection, TableSection } from '../overview/overview-sections.tsx';
import type { Renderer } from '../renderer.ts';
import { tableScript } from './table-script.ts';

/** With more rows a table is no longer read; JSON and CSV have all of them. */
const mostRows = 100;

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin: 2.5rem 0 0; }
.lead, .id { opacity: 0.7; margin: 0; }
.id { font: 0.8rem ui-monospace, monospace; }
footer { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-top: 0.5rem; }
th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); text-align: left; vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
meter { width: 8rem; height: 0.8rem; }
@media (max-width: 40rem) { th, td { padding: 0.3rem; } .bar { display: none; } }
.brief { padding: 0.2rem 1rem 0.6rem; border-left: 0.3rem solid color-mix(in srgb, currentColor 45%, transparent); }
.brief p:first-child { font-size: 1.15rem; }
.shares { margin: 1rem 0; }
.shares svg { display: block; width: 100%; height: 1.4rem; }
.shares rect { fill: var(--kind); }
.shares figcaption { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; margin-top: 0.4rem; }
.shares .share::before { content: ''; display: inline-block; width: 0.8em; height: 0.8em; margin-right: 0.4em; background: var(--kind); }
.is-vm { --kind: #7a3ea1; }
.is-container { --kind: #0a6b78; }
.is-either { --kind: #5b5f66; }
.is-none { --kind: #a8251b; }
.is-split { --kind: #8a5a00; }
@media (prefers-color-scheme: dark) { .is-vm { --kind: #cf9bee; } .is-container { --kind: #6cc7d3; } .is-either { --kind: #b4bac2; } .is-none { --kind: #ff9b91; } .is-split { --kind: #e7b55c; } }
th button { all: unset; cursor: pointer; text-decoration: underline dotted; }
th button:focus-visible, input:focus-visible { outline: 2px solid; outline-offset: 2px; }
[aria-sort='descending'] button::after { content: ' \\2193'; }
[aria-sort='ascending'] button::after { content: ' \\2191'; }
.filter { display: block; margin: 0.6rem 0; }
.filter input { font: inherit; padding: 0.15rem 0.4rem; max-width: 100%; }
.sign-off { margin-top: 3rem; break-inside: avoid; }
.sign-off caption { font-weight: 600; text-align: left; padding: 0.5rem 0; }
.sign-off td { height: 2.4rem; }
.sign-off th:last-child, .sign-off td:last-child { display: table-cell; }
@media print { .filter { display: none; } th button { text-decoration: none; } .sign-off { break-before: avoid; } body { margin: 0; max-width: none; } h2, tr { break-inside: avoid; } }
`;

/**
 * A fleet as one page that needs nothing else and may load nothing: its size does not hang on how many workloads
 * there are.
 */
export const renderPortfolioHtml: Renderer<Portfolio> = (portfolio, { rulebook, version }) => {
  const names = createNames(rulebook);
  const tables = listOverviewTables(portfolio, { names, by: portfolio.by });
  const brief = wordOverviewBrief(portfolio, names, false);
  const allow = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; style-src ${allow(style)}; script-src ${allow(tableScript)}; base-uri 'none'; form-action 'none'`;
  const end = guardElements();
  try {
    const page = renderToString(
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content={policy} />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="no-referrer" />
          <title>{`Fleet: ${wordFleet(portfolio)}`}</title>
          <style dangerouslySetInnerHTML={{ __html: style }} />
        </head>
        <body>
          <main>
            <h1>Where a fleet belongs: virtual machines or containers</h1>
            <p>{wordFleet(portfolio)}.</p>
            <ShareBar shares={shareOut(portfolio.verdicts)} />
            <BriefSection {...brief} />
            {tables.map((table) => (
              <TableSection key={table.id} table={table} most={mostRows} />
            ))}
            <SignOff />
          </main>
          <footer>
            <p class="lead">
              {`advise ${version}, rulebook ${rulebook.name} ${rulebook.version}, ${rulebook.digest}`}
            </p>
          </footer>
          <script dangerouslySetInnerHTML={{ __html: tableScript }} />
        </body>
      </html>,
    );
    return `<!doctype html>\n${page}\n`;
  } finally {
    end();
  }
};
