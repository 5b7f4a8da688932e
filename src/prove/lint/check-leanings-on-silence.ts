import { at } from '../../at.ts';
import { allOf, negate, settleFact } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Node } from '../../decide/model.ts';
import { type Budget, openRunBudget } from '../../reason/engine/run-budget.ts';
import { openState, searchForBox } from './boxes.ts';
import type { Finding, LintSubject } from './finding.ts';
import { pickFacts } from './values.ts';

/**
 * Exclusions, needs and strong votes that count because something about the platform, hosts, people or
 * support terms is only presumed, unless the fact says why it is safe to presume.
 */
export function checkLeaningsOnSilence(ready: ReadyRulebook, run: Budget = openRunBudget()): Finding[] {
  const { model } = ready;
  const suspects = listSuspects(ready);
  if (suspects.length === 0) return [];
  const rules = model.rules
    .filter(({ removes, favours, tier }) => removes !== 0 || (favours !== null && tier === 3))
    .flatMap((rule) =>
      describeLeaning(ready, run, rule.when.node, suspects, {
        subject: { sort: 'rule', id: rule.id, path: ['when'] },
        says: rule.removes !== 0 ? `${rule.id} rules placements out` : `${rule.id} votes strongly`,
      }),
    );
  const needs = model.placements.flatMap(({ id, needs: condition }) =>
    condition === null
      ? []
      : describeLeaning(ready, run, negate(condition.node, model.facts), suspects, {
          subject: { sort: 'placement', id, path: ['needs'] },
          says: `${id} is out`,
        }),
  );
  return [...rules, ...needs];
}

/** Facts about the surroundings whose presumption nobody has given a reason for. */
function listSuspects({ rulebook, model }: ReadyRulebook): number[] {
  return rulebook.facts.flatMap((fact, index) =>
    at(model.facts, index).presumed !== null &&
    fact.about !== undefined &&
    fact.about !== 'program' &&
    fact['safe-to-presume'] === undefined
      ? [index]
      : [],
  );
}

/**
 * One finding a fact. Where only several presumptions together carry a rule, each of them does so
 * alone once the others are stated, so that none escapes.
 */
function describeLeaning(
  ready: ReadyRulebook,
  run: Budget,
  node: Node,
  suspects: readonly number[],
  { subject, says }: { readonly subject: LintSubject; readonly says: string },
): Finding[] {
  const { model } = ready;
  return suspects.flatMap((fact): Finding[] => {
    const { id, presumed } = at(model.facts, fact);
    if (presumed === null) return [];
    const holds = settleFact(node, fact, presumed);
    const box = searchForBox(allOf([holds, negate(node, model.facts)]), openState(model.facts), run);
    if (box === false) return [];
    if (box === null)
      return [
        {
          kind: 'proof-unfinished',
          subject,
          other: { sort: 'fact', id, path: ['presumed'] },
          message: `whether ${says} by what is presumed of ${id} was not settled`,
        },
      ];
    return [
      {
        kind: 'rests-on-presumption',
        subject,
        other: { sort: 'fact', id, path: ['presumed'] },
        message: `${says} though nobody said anything of ${id}: it is only presumed`,
        witness: { facts: pickFacts(ready, box, [], [fact]), shows: `${says} by what is presumed` },
      },
    ];
  });
}
