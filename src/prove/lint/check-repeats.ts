import { allOf } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { joinSuits, type Model, type ModelRule } from '../../decide/model.ts';
import type { Answer } from '../../reason/engine/judge-dependence.ts';
import { type Budget, openRunBudget } from '../../reason/engine/run-budget.ts';
import { judgeImplied, judgePossible, openState, searchForBox } from './boxes.ts';
import type { Finding, LintSubject, Witness } from './finding.ts';
import { pickFacts } from './values.ts';

/**
 * Pairs of rules that say the same, and rules all of whose effects another one has wherever they fire:
 * the vote of the same concern, as strong and by way of as much; the exclusion of as much.
 */
export function checkRepeats(ready: ReadyRulebook, run: Budget = openRunBudget()): Finding[] {
  const { model } = ready;
  // Of others it is told elsewhere that they never fire, or that this was not settled.
  const firing = model.rules.filter((rule) => judgePossible(model.facts, rule.when.node, run) === true);
  return firing.flatMap((one, index): Finding[] => {
    const subject: LintSubject = { sort: 'rule', id: one.id };
    const twin = searchAmong(
      firing.filter((each) => each !== one && sameEffect(one, each)),
      (each) => judgeSameCondition(model, one, each, run),
    );
    if (twin.found !== null)
      return firing.indexOf(twin.found) < index ? [describeTwins(ready, one, twin.found, subject, run)] : [];
    const { found: cover, settled } = searchAmong(
      firing.filter((each) => each !== one && covers(each, one)),
      (each) => judgeImplied(model.facts, one.when.node, each.when.node, run),
    );
    if (cover === null)
      return settled && twin.settled
        ? []
        : [
            {
              kind: 'proof-unfinished',
              subject,
              message: `whether another rule does as much wherever ${one.id} fires was not settled`,
            },
          ];
    return [
      {
        kind: 'rule-covered',
        subject,
        other: { sort: 'rule', id: cover.id },
        message: `wherever ${one.id} fires, ${cover.id} fires too and does as much, so ${one.id} adds nothing`,
        ...showBoth(ready, one, cover, run),
      },
    ];
  });
}

function describeTwins(
  ready: ReadyRulebook,
  one: ModelRule,
  other: ModelRule,
  subject: LintSubject,
  run: Budget,
): Finding {
  const twice =
    one.favours !== null && one.concern !== other.concern
      ? '; as they belong to two concerns, one root cause votes twice'
      : '';
  return {
    kind: 'rules-alike',
    subject,
    other: { sort: 'rule', id: other.id },
    message: `${one.id} and ${other.id} fire for the same workloads and do the same${twice}`,
    ...showBoth(ready, one, other, run),
  };
}

function showBoth(
  ready: ReadyRulebook,
  one: ModelRule,
  other: ModelRule,
  run: Budget,
): { readonly witness?: Witness } {
  const box = searchForBox(allOf([one.when.node, other.when.node]), openState(ready.model.facts), run);
  return box === null || box === false
    ? {}
    : { witness: { facts: pickFacts(ready, box), shows: `${one.id} and ${other.id} both fire` } };
}

/** The first of some rules that something holds of, and if there is none whether all were settled. */
function searchAmong(
  rules: readonly ModelRule[],
  judge: (rule: ModelRule) => Answer,
): { readonly found: ModelRule | null; readonly settled: boolean } {
  let settled = true;
  for (const rule of rules) {
    const answer = judge(rule);
    if (answer === true) return { found: rule, settled };
    if (answer === null) settled = false;
  }
  return { found: null, settled };
}

/** A note is said by one rule alone: no other has that effect. */
function sameEffect(one: ModelRule, other: ModelRule): boolean {
  const effects = ({ removes, favours, tier, byWayOf, suits, must, notes }: ModelRule) =>
    [removes, favours, tier, favours === null ? 0 : byWayOf, suits.join(), must, notes].join();
  return !one.notes && effects(one) === effects(other);
}

/** Whether one rule has every effect of another, both firing. */
function covers(by: ModelRule, rule: ModelRule): boolean {
  return !rule.notes && doesAsMuch(by, rule);
}

/**
 * Whether one rule that fires removes and votes at least as much as another. Votes for a placement add
 * up, so that none does as much as another.
 */
export function doesAsMuch(by: ModelRule, rule: ModelRule): boolean {
  const vote =
    rule.favours === null ||
    (by.favours === rule.favours &&
      by.concern === rule.concern &&
      by.tier >= rule.tier &&
      (rule.byWayOf & ~by.byWayOf) === 0);
  return (
    vote &&
    joinSuits(rule.suits) === 0 &&
    (rule.removes & ~by.removes) === 0 &&
    (rule.must === null || rule.must === by.must)
  );
}

function judgeSameCondition({ facts }: Model, one: ModelRule, other: ModelRule, run: Budget): Answer {
  const there = judgeImplied(facts, one.when.node, other.when.node, run);
  if (there === false) return false;
  const back = judgeImplied(facts, other.when.node, one.when.node, run);
  return there === null && back === true ? null : back;
}
