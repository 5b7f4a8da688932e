import { describe, expect, it } from 'vitest';
import { boundForms } from '../../../src/reason/engine/bound-forms.ts';
import { boundHeadlines, boundVerdicts } from '../../../src/reason/engine/bound-headlines.ts';
import type { Bound } from '../../../src/reason/engine/bounds.ts';
import { judgeDependence } from '../../../src/reason/engine/judge-dependence.ts';
import { judgeState } from '../../../src/reason/engine/judged-state.ts';
import { listExceptions } from '../../../src/reason/list-exceptions.ts';
import { searchResults } from '../../../src/reason/engine/search-results.ts';
import { makeTrial, type Trial } from './make-trial.ts';

// A bound that is looser than it could be still proves what is true, and only takes longer: here it is
// noticed. Who makes the search better makes the numbers smaller.

const trials = [
  ...Array.from({ length: 200 }, (_, seed) => makeTrial(seed)),
  ...Array.from({ length: 40 }, (_, seed) => makeTrial(seed, 4)),
];

/** How often a bound is asked for. */
function count(bound: Bound, search: (bound: Bound) => unknown): number {
  let nodes = 0;
  search((prepared, judged) => {
    nodes++;
    return bound(prepared, judged);
  });
  return nodes;
}

const searches: readonly {
  readonly what: string;
  readonly most: number;
  readonly run: (bound: Bound, trial: Trial) => unknown;
  readonly bound: Bound;
}[] = [
  { what: 'all headlines', most: 1610, bound: boundHeadlines, run: searchAll },
  { what: 'all headlines with their strengths', most: 1983, bound: boundVerdicts, run: searchAll },
  { what: 'all forms of VMs', most: 731, bound: boundForms[0], run: searchAll },
  { what: 'all forms of containers', most: 642, bound: boundForms[1], run: searchAll },
  {
    what: 'two headlines',
    most: 1013,
    bound: boundHeadlines,
    run: (bound, trial) => searchSome(bound, trial, 2),
  },
  {
    what: 'one headline',
    most: 533,
    bound: boundHeadlines,
    run: (bound, trial) => searchSome(bound, trial, 1),
  },
  { what: 'what headlines depend on', most: 9696, bound: boundHeadlines, run: judgeAll },
  { what: 'what forms depend on', most: 5511, bound: boundForms[0], run: judgeAll },
];

function searchAll(bound: Bound, trial: Trial): unknown {
  return searchSome(bound, trial, 32);
}

function searchSome(bound: Bound, { prepared, withheld }: Trial, enough: number): unknown {
  return searchResults(prepared, judgeState(prepared, withheld), bound, { enough });
}

function judgeAll(bound: Bound, { prepared, withheld }: Trial): unknown {
  const judged = judgeState(prepared, withheld);
  return [...withheld.keys()].map((fact) => judgeDependence(prepared, judged, fact, bound));
}

/** How many states exceptions take to be told: each is bounded once, which looks up what removes. */
function countForExceptions({ prepared, held, presumed }: Trial): number {
  let nodes = 0;
  const counting = {
    ...prepared,
    get removers() {
      nodes++;
      return prepared.removers;
    },
  };
  listExceptions(counting, judgeState(prepared, held), presumed);
  return nodes;
}

describe('over generated rulebooks', () => {
  it('what somebody has to be asked of what is presumed takes at most 12,956 nodes', () => {
    const nodes = trials.reduce((sum, trial) => sum + countForExceptions(trial), 0);
    expect(nodes).toBeLessThanOrEqual(12_956);
  });

  it.each(searches)('$what take at most $most nodes', ({ bound, most, run }) => {
    const nodes = trials.reduce((sum, trial) => sum + count(bound, (counting) => run(counting, trial)), 0);
    expect(nodes).toBeLessThanOrEqual(most);
  });
});
