import { at } from '../at.ts';
import { listBits, maskOf } from '../decide/bits.ts';
import { buildState } from '../decide/build-state.ts';
import { decide } from '../decide/decide.ts';
import { truth } from '../decide/judge-condition.ts';
import { prepareModel } from '../reason/engine/prepared.ts';
import { verdictStrengths, type VerdictStrength } from '../words.ts';
import type { Interviewer } from './interviewer.ts';
import type { Progress } from './plan-interview.ts';

/** What further answers could do once the verdict is settled. */
export interface Gains {
  /** The most strength that one more answer could give; null where none could give more. */
  readonly strength: VerdictStrength | null;
  /** Positions of the facts an answer to which could make the verdict stronger. */
  readonly stronger: readonly number[];
  /** Positions of the facts that only what there is to do hangs on. */
  readonly actions: readonly number[];
}

/**
 * Lists the questions that were not asked and make sense, by what an answer could still do.
 * @param progress where nothing more can change headline or placement
 */
export function gatherGains(interviewer: Interviewer, progress: Progress): Gains {
  const { model, rank, openly } = interviewer;
  const { state } = buildState(model, progress.statements);
  const decision = decide(model, state);
  const now = rate(decision.strength);
  const open = model.facts.flatMap((_, index) => (isOpen(interviewer, progress, index) ? [index] : []));
  open.sort((a, b) => at(rank, a) - at(rank, b));
  const reached = new Map(
    open.map((fact) => {
      const results = listBits(at(model.facts, fact).all).map((value) =>
        decide(
          model,
          state.map((mask, index) => (index === fact ? value : mask)),
        ),
      );
      const same = results.filter(({ headline }) => headline === decision.headline);
      return [fact, Math.max(now, ...same.map(({ strength }) => rate(strength)))];
    }),
  );
  // What is usual is presumed: that it may be otherwise is no way to be surer.
  const stronger = open.filter(
    (fact) =>
      (reached.get(fact) ?? now) > now && (at(model.facts, fact).presumed === null || openly.has(fact)),
  );
  const most = Math.max(now, ...stronger.map((fact) => reached.get(fact) ?? now));
  const read = listReadByActions(interviewer, maskOf(decision.forms));
  return {
    strength: stronger.length > 0 ? (verdictStrengths[most] ?? null) : null,
    stronger,
    actions: open.filter((fact) => read.has(fact) && reached.get(fact) === now),
  };
}

function rate(strength: VerdictStrength | null): number {
  return strength === null ? -1 : verdictStrengths.indexOf(strength);
}

/** Whether a fact was neither said nor asked, and its question would make sense. */
function isOpen(
  { model, makesSense }: Interviewer,
  { statements, skipped }: Progress,
  index: number,
): boolean {
  const { id } = at(model.facts, index);
  const { state } = buildState(model, statements);
  return !statements.has(id) && !skipped.has(id) && makesSense(index, state) === truth.true;
}

/** The facts that actions of the chosen placements, and must-actions of rules, wait for. */
function listReadByActions({ model }: Interviewer, forms: number): Set<number> {
  const musts = prepareModel(model, new Set()).musts.flatMap(({ whole }) => whole?.reads ?? []);
  const actions = model.actions.flatMap((action) =>
    (action.for & forms) === 0 ? [] : (action.when?.reads ?? []),
  );
  return new Set([...musts, ...actions]);
}
