import type { State } from '../decide/model.ts';
import type { HeadlineSet } from './bound-headlines.ts';
import { countHeadlines, reachHeadlines } from './reach-headlines.ts';
import { defaultBudget } from './search-results.ts';
import type { Terrain } from './terrain.ts';

/** How far a headline can be trusted. */
export type Status = 'open' | 'presumed' | 'firm';

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
export function findStatus(
  terrain: Terrain,
  held: State,
  withheld: State,
  budget = defaultBudget,
): StatusProof {
  const open = reachHeadlines(terrain, held, 2, budget);
  if (countHeadlines(open.headlines) > 1) return { status: 'open', only: null, finished: true };
  if (!open.finished) return { status: 'open', only: null, finished: false };
  const free = reachHeadlines(terrain, withheld, 2, budget);
  const firm = countHeadlines(free.headlines) === 1 && free.finished;
  const finished = free.finished || countHeadlines(free.headlines) > 1;
  return { status: firm ? 'firm' : 'presumed', only: open.headlines, finished };
}
