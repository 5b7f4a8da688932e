import { at } from '../../at.ts';
import { holdsPosition, listPositions } from '../../decide/bits.ts';
import { maskOfKind } from '../../decide/kinds.ts';
import { allOf, negate } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { joinSuits, type Mask, type Model, type Node } from '../../decide/model.ts';
import { type Answer, judgeAny } from '../../reason/engine/judge-dependence.ts';
import { judgePossible } from './boxes.ts';
import type { Finding, LintSubject } from './finding.ts';
import { liftModel, type Lifted } from './lift-model.ts';
import { type Budget, openRunBudget } from '../../reason/engine/run-budget.ts';

/**
 * Rules whose condition no workload meets, votes whose placements are out wherever they are cast, and
 * rules that exclude containers and favour them.
 */
export function checkDeadRules(ready: ReadyRulebook, run: Budget = openRunBudget()): Finding[] {
  let lifted: Lifted | null | undefined;
  const lift = (): Lifted | null => (lifted === undefined ? (lifted = liftModel(ready.model)) : lifted);
  return ready.model.rules.flatMap((rule, index): Finding[] => {
    const subject: LintSubject = { sort: 'rule', id: rule.id };
    const fires = judgePossible(ready.model.facts, rule.when.node, run);
    if (fires === null)
      return [
        {
          kind: 'proof-unfinished',
          subject: { ...subject, path: ['when'] },
          message: `whether any workload meets the condition of ${rule.id} was not settled`,
        },
      ];
    if (!fires)
      return [
        {
          kind: 'rule-never-fires',
          subject: { ...subject, path: ['when'] },
          message: `no workload meets the condition of ${rule.id}`,
        },
      ];
    return [
      ...(rule.favours === null
        ? []
        : judgeVote(ready, lift, index, { key: 'by-way-of', by: rule.byWayOf }, run)),
      ...judgeVote(ready, lift, index, { key: 'suits', by: joinSuits(rule.suits) }, run),
      ...judgePull(ready.model, index, subject),
    ];
  });
}

/** Whether a placement survives in some workload in which something else holds; null where that was not settled. */
export function judgeSurviving(model: Model, placement: number, beside: Node, run: Budget): Answer {
  const removers = model.rules.filter(({ removes }) => holdsPosition(removes, placement));
  const { needs } = at(model.placements, placement);
  const node = allOf([
    beside,
    ...(needs === null ? [] : [needs.node]),
    ...removers.map(({ when }) => negate(when.node, model.facts)),
  ]);
  return judgePossible(model.facts, node, run);
}

/**
 * Judges a vote for a kind, or for placements.
 * @param lift gives the lifted model
 * @param vote where the rule says what it goes by, and the placements of which one has to survive
 */
function judgeVote(
  { model }: ReadyRulebook,
  lift: () => Lifted | null,
  index: number,
  { key, by }: { readonly key: 'by-way-of' | 'suits'; readonly by: Mask },
  run: Budget,
): Finding[] {
  const rule = at(model.rules, index);
  const subject = { sort: 'rule' as const, id: rule.id };
  if (by === 0) return [];
  const complete = judgeSurvival(model, index, by, run);
  if (complete === true) return [];
  const lifted = complete === null ? null : lift();
  const partial = lifted === null ? null : judgeSurvival(lifted.model, index, by, run);
  if (partial === true) return [];
  const names = listPositions(by).map((placement) => at(model.placements, placement).id);
  const whole = names.length === model.placements.length;
  const message = `wherever ${rule.id} fires, ${whole ? 'every placement' : names.join(', ')} is out, so its vote never counts`;
  if (partial === null)
    return [
      {
        kind: 'proof-unfinished',
        subject,
        message:
          complete === null
            ? `whether the vote of ${rule.id} ever counts was not settled`
            : `${message} where everything is said; elsewhere this was not settled`,
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

function judgeSurvival(model: Model, rule: number, among: Mask, run: Budget): Answer {
  const { node } = at(model.rules, rule).when;
  return judgeAny(listPositions(among), (placement) => judgeSurviving(model, placement, node, run));
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
