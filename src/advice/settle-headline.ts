import { chooseForm } from '../decide/choose-form.ts';
import type { PlacedHeadline } from '../words.ts';
import type { Decision } from '../decide/decide.ts';
import { listConflicts } from '../decide/list-conflicts.ts';
import { maskOfKind } from '../decide/find-survivors.ts';
import type { KindIndex, Model } from '../decide/model.ts';
import { headlineBits, type HeadlineSet } from '../reason/engine/bound-headlines.ts';

/**
 * Puts the point verdict and the proof together: where exactly one headline is reachable, that is
 * the headline, even where each rule by itself is silent because a set of answers leaves all of
 * them open. Then it is a lean at most, since no single rule is known to carry it.
 * @param only the one headline that is reachable; null where there are several or it is not proven
 */
export function settleHeadline(model: Model, decision: Decision, only: HeadlineSet | null): Decision {
  const proven = (Object.keys(headlineBits) as PlacedHeadline[]).find(
    (headline) => headlineBits[headline] === only,
  );
  if (proven === undefined || proven === decision.headline) return decision;
  const { alive } = decision.survivors;
  const best = (kind: KindIndex) => chooseForm(model, decision.judgement, alive & maskOfKind(model, kind));
  const vm = best(0);
  const container = best(1);
  const forms =
    proven === 'vm'
      ? [vm]
      : proven === 'container'
        ? [container]
        : proven === 'either'
          ? [vm, container]
          : [];
  return {
    ...decision,
    headline: proven,
    strength: proven === 'vm' || proven === 'container' ? 'lean' : null,
    contested: false,
    forms: forms.filter((form) => form !== null),
    runnerUp: proven === 'vm' ? container : proven === 'container' ? vm : null,
    conflicts: proven === 'none' ? listConflicts(model, decision.judgement) : [],
  };
}
