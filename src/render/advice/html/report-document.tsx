import { describeDifferences } from '../../../report/rulebooks.ts';
import type { Result } from '../../../advice/result.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { showName } from '../../../report/names.ts';
import { wordHeadline } from '../../../report/verdict.ts';
import { Overview } from './overview.tsx';
import { WorkloadReport } from './workload-report.tsx';

/** The whole page around the reports on workloads. */
export function ReportDocument(props: {
  readonly result: Result;
  readonly rulebook: Rulebook;
  /** What the browser may load; nothing but the page's own script and style. */
  readonly policy: string;
  readonly style: string;
  readonly script: string;
  /** What the script works with: JSON, packed. */
  readonly data: string;
}) {
  const { result, rulebook, policy, style, script, data } = props;
  const title = titleReport(result);
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
          {(result.unread ?? []).map(({ file, problems }) => (
            <p key={file} class="warning">
              Not assessed: {file} could not be used ({problems[0]?.message}).
            </p>
          ))}
        </header>
        <main>
          {result.results.length > 1 && (
            <section>
              <h2>Overview</h2>
              <Overview
                rulebook={rulebook}
                entries={result.results.map((advice, index) => ({
                  name: showName(advice.workload.name),
                  part: advice,
                  actions: [advice, ...advice.components].flatMap(({ actions }) => actions),
                  href: `#w${index + 1}`,
                }))}
              />
            </section>
          )}
          {result.results.map((advice, index) => (
            <article key={index} class="workload" id={`w${index + 1}`}>
              <WorkloadReport view={{ advice, rulebook, index, alone: result.results.length === 1 }} />
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

function titleReport({ results }: Result): string {
  const [first, second] = results;
  if (first === undefined || second !== undefined) return `Where ${results.length} workloads belong`;
  return `${showName(first.workload.name)} → ${wordHeadline(first.verdict)}`;
}

/** What the report was made by and from, and how to read it. */
function Footer({ result }: { readonly result: Result }) {
  return (
    <footer>
      <h2>About this report</h2>
      <ul>
        {result.rulebooks.map((book) => (
          <li key={book.digest}>
            Rulebook {book.name} {book.version}, digest <code>{book.digest}</code>
            {book.differs !== undefined && `; it ${describeDifferences(book.differs, true)}`}
          </li>
        ))}
        <li>
          Written by {result.tool.name} {result.tool.version}
        </li>
        {result.profile !== undefined && <li>Profile {result.profile}</li>}
        {result.config !== undefined && (
          <li>
            Settings of {result.config.file} ({result.config.sets.join(', ')})
          </li>
        )}
        {result.asOf !== undefined && <li>Waivers as of {result.asOf}</li>}
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
        <caption>Sign-off</caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Name</th>
            <th scope="col">Date</th>
            <th scope="col">Decision</th>
          </tr>
        </thead>
        <tbody>
          {['Service owner', 'Architect', 'Operations'].map((role) => (
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
