import type { Interviewer } from '../../../src/ask/interviewer.ts';
import { beginProgress, planStep } from '../../../src/ask/plan-interview.ts';
import { recordAnswers } from '../../../src/ask/record-answers.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import type { Mask } from '../../../src/decide/model.ts';
import type { FactStatement } from '../../../src/workload/workload.ts';

/** What was said of every fact. */
export type Truths = ReadonlyMap<string, FactStatement>;

/** An interview as it went. */
export interface Replay {
  readonly statements: Truths;
  /** A question, a sheet or a list: each is one. */
  readonly prompts: number;
  /** Every fact asked openly, with what was known when it was. */
  readonly questions: readonly { readonly fact: number; readonly held: readonly Mask[] }[];
}

/**
 * Answers an interview by what is true.
 * @param truths what is true of every fact
 */
export function replayInterview(interviewer: Interviewer, truths: Truths): Replay {
  const { model, openly } = interviewer;
  const questions: { fact: number; held: Mask[] }[] = [];
  let progress = beginProgress(new Map());
  for (let prompts = 0; ; prompts++) {
    const step = planStep(interviewer, progress);
    const { statements } = progress;
    if (step.ask === 'nothing') return { statements, prompts, questions };
    const known = buildState(model, statements).state;
    const held = known.map((mask, index) => {
      const fact = model.facts[index];
      return fact !== undefined && openly.has(index) && !statements.has(fact.id) ? fact.all : mask;
    });
    const put = step.ask === 'exceptions' ? [...step.facts, ...step.others] : step.facts;
    const answers = put.flatMap((id) => {
      const answer = truths.get(id);
      if (answer === undefined || statements.has(id)) throw new Error(`${id} was asked without need`);
      const fact = model.facts.findIndex((each) => each.id === id);
      if (step.ask !== 'exceptions') questions.push({ fact, held });
      return step.ask === 'exceptions' && isPresumed(interviewer, fact, answer) ? [] : [answer];
    });
    progress = recordAnswers(interviewer, progress, step, answers);
  }
}

/** What is as presumed is left alone in a list. */
function isPresumed({ model }: Interviewer, fact: number, { fact: id, values }: FactStatement): boolean {
  return buildState(model, new Map([[id, { values }]])).state[fact] === model.facts[fact]?.presumed;
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
