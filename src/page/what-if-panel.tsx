import { useState } from 'preact/hooks';
import type { PartAdvice } from '../advice/result.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { wordHeadline } from '../report/verdict.ts';
import type { PagePart } from '../render/advice/html/page-part.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';
import { ChangedWorkload } from './changed-workload.tsx';
import { compareParts } from './compare-parts.ts';
import { DifferenceList } from './difference-list.tsx';
import { FactControls } from './fact-controls.tsx';

/** Beside the report on a part: change its facts, see what differs, take the result along. */
export function WhatIfPanel(props: {
  readonly about: PagePart;
  readonly rulebook: Rulebook;
  readonly recorded: PartAdvice;
  readonly changes: readonly FactStatement[];
  readonly onChange: (changes: readonly FactStatement[]) => void;
  /** The whole workload with all changes, for its YAML. */
  readonly workload: Workload;
  readonly profile: string | undefined;
  readonly opened: boolean;
}) {
  const { about, rulebook, recorded, changes, onChange, workload, profile, opened } = props;
  // Opened once from the start; from then on it is the reader's.
  const [open] = useState(opened && globalThis.matchMedia('(min-width: 70rem)').matches);
  // A field that refused what was typed forgets it too.
  const [resets, setResets] = useState(0);
  const { part, names } = about;
  const count = changes.length;
  return (
    <aside class="what-if" aria-label={`What if, for ${about.name}`}>
      <details open={open}>
        <summary>
          What if …{' '}
          {count > 0 && <span class="chip">{count === 1 ? '1 fact changed' : `${count} facts changed`}</span>}
        </summary>
        <div class="now" role="status">
          <span class={`badge small is-${part.verdict.headline}`}>{part.verdict.headline}</span>{' '}
          {wordHeadline(part.verdict).split(', ').slice(1).join(', ')}
          {count > 0 && <DifferenceList differences={compareParts(recorded, part, names)} names={names} />}
        </div>
        {count > 0 && (
          <>
            <p>
              <button
                type="button"
                class="reset"
                onClick={() => {
                  onChange([]);
                  setResets(resets + 1);
                }}
              >
                Reset to the recorded facts
              </button>
            </p>
            <ChangedWorkload workload={workload} rulebook={rulebook} profile={profile} />
          </>
        )}
        <FactControls
          key={resets}
          about={about}
          rulebook={rulebook}
          recorded={recorded}
          changes={changes}
          onChange={onChange}
        />
      </details>
    </aside>
  );
}
