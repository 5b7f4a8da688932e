import { always } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { at } from '../../at.ts';
import { decideJudged } from '../../decide/decide.ts';
import { judgeRules } from '../../decide/judge-rules.ts';
import { judgeTable } from '../../decide/bit-table.ts';
import { choosePoint, findBest } from '../../decide/kernel.ts';
import { kindsOf } from '../../decide/kinds.ts';
import type { Model, State } from '../../decide/model.ts';
import type { Answer } from '../../reason/engine/judge-dependence.ts';
import { boundVerdicts, verdictBits } from '../../reason/engine/bound-headlines.ts';
import { judgeState } from '../../reason/engine/judged-state.ts';
import { searchResults } from '../../reason/engine/search-results.ts';
import { prepareModel } from '../../reason/engine/prepared.ts';
import { openState } from './boxes.ts';
import { drawCompletion, seedChance } from './draw.ts';
import type { Finding } from './finding.ts';
import { aimAtForm } from './aim.ts';
import { searchAims } from './search-aims.ts';
import { compileWorkloads, type WorkloadTable } from './workload-table.ts';
import { usualBudget } from './judge-difference.ts';
import { type Allowance, type Budget, openRunBudget, spendOn } from '../../reason/engine/run-budget.ts';
import { judgeSurviving } from './check-dead-rules.ts';

/** Placements that no workload is given, and kinds, headlines and strengths that none comes out with. */
export function checkUnreachable(
  ready: ReadyRulebook,
  workloads: WorkloadTable = compileWorkloads(ready.model),
  run: Allowance = openRunBudget(),
): Finding[] {
  const drawn = drawOutcomes(ready.model);
  return [...judgePlacements(workloads, drawn.forms, run), ...judgeVerdicts(ready, drawn.verdicts, run)];
}

/** What some drawn workloads come out as: what they show needs no proof. */
function drawOutcomes(model: Model): { forms: Set<number>; verdicts: Set<string> } {
  const chance = seedChance(20261124);
  const forms = new Set<number>();
  const verdicts = new Set<string>();
  for (let draw = 0; draw < 3000; draw++) {
    const loud = at([0.1, 0.3, 0.6], draw % 3);
    const state = drawCompletion(model.facts, openState(model.facts), loud, chance);
    const choice = decideJudged(model, judgeRules(model, state));
    choice.forms.forEach((form) => forms.add(form));
    verdicts.add(`${choice.headline} ${choice.strength ?? ''}`.trim());
  }
  return { forms, verdicts };
}

function judgePlacements(workloads: WorkloadTable, seen: ReadonlySet<number>, run: Budget): Finding[] {
  const { model } = workloads;
  return model.placements.flatMap(({ id }, placement): Finding[] => {
    if (seen.has(placement)) return [];
    const subject = { sort: 'placement', id } as const;
    const found = isChosen(workloads, placement, run);
    if (found === true) return [];
    if (found === null)
      return [
        {
          kind: 'proof-unfinished',
          subject,
          message: `whether any workload is placed in ${id} was not settled`,
        },
      ];
    const why =
      judgeSurviving(model, placement, always, run) === false
        ? 'what it needs and what rules it out leave it to no workload'
        : 'wherever it survives, another placement is chosen';
    return [{ kind: 'placement-unreachable', subject, message: `${id} is never chosen: ${why}` }];
  });
}

/** Whether some workload is placed in a placement, whatever it leaves open. */
function isChosen(workloads: WorkloadTable, placement: number, run: Budget): Answer {
  const { kernel, facts } = workloads;
  const certain = new Int32Array(workloads.table.width);
  const isPlaced = (workload: State): boolean => {
    judgeTable(workloads.table, workload, certain);
    const { headline, alive } = choosePoint(kernel, certain);
    return kindsOf[headline].some(
      (kind) => findBest(kernel, certain, alive & kernel.kinds[kind]) === placement,
    );
  };
  const aims = [aimAtForm(workloads, placement)];
  const found = spendOn(run, usualBudget, (budget) =>
    searchAims(workloads, aims, openState(facts), isPlaced, budget),
  );
  if (found === null || (found === false && !workloads.whole)) return null;
  return found !== false;
}

type Verdict = keyof typeof verdictBits;

/** Of complete workloads: while something is open, silence alone can make an either. */
function judgeVerdicts({ model }: ReadyRulebook, drawn: ReadonlySet<string>, run: Allowance): Finding[] {
  const names = Object.keys(verdictBits) as Verdict[];
  const known = names.reduce((mask, name) => (drawn.has(name) ? mask | verdictBits[name] : mask), 0);
  const missing = names.length - drawn.size;
  if (missing === 0) return [];
  const prepared = { ...prepareModel(model), allowance: run };
  const open = judgeState(prepared, openState(model.facts));
  const { found, finished } = searchResults(prepared, open, boundVerdicts, { known, enough: missing });
  const never = names.filter((name) => ((known | found) & verdictBits[name]) === 0);
  const subject = { sort: 'rulebook', id: '' } as const;
  if (!finished)
    return never.length === 0
      ? []
      : [
          {
            kind: 'proof-unfinished',
            subject,
            message: `whether any workload comes out as ${never.join(', ')} was not settled`,
          },
        ];
  const kinds = (['vm', 'container'] as const).filter((kind) =>
    names.filter((name) => name.startsWith(kind)).every((name) => never.includes(name)),
  );
  const others = never.filter((name) => !kinds.some((kind) => name.startsWith(kind)));
  return [
    ...kinds.map((kind): Finding => ({
      kind: 'kind-unreachable',
      subject,
      message: `no workload of which everything is said comes out as ${kind}`,
    })),
    ...(others.length === 0
      ? []
      : [
          {
            kind: 'headline-unreachable' as const,
            subject,
            message: `no workload of which everything is said comes out as ${others.join(', ')}`,
          },
        ]),
  ];
}
