import { at } from '../../at.ts';
import { isSeveral, lowestBit, positionOf, splitMask } from '../../decide/bits.ts';
import { allOf, listMasks, negate, settleFact } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Mask, Model, ModelCondition, Node } from '../../decide/model.ts';
import { type Answer, judgeAny } from '../../reason/engine/judge-dependence.ts';
import { judgePossible, mostSteps } from './boxes.ts';
import { judgeInfluence, judgeSwap, usualBudget } from './judge-difference.ts';
import type { Finding } from './finding.ts';
import { type Budget, openRunBudget, spendOn } from '../../reason/engine/run-budget.ts';
import { wordValues } from './values.ts';
import { compileWorkloads, type WorkloadTable } from './workload-table.ts';

/**
 * Facts that nothing reads, that change nothing, and choices in place of which another one would do.
 * What moving takes and what speaks against an action count as soon as their condition can come out
 * differently.
 */
export function checkIdleFacts(
  ready: ReadyRulebook,
  workloads: WorkloadTable = compileWorkloads(ready.model),
  run: Budget = openRunBudget(),
): Finding[] {
  return ready.model.facts.flatMap((_, fact) => checkFact(ready, workloads, fact, run));
}

function checkFact(ready: ReadyRulebook, workloads: WorkloadTable, index: number, run: Budget): Finding[] {
  const fact = at(ready.model.facts, index);
  const subject = { sort: 'fact', id: fact.id } as const;
  const conditions = listConditions(ready.model).filter(({ reads }) => reads.includes(index));
  if (conditions.length === 0)
    return [
      {
        kind: 'fact-unread',
        subject,
        message: `no rule, placement or action reads ${fact.id}, so nobody is asked for it`,
      },
    ];
  const masks = conditions.flatMap(({ node }) => listMasks(node, index));
  const { groups, unfinished } = joinAlike(workloads, index, splitMask(fact.all, masks), run);
  const notes = unfinished.map((values): Finding => ({
    kind: 'proof-unfinished',
    subject: { ...subject, path: ['values', firstName(ready, index, values & (values - 1))] },
    message: `whether anything tells ${wordValues(ready, index, values)} of ${fact.id} apart was not settled`,
  }));
  if (groups.length === 1 && unfinished.length === 0)
    return [
      {
        kind: 'fact-without-effect',
        subject,
        message: `no workload comes out differently by ${fact.id}, whatever is said of it`,
      },
    ];
  const alike = groups.filter(isSeveral);
  return [
    ...alike.map((mask): Finding => ({
      kind: 'choices-alike',
      subject: { ...subject, path: ['values', firstName(ready, index, mask)] },
      message: `no workload comes out differently by ${wordValues(ready, index, mask)} of ${fact.id}`,
    })),
    ...notes,
  ];
}

/** Joins the values that can stand for each other; pairs that were not settled stay apart. */
function joinAlike(
  workloads: WorkloadTable,
  fact: number,
  classes: readonly Mask[],
  run: Budget,
): { groups: Mask[]; unfinished: Mask[] } {
  const groups: Mask[] = [];
  const unfinished: Mask[] = [];
  for (const each of classes) {
    const own = lowestBit(each);
    const place = groups.findIndex((group) => {
      const one = lowestBit(group);
      const found = tellApart(workloads, fact, [one, own], run);
      if (found === null) unfinished.push(one | own);
      return found === false;
    });
    if (place === -1) groups.push(each);
    else groups[place] = at(groups, place) | each;
  }
  return { groups, unfinished };
}

function tellApart(
  workloads: WorkloadTable,
  fact: number,
  [one, other]: readonly [Mask, Mask],
  run: Budget,
): Answer {
  const { model } = workloads;
  const beside = listBeside(model).filter(({ reads }) => reads.includes(fact));
  const ways = [
    ...beside.map(
      ({ node }) =>
        () =>
          judgeDiffering(model, node, fact, [one, other], run),
    ),
    () => spendOnSearch(run, (budget, steps) => judgeSwap(workloads, fact, [one, other], budget, steps)),
  ];
  return judgeAny(ways, (judge) => judge());
}

function judgeDiffering(
  { facts }: Model,
  node: Node,
  fact: number,
  [one, other]: readonly [Mask, Mask],
  run: Budget,
): Answer {
  const [first, second] = [settleFact(node, fact, one), settleFact(node, fact, other)];
  const apart = [allOf([first, negate(second, facts)]), allOf([second, negate(first, facts)])];
  return judgeAny(apart, (each) => judgePossible(facts, each, run));
}

/** Conditions beside the decision: what moving takes, and what speaks against an action. */
function listBeside({ moving, actions }: Model): ModelCondition[] {
  const contradicting = actions.map(({ contradictedBy }) => contradictedBy);
  return [...moving.flat().map(({ when }) => when), ...contradicting.filter((each) => each !== null)];
}

function listConditions(model: Model): ModelCondition[] {
  return [
    ...model.rules.map(({ when }) => when),
    ...[...model.placements.map(({ needs }) => needs), ...model.actions.map(({ when }) => when)].filter(
      (each) => each !== null,
    ),
    ...listBeside(model),
  ];
}

/** The name of the first of some choices; empty for numbers, which have no list of values. */
function firstName({ model }: ReadyRulebook, fact: number, mask: Mask): string {
  return at(model.facts, fact).choices[positionOf(mask)] ?? '';
}

/**
 * Rules without which every workload comes out the same: headline, strength, placement, actions and
 * notes, also while something is unknown.
 * @param explained ids of rules of which another check has already said why they are idle
 */
export function checkIdleRules(
  ready: ReadyRulebook,
  explained: ReadonlySet<string>,
  workloads: WorkloadTable = compileWorkloads(ready.model),
  run: Budget = openRunBudget(),
): Finding[] {
  return ready.model.rules.flatMap(({ id }, index): Finding[] => {
    if (explained.has(id)) return [];
    const found = spendOnSearch(run, (budget, steps) => judgeInfluence(workloads, index, budget, steps));
    const subject = { sort: 'rule', id } as const;
    if (found === null)
      return [
        {
          kind: 'proof-unfinished',
          subject,
          message: `whether any workload comes out differently without ${id} was not settled`,
        },
      ];
    return found
      ? []
      : [
          {
            kind: 'rule-without-effect',
            subject,
            message: `every workload comes out the same without ${id}`,
          },
        ];
  });
}

/** So many steps of listing where to look take as long as one set that is judged. */
const stepsPerSet = 10;

/** Lets a search take its share of the sets that may be judged, and of the steps of listing where to look. */
function spendOnSearch(run: Budget, judge: (budget: Budget, steps: Budget) => Answer): Answer {
  return spendOn(run, usualBudget, (budget) =>
    spendOn(run, mostSteps / stepsPerSet, (sets) => {
      const steps = { left: sets.left * stepsPerSet };
      const answer = judge(budget, steps);
      sets.left = Math.floor(steps.left / stepsPerSet);
      return answer;
    }),
  );
}
