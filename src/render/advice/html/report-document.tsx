import type { Advice, Result } from '../../../advice/result.ts';
import { wordReportTitle } from '../../../report/front.ts';
import { listJudge } from '../../../report/judge.ts';
import type { NameIndex } from '../../../report/names.ts';
import { listReportParts, type OverviewRow, viewOverview, viewParts } from '../../../report/part.ts';
import { viewUnread } from '../../../report/remarks.ts';
import { BriefReasons } from './brief-reasons.tsx';
import { FrontOfSeveral } from './front-of-several.tsx';
import type { PlacesEntry } from './places-table.tsx';
import { WorkloadReport } from './workload-report.tsx';

/** The whole page around the reports on workloads. */
export function ReportDocument(props: {
  readonly result: Result;
  readonly names: NameIndex;
  /** What the browser may load; nothing but the page's own script and style. */
  readonly policy: string;
  readonly style: string;
  readonly script: string;
  /** What the script works with: JSON, packed. */
  readonly data: string;
}) {
  const { result, policy, style, script, data } = props;
  const { results, unread } = result;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{wordReportTitle(results)}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <p class="quiet">Decision report: virtual machine or container</p>
          {viewUnread(unread).map(({ lead, file, because }) => (
            <p key={file} class="warning">
              {lead}: {file} {because}
            </p>
          ))}
        </header>
        <main>{results.length === 1 ? <One {...props} /> : <Several {...props} />}</main>
        <Footer result={result} />
        <script id="report-data" type="text/plain" dangerouslySetInnerHTML={{ __html: data }} />
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

interface Told {
  readonly result: Result;
  readonly names: NameIndex;
}

function One({ result, names }: Told) {
  return result.results.map((advice) => (
    <article key={advice.workload.file} id={anchorWorkload(0)} data-live="">
      <WorkloadReport view={{ advice, names, index: 0, alone: true }} />
    </article>
  ));
}

/** With more workloads than this, the file holds each in short only, and the page works out the rest when it is opened. */
const mostWhole = 40;

/** A workload of an estate: the reasons that weigh most, until a live page takes its place. */
function InShort({ advice, names }: { readonly advice: Advice; readonly names: NameIndex }) {
  return (
    <article data-live="short">
      {listReportParts(advice, names, false).map((about) => (
        <section key={about.name}>
          <h3>{about.name}</h3>
          <BriefReasons about={about} heading="h4" />
        </section>
      ))}
      <p class="quiet">
        Everything about it is told where scripts are switched on, and in a report on fewer workloads.
      </p>
    </article>
  );
}

/** Page one on all of them, then each, folded. */
function Several({ result, names }: Told) {
  const { results } = result;
  const rows = viewOverview(results, names);
  const inShort = results.length > mostWhole;
  return (
    <>
      <FrontOfSeveral result={result} names={names} entries={listEntries(result, rows, names)} />
      <h2>Appendix: how each was decided</h2>
      {results.map((advice, index) => {
        const row = rows[index];
        return (
          <details key={index} class="workload-fold" id={anchorWorkload(index)}>
            <summary>
              <h2>{row?.name}</h2>{' '}
              <span class={`badge small is-${advice.verdict.headline}`}>{advice.verdict.headline}</span>{' '}
              {row?.verdict.placements}
            </summary>
            {inShort ? (
              <InShort advice={advice} names={names} />
            ) : (
              <article data-live="">
                <WorkloadReport view={{ advice, names, index, alone: false }} />
              </article>
            )}
          </details>
        );
      })}
    </>
  );
}

function listEntries({ results }: Result, rows: readonly OverviewRow[], names: NameIndex): PlacesEntry[] {
  return rows.map((row, index) => {
    const advice = results[index];
    const anchor = anchorWorkload(index);
    const parts = advice === undefined || advice.components.length === 0 ? [] : viewParts(advice, names);
    return {
      row,
      anchor,
      parts: parts.map((part, position) => ({ row: part, anchor: `${anchor}p${position + 1}` })),
    };
  });
}

function anchorWorkload(index: number): string {
  return `w${index + 1}`;
}

/** What the report was made by and from. */
function Footer({ result }: { readonly result: Result }) {
  return (
    <footer>
      <h2>About this report</h2>
      <ul>
        {listJudge(result).map(({ before, name, is, after }, index) => (
          <li key={index}>
            {before}
            {is === 'digest' ? <code>{name}</code> : name}
            {after}
          </li>
        ))}
      </ul>
      <p class="quiet">What is folded on the screen is folded on paper: open what is to be printed.</p>
      <noscript>
        <p>With scripts switched on, every fact can be changed on this page, and the advice follows.</p>
      </noscript>
    </footer>
  );
}
