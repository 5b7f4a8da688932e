import { allOf } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { joinSuits, type Model, type ModelRule } from '../../decide/model.ts';
import { findBox, implies, openState } from './boxes.ts';
import type { Finding, LintSubject, Witness } from './finding.ts';
import { pickFacts } from './values.ts';

/**
 * Pairs of rules that say the same, and rules all of whose effects another one has wherever they fire:
 * the vote of the same concern, as strong and by way of as much; the exclusion of as much.
 */
export function checkRepeats(ready: ReadyRulebook): Finding[] {
  const { model } = ready;
  const firing = model.rules.filter((rule) => findBox(rule.when.node, openState(model.facts)) !== null);
  return firing.flatMap((one, index): Finding[] => {
    const subject: LintSubject = { sort: 'rule', id: one.id };
    const twins = firing.filter(
      (each) => each !== one && sameEffect(one, each) && sameCondition(model, one, each),
    );
    const [first] = twins;
    if (first !== undefined)
      return firing.indexOf(first) < index ? [describeTwins(ready, one, first, subject)] : [];
    const cover = firing.find((each) => each !== one && covers(each, one) && implied(model, one, each));
    if (cover === undefined) return [];
    return [
      {
        kind: 'rule-covered',
        subject,
        other: { sort: 'rule', id: cover.id },
        message: `wherever ${one.id} fires, ${cover.id} fires too and does as much, so ${one.id} adds nothing`,
        witness: showBoth(ready, one, cover),
      },
    ];
  });
}

function describeTwins(
  ready: ReadyRulebook,
  one: ModelRule,
  other: ModelRule,
  subject: LintSubject,
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
    witness: showBoth(ready, one, other),
  };
}

function showBoth(ready: ReadyRulebook, one: ModelRule, other: ModelRule): Witness {
  const box = findBox(allOf([one.when.node, other.when.node]), openState(ready.model.facts));
  return { facts: box === null ? {} : pickFacts(ready, box), shows: `${one.id} and ${other.id} both fire` };
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

function implied(model: Model, one: ModelRule, other: ModelRule): boolean {
  return implies(model.facts, one.when.node, other.when.node);
}

function sameCondition(model: Model, one: ModelRule, other: ModelRule): boolean {
  return implied(model, one, other) && implied(model, other, one);
}
