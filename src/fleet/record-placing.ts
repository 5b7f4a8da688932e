import { at } from '../at.ts';
import { describeFlips } from '../advice/describe-flips.ts';
import { sortReasons } from '../advice/describe-reasons.ts';
import { countRules, estimateMove, listVerdictLeanings } from '../advice/describe-verdict.ts';
import { fires, type Placing } from '../advice/placing.ts';
import { findPlacedKind } from '../decide/kinds.ts';
import { listActions } from '../decide/list-actions.ts';
import type { FleetRecord } from './fleet-record.ts';
import { flipOf, type RecordExtra } from './fleet-record.ts';

/**
 * The record of what was decided: what `recordOf` makes of the advice on it, without the advice, which is
 * many times as long.
 * @param extras what it is to hold beside what it always holds
 */
export function recordPlacing(placing: Placing, extras: ReadonlySet<RecordExtra>): FleetRecord {
  const { model, rulebook, decision, proof } = placing;
  const { headline, strength, contested, forms, runnerUp } = decision;
  const chosen = findPlacedKind(headline) === null ? undefined : at(rulebook.placements, at(forms, 0));
  const other = runnerUp === null ? undefined : at(rulebook.placements, runnerUp);
  const reasons = sortReasons(placing);
  const ids = (rules: readonly number[]) => rules.map((rule) => at(model.rules, rule).id);
  const formOf = (kind: 0 | 1) => forms.find((form) => at(model.placements, form).kind === kind);
  const idOf = (form: number | undefined) => (form === undefined ? null : at(model.placements, form).id);
  const called = listActions(model, placing.known.state, decision);
  const actions = (must: boolean) =>
    called
      .filter((each) => each.must === must)
      .map(({ action }) => at(model.actions, action).id)
      .sort();
  const flips = extras.has('flips') || extras.has('hinges') ? describeFlips(placing) : undefined;
  const { fired, quiet, undecided } = countRules(placing);
  return {
    headline,
    strength,
    status: proof.status,
    proven: proof.finished,
    contested,
    placement: chosen?.id ?? null,
    isolation: chosen?.isolation ?? null,
    form_vm: idOf(formOf(0)),
    form_container: idOf(formOf(1)),
    runner_up: other?.id ?? null,
    takes: other === undefined ? null : estimateMove(placing, other.kind),
    if: listVerdictLeanings(placing).map((fact) => at(model.facts, fact).id),
    must: actions(true),
    reasons_for: ids(reasons.for),
    reasons_against: ids(reasons.against),
    ruling_out: ids(reasons.rulingOut),
    form_reasons: ids(reasons.form),
    consider: rulebook.outside.flatMap(({ id }) =>
      rulebook.rules.some((rule, index) => rule.consider === id && fires(placing, index)) ? [id] : [],
    ),
    fired,
    quiet,
    undecided,
    ...(extras.has('should') ? { should: actions(false) } : {}),
    ...(extras.has('hinges') ? { hinges: flips?.hinges.map(flipOf) } : {}),
    ...(extras.has('flips') ? { flips: flips?.flips.map(flipOf) } : {}),
  };
}
