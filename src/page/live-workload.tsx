import { useMemo, useState } from 'preact/hooks';
import type { Advice } from '../advice/result.ts';
import { assess } from '../assess.ts';
import type { PageData } from '../render/advice/html/page-data.ts';
import type { PagePart } from '../render/advice/html/page-part.ts';
import { WorkloadReport } from '../render/advice/html/workload-report.tsx';
import { createNames } from '../report/names.ts';
import { parseSet } from '../workload/parse-set.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';
import { type Changes, changeWorkload } from './change-workload.ts';
import { WhatIfPanel } from './what-if-panel.tsx';

/** A workload whose facts can be changed: the report on it, and a panel beside it. */
export function LiveWorkload({ data, index }: { readonly data: PageData; readonly index: number }) {
  const [changes, setChanges] = useState<Changes>([]);
  const workload = data.input.workloads[index];
  const recorded = useMemo(() => (workload === undefined ? undefined : judge(data, index, workload)), []);
  const changed = workload && changeWorkload(workload, data.input.set, changes);
  const advice = changed === undefined || changes.length === 0 ? recorded : judge(data, index, changed);
  const { rulebook } = data.ready;
  const names = useMemo(() => createNames(rulebook), []);
  if (recorded === undefined || advice === undefined || changed === undefined) return null;

  const count = Math.max(recorded.components.length, 1);
  const all = Array.from({ length: count }, (_, part) => changes[part] ?? []);
  const onTry = (part: number): NonNullable<PagePart['onTry']> => {
    return (tried) => {
      const statements = parseSet(
        tried.map(({ fact, value }) => `${fact}=${value}`),
        rulebook,
      );
      const isTried = ({ fact }: FactStatement) => tried.some((each) => each.fact === fact);
      setChanges(
        all.map((own, each) =>
          each === part ? [...own.filter((change) => !isTried(change)), ...statements] : own,
        ),
      );
    };
  };
  const panel = (
    <WhatIfPanel
      anchor={`w${index + 1}`}
      names={names}
      rulebook={rulebook}
      recorded={recorded}
      advice={advice}
      changes={all}
      onChange={setChanges}
      workload={changed}
      profile={data.profile}
      opened={data.input.workloads.length === 1}
    />
  );
  const countChanges = (part: number) => all[part]?.length ?? 0;
  const alone = data.input.workloads.length === 1;
  return (
    <WorkloadReport view={{ advice, names, index, alone, live: { panel, onTry, countChanges, recorded } }} />
  );
}

/**
 * Judges a workload as the command line would. How it differs from a recorded decision stays as it was
 * written: the page does not know that record.
 */
function judge({ ready, input, recorded }: PageData, index: number, workload: Workload): Advice {
  const advice = assess(workload, ready, { ...input, set: [] });
  const { gates = [], whatIf, drift } = recorded[index] ?? {};
  return {
    ...advice,
    gates: [...advice.gates, ...gates],
    ...(whatIf && { whatIf }),
    ...(drift && { drift }),
  };
}
