import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { createNames } from '../../report/names.ts';
import { listPortfolioTables, type PortfolioTable, wordFleet, wordNumber } from '../../report/portfolio.ts';
import { guardElements } from '../advice/html/guard-elements.ts';
import type { Renderer } from '../renderer.ts';

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
@media (max-width: 40rem) { th, td { padding: 0.3rem; } th:last-child, td:last-child { display: none; } }
@media print { body { margin: 0; max-width: none; } h2, tr { break-inside: avoid; } }
`;

/**
 * A fleet as one page that needs nothing else and may load nothing: its size does not hang on how many workloads
 * there are.
 */
export const renderPortfolioHtml: Renderer<Portfolio> = (portfolio, { rulebook, version }) => {
  const tables = listPortfolioTables(portfolio, createNames(rulebook));
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;
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
            {tables.map((table) => (
              <PortfolioSection key={table.id} table={table} />
            ))}
          </main>
          <footer>
            <p class="lead">
              {`advise ${version}, rulebook ${rulebook.name} ${rulebook.version}, ${rulebook.digest}`}
            </p>
          </footer>
        </body>
      </html>,
    );
    return `<!doctype html>\n${page}\n`;
  } finally {
    end();
  }
};

/** A table with a bar for the last number that adds up, or the first one of several. */
function PortfolioSection({ table: { id, title, lead, numbers, rows } }: { readonly table: PortfolioTable }) {
  const barred = id === 'verdicts' ? numbers.length - 1 : 0;
  const most = Math.max(1, ...rows.map((row) => row.numbers[barred] ?? 0));
  return (
    <section id={id}>
      <h2>{title}</h2>
      {lead !== '' && <p class="lead">{lead}.</p>}
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="lead">
                  {rows.length > mostRows ? `the first ${mostRows} of ${rows.length}` : ''}
                </span>
              </th>
              {numbers.map((number) => (
                <th key={number} scope="col" class="number">
                  {number}
                </th>
              ))}
              <th scope="col" aria-label={numbers[barred] ?? ''} />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map((row, index) => (
              <tr key={index}>
                <th scope="row">
                  {row.label}
                  {row.id !== '' && <p class="id">{row.id}</p>}
                </th>
                {row.numbers.map((number, place) => (
                  <td key={place} class="number">
                    {wordNumber(number)}
                  </td>
                ))}
                <td>
                  <meter min={0} max={most} value={row.numbers[barred] ?? 0} aria-hidden="true" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
