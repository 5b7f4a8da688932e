import { labels } from '../../../report/vocabulary.ts';
import type { Result } from '../../../advice/result.ts';
import { listJudge, signers, signOffColumns } from '../../../report/judge.ts';
import type { NameIndex } from '../../../report/names.ts';
import { viewOverview, wordWorkload } from '../../../report/part.ts';
import { viewUnread, wordResultsTitle } from '../../../report/remarks.ts';
import { wordHeadline } from '../../../report/verdict.ts';
import { Overview } from './overview.tsx';
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
  const { result, names, policy, style, script, data } = props;
  const { results, unread } = result;
  const title = wordTitle(result);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <p class="quiet">Decision report: virtual machine or container</p>
          <h1>{title}</h1>
          {viewUnread(unread).map(({ lead, file, because }) => (
            <p key={file} class="warning">
              {lead}: {file} {because}
            </p>
          ))}
        </header>
        <main>
          {results.length > 1 && (
            <section>
              <h2>Overview</h2>
              <Overview rows={viewOverview(results, names)} anchor={anchorWorkload} />
            </section>
          )}
          {results.map((advice, index) => (
            <article key={index} class="workload" id={anchorWorkload(index)}>
              <WorkloadReport view={{ advice, names, index, alone: results.length === 1 }} />
            </article>
          ))}
        </main>
        <Footer result={result} />
        <script id="report-data" type="text/plain" dangerouslySetInnerHTML={{ __html: data }} />
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

function anchorWorkload(index: number): string {
  return `w${index + 1}`;
}

function wordTitle({ results }: Result): string {
  const [first, second] = results;
  if (first === undefined || second !== undefined) return wordResultsTitle(results);
  return `${wordWorkload(first)} → ${wordHeadline(first.verdict)}`;
}

/** What the report was made by and from, and how to read it. */
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
      <dl class="legend">
        <dt>forced, clear, favoured, lean</dt>
        <dd>
          how the headline was reached: nothing of the other kind is left; strong reasons decide; moderate
          ones; only slight ones
        </dd>
        <dt>firm, presumed, open</dt>
        <dd>
          what could overturn it: nothing unsaid; only a presumption that is wrong; something that nobody said
        </dd>
      </dl>
      <noscript>
        <p>With scripts switched on, every fact can be changed on this page, and the advice follows.</p>
      </noscript>
      <table class="sign-off">
        <caption>{labels.signOff}</caption>
        <thead>
          <tr>
            {signOffColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {signers.map((role) => (
            <tr key={role}>
              <th scope="row">{role}</th>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </footer>
  );
}
