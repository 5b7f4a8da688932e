import { keepPrepared } from './advice/keep-prepared.ts';
import { markPlaces, repeatAdvice, type WhatIsSaid } from './advice/repeat-advice.ts';
import type { Advice } from './advice/result.ts';
import { assess, type AssessOptions, type RecordedAdvice } from './assess.ts';
import { isPlain } from './advice/gather-alike.ts';
import { createKeys } from './advice/key-of-said.ts';
import type { ReadyRulebook } from './rulebook/ready.ts';
import { combineFacts, type Workload } from './workload/workload.ts';

/** An advice that others have, too. */
interface Known {
  readonly advice: Advice;
  readonly said: WhatIsSaid;
  repeat?: ReturnType<typeof repeatAdvice>;
}

/**
 * Assesses many workloads by the same rulebook and options: as `assess` does each, and those of which the same is
 * said only once.
 * @param recordOf the recorded decision that a workload is held to, where there is one
 */
export function assessEach(
  workloads: readonly Workload[],
  ready: ReadyRulebook,
  options: Omit<AssessOptions, 'against' | 'prepare'>,
  recordOf: (workload: Workload) => RecordedAdvice | undefined = () => undefined,
): Advice[] {
  const { profile = [], set = [] } = options;
  const prepare = keepPrepared();
  const keyOf = createKeys(ready.model);
  const kept = new Map<string, Known>();
  const listSaid = ({ facts, observed = [] }: Workload): WhatIsSaid => ({
    statements: combineFacts(profile, facts, [], set),
    observed,
  });
  return workloads.map((workload) => {
    const against = recordOf(workload);
    if (against !== undefined || !isPlain(workload))
      return assess(workload, ready, { ...options, prepare, against });
    const said = listSaid(workload);
    const key = keyOf(said);
    const known = kept.get(key);
    if (known !== undefined) return (known.repeat ??= repeatAdvice(known.advice, known.said))(workload, said);
    const marked = markPlaces(workload);
    const advice = assess(marked, ready, { ...options, prepare });
    kept.set(key, { advice, said: listSaid(marked) });
    return advice;
  });
}
