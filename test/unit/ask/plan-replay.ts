import { type Interviewer, planStep } from '../../../src/ask/plan-interview.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import type { Mask } from '../../../src/decide/model.ts';
import type { FactStatement } from '../../../src/workload/workload.ts';

/** What was said of every fact. */
export type Truths = ReadonlyMap<string, FactStatement>;

/** An interview as it went. */
export interface Replay {
  readonly statements: Truths;
  /** A question, a list, or the follow-up to a tick: each is one. */
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
  const statements = new Map<string, FactStatement>();
  const questions: { fact: number; held: Mask[] }[] = [];
  let prompts = 0;
  for (;;) {
    const step = planStep(interviewer, { statements, skipped: new Set() });
    if (step.ask === 'nothing') return { statements, prompts, questions };
    const asked = step.ask === 'question' ? [step.fact] : step.facts;
    prompts++;
    if (step.ask === 'question') {
      const known = buildState(model, statements).state;
      const held = known.map((mask, index) => {
        const fact = model.facts[index];
        return fact !== undefined && openly.has(index) && !statements.has(fact.id) ? fact.all : mask;
      });
      questions.push({ fact: model.facts.findIndex(({ id }) => id === step.fact), held });
    }
    for (const id of asked) {
      const answer = truths.get(id);
      if (answer === undefined || statements.has(id)) throw new Error(`${id} was asked without need`);
      if (step.ask === 'exceptions' && needsFollowUp(interviewer, answer)) prompts++;
      statements.set(id, answer);
    }
  }
}

/** A tick says that something is no presumption; which of several values it is, is asked. */
function needsFollowUp({ model }: Interviewer, { fact: id, values }: FactStatement): boolean {
  const fact = model.facts.find((each) => each.id === id);
  if (fact === undefined || values === null) return false;
  const isPresumed = buildState(model, new Map([[id, { values }]])).state[model.facts.indexOf(fact)];
  return isPresumed !== fact.presumed && fact.choices.length !== 2;
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
