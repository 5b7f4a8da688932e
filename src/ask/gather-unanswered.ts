import type { FactStatement } from '../workload/workload.ts';
import { beginProgress, type Interviewer, planStep } from './plan-interview.ts';

/** What is still worth saying of a workload. */
export interface Unanswered {
  /** Relevant facts that nothing is presumed of, or that are asked openly, in the order of asking. */
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
  for (;;) {
    const progress = { ...beginProgress(statements), skipped: new Set(questions) };
    const step = planStep(interviewer, progress);
    if (step.ask === 'nothing' || step.ask === 'exceptions') return { questions, presumptions: step.facts };
    questions.push(...step.facts);
  }
}
