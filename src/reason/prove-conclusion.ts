import { truth } from '../decide/judge-condition.ts';
import type { KindIndex, Mask } from '../decide/model.ts';
import { hasKind } from './engine/bound-fit.ts';
import { boundForms } from './engine/bound-forms.ts';
import { boundHeadlines, type HeadlineSet } from './engine/bound-headlines.ts';
import type { Bound } from './engine/bounds.ts';
import { conditionOf, judgeMust, narrowTo } from './judge-musts.ts';
import { type JudgedState, judgeState } from './engine/judged-state.ts';
import { searchResults } from './engine/search-results.ts';
import type { Must } from './engine/musts.ts';
import type { Prepared } from './engine/prepared.ts';

/** What all completions of a state come to, where that is the same: what somebody decides by. */
export interface Conclusion {
  readonly headline: HeadlineSet;
  /** The chosen placements; both kinds' for either, 0 for none. */
  readonly forms: Mask;
  /** The must-actions, in order. */
  readonly musts: readonly number[];
}

/** The parts of a conclusion that a proof is about, besides the headline. */
export interface Aspects {
  readonly kinds: readonly KindIndex[];
  readonly musts: readonly Must[];
}

/** Two states whose completions differ, or the admission that the budget ended the search. */
export type Doubt =
  | { readonly found: 'two'; readonly states: readonly [JudgedState, JudgedState] }
  | { readonly found: 'unfinished' };

/** The proof that all completions come to one conclusion, or why there is none. */
export type ConclusionProof = { readonly found: 'one'; readonly conclusion: Conclusion } | Doubt;

/**
 * Proves that all completions of a state have one headline, placement and set of must-actions, or
 * finds two that have not: first the headline, then the forms of its kind, then the musts on them.
 * @param aspects the parts of the conclusion that count; all where left out
 */
export function proveConclusion(
  prepared: Prepared,
  judged: JudgedState,
  aspects: Aspects = { kinds: [0, 1], musts: prepared.musts },
): ConclusionProof {
  const headline = proveSingle(prepared, judged, boundHeadlines);
  if ('found' in headline) return headline;
  let forms = 0;
  for (const kind of aspects.kinds) {
    if (!hasKind(headline.single, kind)) continue;
    const form = proveSingle(prepared, judged, boundForms[kind]);
    if ('found' in form) return form;
    forms |= form.single;
  }
  const musts: number[] = [];
  for (const must of aspects.musts) {
    const is = judgeMust(must, judged.state, forms);
    if (is === truth.true) musts.push(must.action);
    if (is === truth.unknown) return tellApart(prepared, judged, must, forms);
  }
  return { found: 'one', conclusion: { headline: headline.single, forms, musts } };
}

/**
 * The parts of the conclusion that are the same for all completions of a state; null where not even the
 * headline is.
 */
export function findSettled(prepared: Prepared, judged: JudgedState): Aspects | null {
  const headline = proveSingle(prepared, judged, boundHeadlines);
  if ('found' in headline) return null;
  const kinds: KindIndex[] = [];
  let forms = 0;
  for (const kind of [0, 1] as const) {
    if (!hasKind(headline.single, kind)) continue;
    const form = proveSingle(prepared, judged, boundForms[kind]);
    // Musts go with the placements: where one is open, so are they.
    if ('found' in form) return { kinds, musts: [] };
    kinds.push(kind);
    forms |= form.single;
  }
  return {
    kinds,
    musts: prepared.musts.filter((must) => judgeMust(must, judged.state, forms) !== truth.unknown),
  };
}

function proveSingle(
  prepared: Prepared,
  judged: JudgedState,
  bound: Bound,
): { readonly single: Mask } | Doubt {
  const { found, witnesses, finished } = searchResults(prepared, judged, bound, { enough: 2 });
  const [first, second] = witnesses.values();
  if (first !== undefined && second !== undefined) return { found: 'two', states: [first, second] };
  return finished ? { single: found } : { found: 'unfinished' };
}

function tellApart(prepared: Prepared, judged: JudgedState, must: Must, forms: Mask): Doubt {
  const condition = conditionOf(must, forms);
  if (typeof condition === 'number') throw new Error('a must that is plain cannot be open');
  const [first, second] = [truth.true, truth.false].map((wanted) =>
    judgeState(prepared, narrowTo(condition, judged.state, wanted) ?? judged.state),
  );
  if (first === undefined || second === undefined) throw new Error('an open condition has both truths');
  return { found: 'two', states: [first, second] };
}

/** Whether two conclusions are the same. */
export function isSameConclusion(a: Conclusion, b: Conclusion): boolean {
  return a.headline === b.headline && a.forms === b.forms && a.musts.join() === b.musts.join();
}
