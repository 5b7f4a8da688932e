import { labels } from '../../../report/vocabulary.ts';
import type { ComponentChildren } from 'preact';
import type { Advice } from '../../../advice/result.ts';
import { listCited, wordArticle } from '../../../report/citations.ts';
import { listVerdictWords } from '../../../report/glossary.ts';
import { type NameIndex, type ReportPart, startSentence } from '../../../report/names.ts';
import {
  listReportParts,
  type OverviewRow,
  viewOverview,
  viewParts,
  wordMembers,
  wordWorkload,
} from '../../../report/part.ts';
import { splitExplained, viewWhatIf } from '../../../report/remarks.ts';
import { viewVerdict } from '../../../report/verdict.ts';
import { Baseline } from './actions.tsx';
import { Sources } from './citations.tsx';
import { UnsaidTable } from './unsaid.tsx';
import { BriefReasons } from './brief-reasons.tsx';
import { Front } from './front.tsx';
import { Chips } from './headline.tsx';
import { PartReport } from './part-report.tsx';
import type { PagePart } from './page-part.ts';
import { PlacesTable, type PlacesEntry, writeRecorded } from './places-table.tsx';
import { Gates } from './remarks.tsx';
import { Words } from './words.tsx';

/** What is shown of one workload. */
export interface WorkloadView {
  readonly advice: Advice;
  readonly names: NameIndex;
  /** Its position on the page, from 0. */
  readonly index: number;
  /** It is the only one of the report, and page one is about it. */
  readonly alone: boolean;
  /** What a live page adds: a panel beside the report, a way to try changes, and what was recorded. */
  readonly live?: {
    readonly panel: ComponentChildren;
    readonly onTry: (part: number) => NonNullable<PagePart['onTry']>;
    readonly countChanges: (part: number) => number;
    readonly recorded: Advice;
  };
}

/** One workload: what came out, a panel where the page is live, then the details of each of its parts. */
export function WorkloadReport({ view }: { readonly view: WorkloadView }) {
  const { alone, live } = view;
  return (
    <div class="workload">
      <div class="summing-up">{alone ? <OwnFront view={view} /> : <Sum view={view} />}</div>
      {live?.panel}
      <Details view={view} />
    </div>
  );
}

/** Page one on this workload alone. */
function OwnFront({ view }: { readonly view: WorkloadView }) {
  const { advice, names, live } = view;
  const parts = listReportParts(advice, names, false);
  const [only] = parts;
  const rows = viewParts(advice, names);
  const count = countAll(view);
  return (
    <Front
      advice={advice}
      names={names}
      entries={advice.components.length === 0 ? [] : listEntries(view, rows)}
      scales={rows.map(({ scale }) => scale)}
      {...(live === undefined || count === 0
        ? {}
        : {
            changed: `What if: ${count === 1 ? 'one fact is' : `${count} facts are`} changed on this page. Recorded: ${wordRecorded(live.recorded, names)}.`,
          })}
    >
      <WhatIfGiven advice={advice} names={names} />
      {only !== undefined && advice.components.length === 0 && <BriefReasons about={only} heading="h2" />}
    </Front>
  );
}

function wordRecorded(recorded: Advice, names: NameIndex): string {
  return viewOverview([recorded], names).map(writeRecorded).join('');
}

/** What came out of one of several workloads. */
function Sum({ view }: { readonly view: WorkloadView }) {
  const { advice, names } = view;
  const verdict = viewVerdict({ part: advice, names });
  if (advice.components.length === 0) return <WhatIfGiven advice={advice} names={names} />;
  return (
    <>
      <WhatIfGiven advice={advice} names={names} />
      <div class={`headline is-${verdict.headline}`}>
        <Chips verdict={verdict} />
        <Words entries={listVerdictWords(advice.verdict)} />
        <p>
          {verdict.headline === 'split'
            ? startSentence(splitExplained)
            : `Each of its ${advice.components.length} parts is placed by itself; together they are ${verdict.words}.`}{' '}
          The strength is that of its weakest part, the status that of its most open one.
        </p>
        <PlacesTable entries={listEntries(view, viewParts(advice, names))} />
      </div>
    </>
  );
}

/** Lines on the parts; where facts were changed, those that differ say what was recorded. */
function listEntries({ index, live, names }: WorkloadView, rows: readonly OverviewRow[]): PlacesEntry[] {
  const recorded = live === undefined ? [] : viewParts(live.recorded, names);
  return rows.map((row, part) => {
    const before = recorded[part];
    const was = before === undefined ? writeRecorded(row) : writeRecorded(before);
    const anchor = anchorPart(index, part);
    return was === writeRecorded(row) ? { row, anchor } : { row, anchor, recorded: was };
  });
}

function countAll({ advice, live }: WorkloadView): number {
  const parts = Math.max(advice.components.length, 1);
  return Array.from({ length: parts }, (_, part) => live?.countChanges(part) ?? 0).reduce((a, b) => a + b, 0);
}

/** The appendix: everything about each part, and what holds for several of them once. */
function Details({ view }: { readonly view: WorkloadView }) {
  const { advice, names, alone, index } = view;
  const { workload } = advice;
  const cited = listCited({ results: [advice] });
  const parts = listReportParts(advice, names, false).map((part, position) =>
    addAnchor(view, part, position),
  );
  const members = wordMembers(advice);
  return (
    <section class="appendix">
      {alone && <h2>Appendix: how it was decided</h2>}
      <p class="quiet">
        {workload.file}
        {workload.document !== undefined && `, document ${workload.document}`}
      </p>
      {members !== undefined && <p>{members}</p>}
      {parts.map((about) => (
        <Part key={about.name} about={about} single={advice.components.length === 0} />
      ))}
      <section>
        <h3 class="hidden">For all of {wordWorkload(advice)}</h3>
        <Baseline key={index} parts={parts} />
        <UnsaidTable parts={parts} names={names} />
        <Gates advice={advice} names={names} />
        <Sources ids={cited} names={names} workload={`w${index + 1}`} article={wordArticle(names, cited)} />
      </section>
    </section>
  );
}

function addAnchor({ index, live }: WorkloadView, part: ReportPart, position: number): PagePart {
  return {
    ...part,
    anchor: anchorPart(index, position),
    workload: `w${index + 1}`,
    ...(live === undefined ? {} : { onTry: live.onTry(position), changed: live.countChanges(position) }),
  };
}

/** One part; of several, folded under its name and verdict. */
function Part({ about, single }: { readonly about: PagePart; readonly single: boolean }) {
  if (single)
    return (
      <section class="part" id={about.anchor}>
        <h3 class="hidden">{about.name}</h3>
        <PartReport about={about} />
      </section>
    );
  const { headline } = about.part.verdict;
  return (
    <details class="part" id={about.anchor}>
      <summary>
        <h3>{about.name}</h3> <span class={`badge small is-${headline}`}>{headline}</span>{' '}
        {viewVerdict(about).placements}
      </summary>
      <PartReport about={about} />
    </details>
  );
}

function WhatIfGiven({ advice, names }: { readonly advice: Advice; readonly names: NameIndex }) {
  if (advice.whatIf === undefined) return null;
  const { set, change } = viewWhatIf(advice.whatIf, names);
  return (
    <p class="warning">
      {labels.whatIf} {set.join(', ')}: recorded with this on the command line, which {change}.
    </p>
  );
}

/** The id of a part's element. */
function anchorPart(workload: number, part: number): string {
  return `w${workload + 1}p${part + 1}`;
}
