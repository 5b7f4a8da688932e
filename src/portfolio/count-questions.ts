import { at } from '../at.ts';
import { isSeveral, listBits } from '../decide/bits.ts';
import { choosePoint, judgeCertain, type Kernel } from '../decide/kernel.ts';
import type { Mask, State } from '../decide/model.ts';
import { withFact } from '../reason/engine/judged-state.ts';
import type { Prepared } from '../reason/engine/prepared.ts';
import { reachHeadlines } from '../reason/prove-status.ts';
import type { FleetSort } from './fleet-sort.ts';

/** What an answer about a fact would settle. */
export interface CountedQuestion {
  /** Position of the fact. */
  readonly fact: number;
  /** Of how many workloads it is open. */
  readonly open: number;
  /** How many it would settle, on average over the values that it may have. */
  readonly settles: number;
  /** How many whatever the answer. */
  readonly settlesAlways: number;
}

/** How many completions are looked at before it is searched whether an answer settles. */
const probes = 8;

/**
 * Counts what each answer would settle: after it exactly one headline is left, presumptions held. Exact, as far as
 * the budget of the search goes; where it ends, an answer counts as one that does not settle.
 * @param sorts those whose status is open
 */
export function countQuestions(prepared: Prepared, sorts: readonly FleetSort[]): CountedQuestion[] {
  const counts = prepared.model.facts.map((_, fact) => ({ fact, open: 0, settles: 0, settlesAlways: 0 }));
  for (const { known, workloads } of sorts) {
    const completions = drawCompletions(known.state);
    for (const fact of prepared.kernel.table.reads) {
      const possible = at(known.state, fact);
      if (!isSeveral(possible)) continue;
      const answers = listBits(possible);
      const settling = answers.filter((value) => settles(prepared, known.state, completions, fact, value));
      const count = at(counts, fact);
      count.open += workloads;
      count.settles += (workloads * settling.length) / answers.length;
      if (settling.length === answers.length) count.settlesAlways += workloads;
    }
  }
  return counts.filter(({ settles: settled }) => settled > 0);
}

/** Two completions that come out differently show that an answer does not settle; else it is searched. */
function settles(
  prepared: Prepared,
  state: State,
  completions: readonly State[],
  fact: number,
  value: Mask,
): boolean {
  const found = new Set(
    completions.map((completion) => headlineOf(prepared.kernel, withFact(completion, fact, value))),
  );
  if (found.size > 1) return false;
  const { headlines, finished } = reachHeadlines(prepared, withFact(state, fact, value), 2);
  return finished && !isSeveral(headlines);
}

function headlineOf(kernel: Kernel, state: State): string {
  return choosePoint(kernel, judgeCertain(kernel, state)).headline;
}

/** Some completions of a state: the lowest and the highest values, and others; the same ones at every run. */
function drawCompletions(state: State): State[] {
  let seed = 0x2545f491;
  return Array.from({ length: probes }, () =>
    state.map((mask) => {
      seed ^= seed << 13;
      seed ^= seed >>> 17;
      seed ^= seed << 5;
      const values = listBits(mask);
      return at(values, (seed >>> 8) % values.length);
    }),
  );
}
