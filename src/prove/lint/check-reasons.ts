import { holdsPosition, maskOf, positionOf } from '../../decide/bits.ts';
import { choosePoint, findBest, judgeCertain } from '../../decide/kernel.ts';
import { maskOfKind } from '../../decide/kinds.ts';
import type { KindIndex, Mask, ModelRule, State } from '../../decide/model.ts';
import { boundForms } from '../../reason/engine/bound-forms.ts';
import { boundSurvival, listOpenRemovers } from '../../reason/engine/bound-survival.ts';
import type { Bound } from '../../reason/engine/bounds.ts';
import { judgeState } from '../../reason/engine/judged-state.ts';
import { prepareModel, type Prepared } from '../../reason/engine/prepared.ts';
import { searchResults } from '../../reason/engine/search-results.ts';
import { resolvePlacements } from '../../rulebook/placements.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { listBoxes, openState } from './boxes.ts';
import { drawCompletion, seedChance } from './draw.ts';
import type { Finding } from './finding.ts';
import { pickFacts } from './values.ts';

/** Nodes that one search may visit. */
const budget = 20_000;
/** Workloads drawn for one rule before anything is searched. */
const draws = 2000;

/**
 * Votes that count where the form of their kind is none of those that they go by, so that their reason
 * is not true of it, unless the rule says under `elsewhere` what is; and `elsewhere` that is never said.
 * Over all workloads of which everything is said.
 */
export function checkReasons(ready: ReadyRulebook): Finding[] {
  const { model, rulebook } = ready;
  const prepared = prepareModel(model);
  return model.rules.flatMap((rule, index): Finding[] => {
    const kind = rule.favours;
    if (kind === null) return [];
    const others = maskOfKind(model, kind) & ~rule.byWayOf;
    let told = 0;
    const idle: Finding[] = [];
    for (const name of Object.keys(rulebook.rules[index]?.elsewhere ?? {})) {
      const among = maskOf(resolvePlacements(rulebook, name)) & others & ~told;
      const beside = findBeside(prepared, rule, kind, among);
      told |= among;
      if (beside === null) idle.push(unfinished(rule.id, ['elsewhere', name]));
      if (beside === false)
        idle.push({
          kind: 'elsewhere-unused',
          subject: { sort: 'rule', id: rule.id, path: ['elsewhere', name] },
          message: `${rule.id} never counts where the form is ${name} and none of those named before`,
        });
    }
    const beside = findBeside(prepared, rule, kind, others & ~told);
    if (beside === false) return idle;
    if (beside === null) return [...idle, unfinished(rule.id, ['by-way-of'])];
    const form = model.placements[beside.form]?.id ?? '';
    return [
      ...idle,
      {
        kind: 'reason-not-of-this-form',
        subject: { sort: 'rule', id: rule.id, path: ['by-way-of'] },
        message: `${rule.id} counts where the form is ${form}, which is none of those it goes by`,
        witness: { facts: pickFacts(ready, beside.state), shows: `${rule.id} beside ${form}` },
      },
    ];
  });
}

function unfinished(id: string, path: readonly string[]): Finding {
  return {
    kind: 'proof-unfinished',
    subject: { sort: 'rule', id, path },
    message: `whether ${id} ever counts beside a form that it does not go by was not settled`,
  };
}

/** A state, and the form there. */
interface Beside {
  readonly state: State;
  readonly form: number;
}

/** Whether the form is one of some while the vote counts, or not; as bits. */
const bits = { beside: 1, otherwise: 2 } as const;

/**
 * A state in which a rule fires, its vote counts, and the form is one of some that it does not go by.
 * @param among those placements
 * @returns false where there is none, null where that was not settled
 */
function findBeside(
  prepared: Prepared,
  { when, byWayOf }: ModelRule,
  kind: KindIndex,
  among: Mask,
): Beside | false | null {
  if (among === 0) return false;
  const boxes = [...listBoxes(when.node, openState(prepared.model.facts))];
  const drawn = drawBeside(prepared, boxes, byWayOf, kind, among);
  if (drawn !== null) return drawn;
  const bound = boundBeside(byWayOf, kind, among);
  for (const box of boxes) {
    const judged = judgeState(prepared, box);
    const { witnesses, finished } = searchResults(prepared, judged, bound, {
      known: bits.otherwise,
      enough: 1,
      budget,
    });
    const witness = witnesses.get(bits.beside);
    if (witness !== undefined)
      return { state: witness.state, form: positionOf(boundForms[kind](prepared, witness).possible) };
    if (!finished) return null;
  }
  return false;
}

/** What a few drawn workloads show needs no search. */
function drawBeside(
  { model, kernel }: Prepared,
  boxes: readonly State[],
  byWayOf: Mask,
  kind: KindIndex,
  among: Mask,
): Beside | null {
  const chance = seedChance(20261129);
  for (let draw = 0; draw < draws; draw++) {
    const box = boxes[draw % boxes.length];
    if (box === undefined) return null;
    const state = drawCompletion(model.facts, box, [0.1, 0.3, 0.6][draw % 3] ?? 0, chance);
    const certain = judgeCertain(kernel, state);
    const { alive } = choosePoint(kernel, certain);
    const form = findBest(kernel, certain, alive & kernel.kinds[kind]);
    if ((byWayOf & alive) !== 0 && form !== null && holdsPosition(among, form)) return { state, form };
  }
  return null;
}

function boundBeside(byWayOf: Mask, kind: KindIndex, among: Mask): Bound {
  return (prepared, judged) => {
    const { out, doubtful } = boundSurvival(prepared, judged);
    const forms = boundForms[kind](prepared, judged);
    const ways = byWayOf & ~out;
    const counts = (ways & ~doubtful) !== 0;
    const beside = ways !== 0 && (forms.possible & among) !== 0;
    const otherwise = !counts || (forms.possible & ~among) !== 0;
    const removers = counts ? [] : listOpenRemovers(prepared, judged, ways);
    return {
      possible: (beside ? bits.beside : 0) | (otherwise ? bits.otherwise : 0),
      live: [...new Set([...forms.live, ...removers])],
      key: () => `${forms.key()}#${ways}/${ways & doubtful}`,
    };
  };
}
