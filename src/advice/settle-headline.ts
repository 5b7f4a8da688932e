import { chooseForm } from '../decide/choose-form.ts';
import { findPlacedKind, kindsOf, maskOfKind, otherKind } from '../decide/kinds.ts';
import { placedHeadlines } from '../words.ts';
import type { Decision } from '../decide/decide.ts';
import { listConflicts } from '../decide/list-conflicts.ts';
import type { KindIndex, Model } from '../decide/model.ts';
import { headlineBits, type HeadlineSet } from '../reason/engine/bound-headlines.ts';

/**
 * Puts the point verdict and the proof together: where exactly one headline is reachable, that is
 * the headline, even where each rule by itself is silent because a set of answers leaves all of
 * them open. Then it is a lean at most, since no single rule is known to carry it.
 * @param only the one headline that is reachable; null where there are several or it is not proven
 */
export function settleHeadline(model: Model, decision: Decision, only: HeadlineSet | null): Decision {
  const proven = placedHeadlines.find((headline) => headlineBits[headline] === only);
  if (proven === undefined || proven === decision.headline) return decision;
  const { alive } = decision.survivors;
  const best = (kind: KindIndex) => chooseForm(model, decision.judgement, alive & maskOfKind(model, kind));
  const placed = findPlacedKind(proven);
  return {
    ...decision,
    headline: proven,
    strength: placed === null ? null : 'lean',
    contested: false,
    forms: kindsOf[proven].map(best).filter((form) => form !== null),
    runnerUp: placed === null ? null : best(otherKind(placed)),
    conflicts: proven === 'none' ? listConflicts(model, decision.judgement) : [],
  };
}
