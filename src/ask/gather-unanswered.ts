import { at } from '../at.ts';
import { buildState } from '../decide/build-state.ts';
import { truth } from '../decide/judge-condition.ts';
import type { FactStatement } from '../workload/workload.ts';
import { type Interviewer, limitSearches } from './interviewer.ts';
import { beginProgress, planQuestion, planStep } from './plan-interview.ts';

/** What is still worth saying of a workload. */
export interface Unanswered {
  /** Relevant facts that nothing is presumed of, or that are asked openly, in the order of asking. */
  readonly questions: readonly string[];
  /** Presumed facts whose exception would change the result, as far as that can be told now. */
  readonly presumptions: readonly string[];
  /** All other facts that are not stated and may make sense: strength, reasons or actions hang on them. */
  readonly refinements: readonly string[];
  /** False where a proof was ended by its budget: then some of these may change nothing. */
  readonly proven: boolean;
}

/**
 * Lists what the interview would ask, were every question answered with "I don't know".
 * @param statements what is said already
 */
export function gatherUnanswered(
  own: Interviewer,
  statements: ReadonlyMap<string, FactStatement>,
): Unanswered {
  const interviewer = limitSearches(own);
  const questions = listAsked(interviewer, statements);
  const step = planStep(interviewer, { ...beginProgress(statements), skipped: new Set(questions) });
  const named = new Set([...questions, ...step.facts]);
  const refinements = listOpen(interviewer, statements).filter((fact) => !named.has(fact));
  const proven = interviewer.prepared.allowance.unfinished === 0;
  return { questions, presumptions: step.facts, refinements, proven };
}

/** The questions alone, which are told much sooner than what else could matter. */
export function listQuestions(own: Interviewer, statements: ReadonlyMap<string, FactStatement>): string[] {
  return listAsked(limitSearches(own), statements);
}

function listAsked(interviewer: Interviewer, statements: ReadonlyMap<string, FactStatement>): string[] {
  const questions: string[] = [];
  for (;;) {
    const progress = { ...beginProgress(statements), skipped: new Set(questions) };
    const step = planQuestion(interviewer, progress);
    if (step === undefined) return questions;
    questions.push(...step.facts);
  }
}

/** What nobody stated though something hangs on it, in the order of the interview. */
function listOpen(
  { model, bearing, makesSense, rank }: Interviewer,
  statements: ReadonlyMap<string, FactStatement>,
): string[] {
  const { state } = buildState(model, statements);
  return [...bearing]
    .filter((fact) => !statements.has(at(model.facts, fact).id) && makesSense(fact, state) !== truth.false)
    .sort((a, b) => at(rank, a) - at(rank, b))
    .map((fact) => at(model.facts, fact).id);
}
