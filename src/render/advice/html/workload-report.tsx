import type { ComponentChildren } from 'preact';
import type { Advice, PartAdvice } from '../../../advice/result.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { showName } from '../../../report/names.ts';
import { wordWhatIf } from '../../../report/remarks.ts';
import { wordHeadline } from '../../../report/verdict.ts';
import { Overview } from './overview.tsx';
import { PartReport } from './part-report.tsx';
import type { PartView } from './part-view.ts';
import { Gates } from './remarks.tsx';

/** What is shown of one workload. */
export interface WorkloadView {
  readonly advice: Advice;
  readonly rulebook: Rulebook;
  /** Its position on the page, from 0. */
  readonly index: number;
  /** It is the only one of the page, whose title names it already. */
  readonly alone?: boolean;
  /** What a live page adds to each part: a panel beside it, and a way to try changes. */
  readonly live?: {
    readonly panel: (part: number, view: PartView) => ComponentChildren;
    readonly onTry: (part: number) => NonNullable<PartView['onTry']>;
    readonly countChanges: (part: number) => number;
  };
}

/** One workload: its parts where it has some, else itself. */
export function WorkloadReport({ view }: { readonly view: WorkloadView }) {
  const { advice, rulebook } = view;
  const { components, workload } = advice;
  const name = showName(workload.name);
  const document = workload.document === undefined ? '' : `, document ${workload.document}`;
  const parts: readonly { readonly name: string; readonly part: PartAdvice }[] =
    components.length === 0
      ? [{ name, part: advice }]
      : components.map((component) => ({ name: showName(component.name), part: component }));
  return (
    <>
      <h2 class={view.alone === true ? 'hidden' : ''}>{name}</h2>
      <p class="quiet">
        {workload.file}
        {document}
      </p>
      <WhatIfGiven advice={advice} rulebook={rulebook} />
      {components.length > 0 && <System view={view} />}
      {parts.map(({ name: own, part }, position) => (
        <Part key={own} view={view} position={position} name={own} part={part} />
      ))}
      <Gates advice={advice} />
    </>
  );
}

function Part(props: {
  readonly view: WorkloadView;
  readonly position: number;
  readonly name: string;
  readonly part: PartAdvice;
}) {
  const { view, position, name, part } = props;
  const partView: PartView = {
    part,
    waivers: view.advice.waivers,
    name,
    file: view.advice.workload.file,
    anchor: anchorPart(view.index, position),
    rulebook: view.rulebook,
    ...(view.live === undefined
      ? {}
      : { onTry: view.live.onTry(position), changed: view.live.countChanges(position) }),
  };
  return (
    <div class="part" id={partView.anchor}>
      <div class="advice">
        {view.advice.components.length > 0 && <h3 class="component">{name}</h3>}
        <PartReport view={partView} />
      </div>
      {view.live?.panel(position, partView)}
    </div>
  );
}

/** A system of several parts: what they make together. */
function System({ view }: { readonly view: WorkloadView }) {
  const { advice, rulebook, index } = view;
  const { verdict } = advice;
  return (
    <div class={`headline is-${verdict.headline}`}>
      <p class="verdict">
        <span class="badge">{verdict.headline}</span>
        {verdict.strength !== null && <span class="chip">{verdict.strength}</span>}
        <span class={`chip status-${verdict.status}`}>{verdict.status}</span>
      </p>
      <p>
        {verdict.headline === 'split'
          ? 'Some of its parts belong in VMs and others in containers. Each part is placed by itself, and they meet over the network.'
          : `Each of its ${advice.components.length} parts is placed by itself; together they are ${wordHeadline(verdict)}.`}{' '}
        The strength is that of its weakest part, the status that of its most open one.
      </p>
      <Overview
        rulebook={rulebook}
        entries={advice.components.map((component, position) => ({
          name: showName(component.name),
          part: component,
          actions: component.actions,
          href: `#${anchorPart(index, position)}`,
        }))}
      />
    </div>
  );
}

function WhatIfGiven({ advice, rulebook }: { readonly advice: Advice; readonly rulebook: Rulebook }) {
  if (advice.whatIf === undefined) return null;
  const { set, change } = wordWhatIf(advice.whatIf, rulebook);
  return (
    <p class="warning">
      What if {set.join(', ')}: recorded with this on the command line, which {change}.
    </p>
  );
}

/** The id of a part's element. */
export function anchorPart(workload: number, part: number): string {
  return `w${workload + 1}p${part + 1}`;
}
