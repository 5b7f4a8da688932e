import { isSeveral } from '../decide/bits.ts';
import type { State } from '../decide/model.ts';
import type { Status } from '../words.ts';
import { boundHeadlines, type HeadlineSet } from './engine/bound-headlines.ts';
import { type JudgedState, judgeState } from './engine/judged-state.ts';
import { searchResults } from './engine/search-results.ts';
import type { Prepared } from './engine/prepared.ts';
import { probeHeadlines } from './probe-headlines.ts';

/** The status, and what was proven on the way. */
export interface StatusProof {
  readonly status: Status;
  /** The only headline reachable while presumptions hold; null where there are several. */
  readonly only: HeadlineSet | null;
  /** False where a search was ended by its budget: then the status is the more doubtful one. */
  readonly finished: boolean;
}

/**
 * Finds out whether anything unsaid could overturn the headline. `open`: a fact without presumption
 * could; `presumed`: only an exception to a presumption could; `firm`: nothing could.
 * @param held what is known, presumptions included
 * @param withheld the same without presumptions
 */
export function proveStatus(prepared: Prepared, held: State, withheld: State, budget?: number): StatusProof {
  const open = reachSecond(prepared, held, budget);
  if (isSeveral(open.headlines)) return { status: 'open', only: null, finished: true };
  if (!open.finished) return { status: 'open', only: null, finished: false };
  const free = reachSecond(prepared, withheld, budget);
  const firm = !isSeveral(free.headlines) && free.finished;
  const finished = free.finished || isSeveral(free.headlines);
  return { status: firm ? 'firm' : 'presumed', only: open.headlines, finished };
}

/** A headline of a state's completions, and another one if there is any: some are looked at, then it is searched. */
function reachSecond(prepared: Prepared, state: State, budget: number | undefined): Reach {
  const { headlines, all } = probeHeadlines(prepared.kernel, state);
  if (all || isSeveral(headlines)) return { headlines, finished: true };
  const { found, finished } = searchResults(prepared, judgeState(prepared, state), boundHeadlines, {
    known: headlines,
    enough: 1,
    budget,
  });
  return { headlines: headlines | found, finished: finished || found !== 0 };
}

/** The headlines that completions of a state have. */
export interface Reach {
  readonly headlines: HeadlineSet;
  /** False where the search was ended by its budget: then there may be others. */
  readonly finished: boolean;
}

/**
 * Finds exactly which headlines the completions of a state have.
 * @param state the values still possible, or the same already judged
 * @param enough how many different headlines are enough to stop; 4 finds them all
 * @param budget nodes to visit at most
 */
export function reachHeadlines(
  prepared: Prepared,
  state: State | JudgedState,
  enough = 4,
  budget?: number,
): Reach {
  const judged = 'truths' in state ? state : judgeState(prepared, state);
  const { found, finished } = searchResults(prepared, judged, boundHeadlines, { enough, budget });
  return { headlines: found, finished };
}
