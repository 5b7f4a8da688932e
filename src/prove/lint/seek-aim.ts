import { at } from '../../at.ts';
import { listBits } from '../../decide/bits.ts';
import { judgeTable } from '../../decide/bit-table.ts';
import { clearBit } from '../../decide/bit-words.ts';
import type { Mask, State } from '../../decide/model.ts';
import type { Aim } from './aim.ts';
import { boundPrintedVerdicts, raiseVerdicts } from './bound-verdicts.ts';
import { boundRank, judgeLead, needBetween, needLead, raiseLead } from './bound-lead.ts';
import { addNeed, meetNeeds, type Needs } from './needs.ts';
import type { Prospect, Quest } from './search-workloads.ts';
import { listSlots, makeSides, type Sides } from './sides.ts';
import { openStakes, raiseSurvival, type Stakes } from './stakes.ts';
import type { WorkloadTable } from './workload-table.ts';

/**
 * Looks for a workload in which all that an aim names comes together. Of a set is kept what plainly follows from
 * that: no remover of a placement holds that has to survive, no rule suits what must not lead by more.
 * @param shows whether a workload shows it
 */
export function seekAim(workloads: WorkloadTable, aim: Aim, shows: Quest['shows']): Quest {
  const sides = makeSides(workloads);
  return { look: (state) => lookFor(workloads, aim, state, sides), shows, whole: null, draws: 1 };
}

/** Looks for what an aim names in a set of workloads; null where it comes together in none. */
export function lookFor(workloads: WorkloadTable, aim: Aim, from: State, sides: Sides): Prospect | null {
  let state = from;
  for (;;) {
    judgeOnce(workloads, state, sides);
    const needs: Needs = new Map();
    if (aim.fires !== null) {
      if (!addNeed(needs, sides, aim.fires, true)) return null;
      leaveOut(sides, aim.fires);
    }
    const stakes = openStakes(workloads, sides);
    if (!addNeeds(stakes, aim, needs)) return null;
    const narrowed = needs.size === 0 ? state : meetNeeds(workloads, needs, state);
    if (narrowed === null) return null;
    if (narrowed.every((mask, fact) => mask === state[fact])) {
      raiseAim(stakes, aim, needs);
      return { state, hanging: stakes.hanging };
    }
    state = narrowed;
  }
}

/** Judges a set of workloads that nothing is changed of. */
function judgeOnce({ table, judged, width }: WorkloadTable, state: State, into: Sides): void {
  judgeTable(table, state, judged);
  for (let word = 0; word < width; word++) {
    const [certain, out] = [judged[word] ?? 0, judged[width + word] ?? 0];
    into.before[word] = into.after[word] = into.sure[word] = certain;
    into.possible[word] = ~out;
    into.open[word] = ~certain & ~out;
  }
}

/** Judges as if a rule never fired. */
function leaveOut({ sure, possible, open }: Sides, rule: number): void {
  for (const words of [sure, possible, open]) clearBit(words, rule);
}

/** Adds what every workload of a set that is aimed at has in common; false where there is none. */
function addNeeds(stakes: Stakes, aim: Aim, needs: Needs): boolean {
  const { sides, surviving } = stakes;
  if ((aim.alive & ~surviving.alive) !== 0) return false;
  if (!listRemovers(stakes, aim.alive).every((slot) => addNeed(needs, sides, slot, false))) return false;
  if (!aim.settled.every(([slot, holds]) => addNeed(needs, sides, slot, holds))) return false;
  if (!listBits(aim.gone & surviving.alive).every((own) => needRemoval(stakes, own, needs))) return false;
  if (!aim.close.every((each) => needBetween(each, sides, needs))) return false;
  const won = aim.won.every(({ lead, second }) => {
    const own = 1 << second;
    if ((own & surviving.alive) === 0) return true;
    if (((aim.alive | surviving.certain) & own) !== 0) return needLead(lead, sides, needs);
    return judgeLead(lead, sides) !== false || needRemoval(stakes, own, needs);
  });
  return won && (aim.printed === null || boundPrintedVerdicts(stakes).printable[aim.printed]);
}

function listRemovers({ workloads, sides }: Stakes, placements: Mask): number[] {
  const { removing, removes } = workloads.kernel;
  return listSlots(sides.open, removing).filter((slot) => (at(removes, slot) & placements) !== 0);
}

/** Needs a placement to be out, which is plain where one condition alone can remove it. */
function needRemoval(stakes: Stakes, own: Mask, needs: Needs): boolean {
  const removers = listRemovers(stakes, own).filter((slot) => needs.get(slot) !== false);
  const [first] = removers;
  return first !== undefined && (removers.length > 1 || addNeed(needs, stakes.sides, first, true));
}

/** Says on which open conditions it hangs whether a workload of a set is aimed at. */
function raiseAim(stakes: Stakes, aim: Aim, needs: Needs): void {
  const { sides, surviving } = stakes;
  // Set, not raised: the rule that fires is left out of what is open.
  for (const [slot, holds] of needs) stakes.hanging.set(slot, { weight: 64, wished: holds });
  raiseSurvival(stakes, aim.gone, 12);
  for (const { rank } of aim.close) {
    const [least, most] = boundRank(rank, sides);
    if (least !== most) raiseLead(stakes, rank, 16);
  }
  for (const { lead, second } of aim.won) {
    if (((1 << second) & surviving.alive) === 0 || judgeLead(lead, sides) === true) continue;
    for (const rank of lead.ranks) raiseLead(stakes, rank, 12);
    raiseSurvival(stakes, 1 << second, 6);
  }
  if (aim.printed !== null) raiseVerdicts(stakes, boundPrintedVerdicts(stakes));
}
