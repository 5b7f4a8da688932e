import { at } from '../at.ts';
import { buildState } from '../decide/build-state.ts';
import { truth } from '../decide/judge-condition.ts';
import type { FactStatement } from '../workload/workload.ts';
import type { Interviewer } from './interviewer.ts';
import type { InterviewStep, Progress } from './plan-interview.ts';

/**
 * Takes the answers to a step. What was asked and not answered is left to what is presumed of it; on a
 * sheet it is asked again by itself. Earlier answers stay, but for those to questions that make no
 * sense any more: they would contradict this one.
 * @param answers statements on some of the facts of the step
 */
export function recordAnswers(
  interviewer: Interviewer,
  before: Progress,
  step: InterviewStep,
  answers: readonly FactStatement[],
): Progress {
  const statements = new Map(before.statements);
  const skipped = new Set(before.skipped);
  const offered = new Set(before.offered);
  for (const fact of step.facts) {
    statements.delete(fact);
    (step.ask === 'sheet' ? offered : skipped).add(fact);
  }
  // What only could be found in the list was perhaps not seen: it is shown where it comes to matter.
  if (step.ask === 'exceptions')
    for (const fact of [...step.others, ...step.ticked, ...step.usual]) statements.delete(fact);
  for (const statement of answers) {
    statements.set(statement.fact, statement);
    skipped.delete(statement.fact);
  }
  const listed = before.listed || step.ask === 'exceptions';
  const after = { statements, skipped, offered, listed };
  for (const fact of listSenseless(interviewer, before, after)) statements.delete(fact);
  return after;
}

/** Facts that were asked, and that by what is known now nobody would ask. */
function listSenseless({ model, makesSense }: Interviewer, before: Progress, after: Progress): string[] {
  const then = buildState(model, before.statements).state;
  const now = buildState(model, after.statements).state;
  return [...after.statements.values()].flatMap(({ fact, origin }) => {
    const index = model.facts.findIndex(({ id }) => id === fact);
    const lostSense =
      makesSense(index, now) === truth.false &&
      makesSense(index, then) !== truth.false &&
      at(model.facts, index);
    return origin === 'asked' && lostSense ? [fact] : [];
  });
}
