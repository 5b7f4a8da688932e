import { labels } from '../../../report/vocabulary.ts';
import type { ComponentChildren } from 'preact';
import type { Advice } from '../../../advice/result.ts';
import { listCited, wordArticle } from '../../../report/citations.ts';
import { type NameIndex, type ReportPart, startSentence } from '../../../report/names.ts';
import { listReportParts, viewParts, wordWorkload } from '../../../report/part.ts';
import { splitExplained, viewWhatIf } from '../../../report/remarks.ts';
import { viewVerdict } from '../../../report/verdict.ts';
import { Chips } from './headline.tsx';
import { Overview } from './overview.tsx';
import { PartReport } from './part-report.tsx';
import type { PagePart } from './page-part.ts';
import { Gates } from './remarks.tsx';

/** What is shown of one workload. */
export interface WorkloadView {
  readonly advice: Advice;
  readonly names: NameIndex;
  /** Its position on the page, from 0. */
  readonly index: number;
  /** It is the only one of the page, whose title names it already. */
  readonly alone?: boolean;
  /** What a live page adds to each part: a panel beside it, and a way to try changes. */
  readonly live?: {
    readonly panel: (part: number, about: PagePart) => ComponentChildren;
    readonly onTry: (part: number) => NonNullable<PagePart['onTry']>;
    readonly countChanges: (part: number) => number;
  };
}

/** One workload: its parts where it has some, else itself. */
export function WorkloadReport({ view }: { readonly view: WorkloadView }) {
  const { advice, names } = view;
  const { components, workload } = advice;
  const article = wordArticle(names, listCited({ results: [advice] }));
  return (
    <>
      <h2 class={view.alone === true ? 'hidden' : ''}>{wordWorkload(advice)}</h2>
      <p class="quiet">
        {workload.file}
        {workload.document !== undefined && `, document ${workload.document}`}
      </p>
      <WhatIfGiven advice={advice} names={names} />
      {components.length > 0 && <System view={view} />}
      {listReportParts(advice, names, true).map((part, position) => (
        <Part key={part.name} view={view} position={position} part={part} />
      ))}
      <Gates advice={advice} names={names} />
      {article !== undefined && <p class="quiet">{article}</p>}
    </>
  );
}

function Part(props: { readonly view: WorkloadView; readonly position: number; readonly part: ReportPart }) {
  const { view, position, part } = props;
  const { live } = view;
  const about: PagePart = {
    ...part,
    anchor: anchorPart(view.index, position),
    ...(live === undefined ? {} : { onTry: live.onTry(position), changed: live.countChanges(position) }),
  };
  return (
    <div class="part" id={about.anchor}>
      <div class="advice">
        {view.advice.components.length > 0 && <h3 class="component">{part.name}</h3>}
        <PartReport about={about} />
      </div>
      {live?.panel(position, about)}
    </div>
  );
}

/** A system of several parts: what they make together. */
function System({ view }: { readonly view: WorkloadView }) {
  const { advice, names, index } = view;
  const verdict = viewVerdict({ part: advice, names });
  return (
    <div class={`headline is-${verdict.headline}`}>
      <Chips verdict={verdict} />
      <p>
        {verdict.headline === 'split'
          ? startSentence(splitExplained)
          : `Each of its ${advice.components.length} parts is placed by itself; together they are ${verdict.words}.`}{' '}
        The strength is that of its weakest part, the status that of its most open one.
      </p>
      <Overview rows={viewParts(advice, names)} anchor={(part) => anchorPart(index, part)} />
    </div>
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
