import { useState } from 'preact/hooks';
import { listPlaced } from '../advice/system.ts';
import type { Advice, FactEntry } from '../advice/result.ts';
import type { NameIndex } from '../report/names.ts';
import { listNamedParts } from '../report/part.ts';
import { wordHeadline } from '../report/verdict.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';
import type { Changes } from './change-workload.ts';
import { ChangedWorkload } from './changed-workload.tsx';
import { compareParts } from './compare-parts.ts';
import { DifferenceList } from './difference-list.tsx';
import { FactControls } from './fact-controls.tsx';

/** What the panel beside a report needs. */
interface WhatIfProps {
  /** Begins the ids of its elements. */
  readonly anchor: string;
  readonly names: NameIndex;
  readonly rulebook: Rulebook;
  readonly recorded: Advice;
  /** With the changes. */
  readonly advice: Advice;
  /** What was changed, by part. */
  readonly changes: Changes;
  readonly onChange: (changes: Changes) => void;
  /** The whole workload with all changes, for its YAML. */
  readonly workload: Workload;
  readonly profile: string | undefined;
  readonly opened: boolean;
}

/** Beside a report: change facts of one part or of all, see what differs, take the result along. */
export function WhatIfPanel(props: WhatIfProps) {
  const { anchor, names, rulebook, recorded, advice, changes, onChange, workload, profile, opened } = props;
  // Opened once from the start; from then on it is the reader's.
  const [open] = useState(opened && globalThis.matchMedia('(min-width: 70rem)').matches);
  // A field that refused what was typed forgets it too.
  const [resets, setResets] = useState(0);
  // The part whose facts are changed; of a system at first all of them.
  const parts = listNamedParts(recorded);
  const [scope, setScope] = useState<number | 'all'>(parts.length > 1 ? 'all' : 0);
  const count = changes.reduce((sum, own) => sum + own.length, 0);
  const inScope = parts.flatMap((_, part) => (scope === 'all' || scope === part ? [part] : []));
  return (
    <aside class="what-if" aria-label={`What if, for ${workload.name}`}>
      <details open={open}>
        <summary>
          What if …{' '}
          {count > 0 && <span class="chip">{count === 1 ? '1 fact changed' : `${count} facts changed`}</span>}
        </summary>
        {parts.length > 1 && (
          <Scope anchor={anchor} parts={parts.map(({ name }) => name)} scope={scope} onScope={setScope} />
        )}
        <FactControls
          key={`${resets} ${scope}`}
          anchor={scope === 'all' ? anchor : `${anchor}p${scope + 1}`}
          names={names}
          rulebook={rulebook}
          recorded={(fact) => joinFacts(inScope.map((part) => parts[part]?.part.facts[fact]))}
          changes={listShared(inScope.map((part) => changes[part] ?? []))}
          onChange={(fact, change) => {
            onChange(
              changes.map((own, part) =>
                inScope.includes(part)
                  ? [...own.filter((each) => each.fact !== fact), ...(change === undefined ? [] : [change])]
                  : own,
              ),
            );
          }}
        >
          <div class="now" role="status">
            <span class={`badge small is-${advice.verdict.headline}`}>{advice.verdict.headline}</span>{' '}
            {wordHeadline(advice.verdict).split(', ').slice(1).join(', ')}
            {count > 0 && <Differences recorded={recorded} advice={advice} names={names} />}
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
        </FactControls>
      </details>
    </aside>
  );
}

function Scope(props: {
  readonly anchor: string;
  readonly parts: readonly string[];
  readonly scope: number | 'all';
  readonly onScope: (scope: number | 'all') => void;
}) {
  const { anchor, parts, scope, onScope } = props;
  const id = `${anchor}-scope`;
  return (
    <div class="control">
      <label for={id}>Change it in</label>
      <select
        id={id}
        value={String(scope)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onScope(value === 'all' ? value : Number(value));
        }}
      >
        <option value="all">all {parts.length} parts</option>
        {parts.map((name, part) => (
          <option key={name} value={String(part)}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What differs from what was recorded: of a system by part, as far as it is a part that differs. */
function Differences(props: {
  readonly recorded: Advice;
  readonly advice: Advice;
  readonly names: NameIndex;
}) {
  const { recorded, advice, names } = props;
  const before = listPlaced(recorded);
  const compared = listNamedParts(advice).flatMap(({ name, part }, index) => {
    const was = before[index];
    return was === undefined ? [] : [{ name, differences: compareParts(was, part, names) }];
  });
  const [first, second] = compared;
  if (first !== undefined && second === undefined)
    return <DifferenceList differences={first.differences} names={names} />;
  const differing = compared.filter(({ differences }) => differences.verdict.length > 0);
  if (differing.length === 0) return <p>No part comes out differently.</p>;
  return (
    <ul class="differences">
      {differing.map(({ name, differences }) => (
        <li key={name}>
          <strong>{name}</strong>
          <DifferenceList differences={differences} names={names} />
        </li>
      ))}
    </ul>
  );
}

/** What was recorded of a fact in some parts; undefined where they differ. */
function joinFacts(entries: readonly (FactEntry | undefined)[]): FactEntry | undefined {
  const [first, ...others] = entries;
  const same = others.every((each) => JSON.stringify(each?.value) === JSON.stringify(first?.value));
  return same ? first : undefined;
}

/** The changes that all of some parts have. */
function listShared(changes: Changes): FactStatement[] {
  const [first = [], ...others] = changes;
  return first.filter((change) =>
    others.every((own) =>
      own.some(
        ({ fact, values }) =>
          fact === change.fact && JSON.stringify(values) === JSON.stringify(change.values),
      ),
    ),
  );
}
