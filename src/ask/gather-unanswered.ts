import type { FactStatement } from '../workload/workload.ts';
import { type Interviewer, planStep, type Progress } from './plan-interview.ts';

/** What is still worth saying of a workload. */
export interface Unanswered {
  /** Relevant facts that nothing is presumed of, or whose exception is common, in the order of asking. */
  readonly questions: readonly string[];
  /** Presumed facts whose exception would change the result, as far as that can be told now. */
  readonly presumptions: readonly string[];
}

/**
 * Lists what the interview would ask, were every question answered with "I don't know".
 * @param statements what is said already
 */
export function gatherUnanswered(
  interviewer: Interviewer,
  statements: ReadonlyMap<string, FactStatement>,
): Unanswered {
  const questions: string[] = [];
  let progress: Progress = { statements, skipped: new Set() };
  for (;;) {
    const step = planStep(interviewer, progress);
    if (step.ask !== 'question')
      return { questions, presumptions: step.ask === 'exceptions' ? step.facts : [] };
    questions.push(step.fact);
    progress = { statements, skipped: new Set([...progress.skipped, step.fact]) };
  }
}
