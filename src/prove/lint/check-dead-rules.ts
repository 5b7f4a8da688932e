import { at } from '../../at.ts';
import { holdsPosition, listPositions } from '../../decide/bits.ts';
import { maskOfKind } from '../../decide/kinds.ts';
import { allOf, negate } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { joinSuits, type Mask, type Model, type Node, type State } from '../../decide/model.ts';
import { findBox, openState } from './boxes.ts';
import type { Finding, LintSubject } from './finding.ts';
import { liftModel, type Lifted } from './lift-model.ts';

/**
 * Rules whose condition no workload meets, votes whose placements are out wherever they are cast, and
 * rules that exclude containers and favour them.
 */
export function checkDeadRules(ready: ReadyRulebook): Finding[] {
  let lifted: Lifted | null | undefined;
  const lift = (): Lifted | null => (lifted === undefined ? (lifted = liftModel(ready.model)) : lifted);
  return ready.model.rules.flatMap((rule, index): Finding[] => {
    const subject: LintSubject = { sort: 'rule', id: rule.id };
    if (findBox(rule.when.node, openState(ready.model.facts)) === null)
      return [
        {
          kind: 'rule-never-fires',
          subject: { ...subject, path: ['when'] },
          message: `no workload meets the condition of ${rule.id}`,
        },
      ];
    return [
      ...(rule.favours === null ? [] : judgeVote(ready, lift, index, 'by-way-of', rule.byWayOf)),
      ...judgeVote(ready, lift, index, 'suits', joinSuits(rule.suits)),
      ...judgePull(ready.model, index, subject),
    ];
  });
}

/** A state in which a placement survives and something else holds; null where there is none. */
export function findSurviving(model: Model, placement: number, beside: Node): State | null {
  const removers = model.rules.filter(({ removes }) => holdsPosition(removes, placement));
  const { needs } = at(model.placements, placement);
  return findBox(
    allOf([
      beside,
      ...(needs === null ? [] : [needs.node]),
      ...removers.map(({ when }) => negate(when.node, model.facts)),
    ]),
    openState(model.facts),
  );
}

/**
 * Judges a vote for a kind, or for placements.
 * @param lift gives the lifted model
 * @param key where the rule says what it goes by
 * @param by the placements of which one has to survive
 */
function judgeVote(
  { model }: ReadyRulebook,
  lift: () => Lifted | null,
  index: number,
  key: 'by-way-of' | 'suits',
  by: Mask,
): Finding[] {
  const rule = at(model.rules, index);
  const subject = { sort: 'rule' as const, id: rule.id };
  if (by === 0 || survives(model, index, by)) return [];
  const lifted = lift();
  if (lifted !== null && survives(lifted.model, index, by)) return [];
  const names = listPositions(by).map((placement) => at(model.placements, placement).id);
  const whole = names.length === model.placements.length;
  const message = `wherever ${rule.id} fires, ${whole ? 'every placement' : names.join(', ')} is out, so its vote never counts`;
  if (lifted === null)
    return [
      {
        kind: 'proof-unfinished',
        subject,
        message: `${message} where everything is said; elsewhere this was not settled`,
      },
    ];
  return [
    {
      kind: 'vote-without-placement',
      subject: whole ? subject : { ...subject, path: [key] },
      message,
    },
  ];
}

function survives(model: Model, rule: number, among: Mask): boolean {
  const { node } = at(model.rules, rule).when;
  return listPositions(among).some((placement) => findSurviving(model, placement, node) !== null);
}

function judgePull(model: Model, index: number, subject: LintSubject): Finding[] {
  const rule = at(model.rules, index);
  if (rule.favours !== 1 || (rule.removes & maskOfKind(model, 1)) === 0) return [];
  return [
    {
      kind: 'pulls-both-ways',
      subject,
      message: `${rule.id} excludes containers and favours them, so nobody can say which way it pushes`,
    },
  ];
}
