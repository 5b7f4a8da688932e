import { at } from '../at.ts';
import { isSeveral, joinBits, listBits } from '../decide/bits.ts';
import type { Mask, State } from '../decide/model.ts';
import { partValues, withFact } from '../reason/engine/judged-state.ts';
import { lookAround, type Neighbours, reachBeside } from '../reason/engine/neighbours.ts';
import type { Prepared } from '../reason/engine/prepared.ts';
import { reachHeadlines } from '../reason/prove-status.ts';
import type { PlacedHeadline } from '../words.ts';
import type { FleetSort, SortPart } from './fleet-sort.ts';

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
 * @param count how many facts there are
 * @param sorts those whose status is open
 */
export function countQuestions(count: number, sorts: readonly FleetSort[]): CountedQuestion[] {
  const counts = Array.from({ length: count }, (_, fact) => ({
    fact,
    open: 0,
    settles: 0,
    settlesAlways: 0,
  }));
  for (const { parts, workloads } of sorts) {
    const asked = parts.map(askPart);
    for (const own of counts) {
      const all = joinBits(asked.map(({ answersTo }) => answersTo(own.fact)));
      if (all === 0) continue;
      const answers = listBits(all);
      const settling = answers.filter((value) => asked.every((part) => part.settles(own.fact, value)));
      own.open += workloads;
      own.settles += (workloads * settling.length) / answers.length;
      if (settling.length === answers.length) own.settlesAlways += workloads;
    }
  }
  return counts.filter(({ settles }) => settles > 0);
}

/** What may be answered about a thing to place, and what that settles. */
interface AskedPart {
  /** The values that a fact may have, where it may have several and any makes a difference; else 0. */
  readonly answersTo: (fact: number) => Mask;
  /** Whether one headline is left where a fact has a value; an answer that says nothing new changes nothing. */
  readonly settles: (fact: number, value: Mask) => boolean;
}

function askPart({ prepared, known: { state } }: SortPart): AskedPart {
  const completions = drawCompletions(state).map((each) => lookAround(prepared.kernel, each));
  const isRead = (fact: number) => prepared.kernel.table.places[fact] !== undefined;
  const answersTo = (fact: number): Mask => {
    const possible = at(state, fact);
    return isRead(fact) && isSeveral(possible) ? possible : 0;
  };
  /** By fact, the answers that settle. */
  const settling: (Mask | undefined)[] = [];
  const listSettling = (fact: number): Mask => {
    const answers = answersTo(fact);
    if (answers === 0) return isSettled(prepared, state) ? -1 : 0;
    const classes = partValues(prepared, fact, answers, at(prepared.readers, fact));
    return joinBits(
      classes.filter(
        (values) =>
          !tell(prepared, completions, fact, values) && isSettled(prepared, withFact(state, fact, values)),
      ),
    );
  };
  return {
    answersTo,
    settles: (fact, value) => ((settling[fact] ??= listSettling(fact)) & value) !== 0,
  };
}

/** Whether two completions come out differently after an answer: then it does not settle. */
function tell({ kernel }: Prepared, completions: readonly Neighbours[], fact: number, values: Mask): boolean {
  let first: PlacedHeadline | undefined;
  for (const completion of completions) {
    const headline = reachBeside(kernel, completion, fact, values);
    first ??= headline;
    if (headline !== first) return true;
  }
  return false;
}

function isSettled(prepared: Prepared, state: State): boolean {
  const { headlines, finished } = reachHeadlines(prepared, state, 2);
  return finished && !isSeveral(headlines);
}

/** Some completions of a state: the same ones at every run. */
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
