import type { FactStatement } from '../workload/workload.ts';
import { askFact } from './ask-fact.ts';
import { askExceptions, askSheet, type SeveralAsking } from './ask-several.ts';
import { type Interviewer, limitSearches } from './interviewer.ts';
import { type InterviewStep, countRelevant, planStep, type Progress } from './plan-interview.ts';
import type { Prompter } from './prompter.ts';
import { recordAnswers } from './record-answers.ts';
import { reviewAnswers, reviewKnown } from './review-answers.ts';

/** Takes note of where the interview stands, so that nothing typed is ever lost. */
export type Remember = (progress: Progress) => void;

/**
 * Asks until nothing that could still be asked would change headline or placement, and somebody has
 * seen what was answered. Going back asks once more what was answered before; all other answers stay.
 * @param start what is known already
 * @param remember called after every answer, and every tick
 * @param isReviewed whether it begins with what is known already, to be changed
 */
export async function runInterview(
  interviewer: Interviewer,
  start: Progress,
  prompter: Prompter,
  remember: Remember,
  isReviewed = false,
): Promise<Progress> {
  let progress = start;
  let opening = isReviewed;
  // What was put before somebody, and how far back they are; what they wish to say beside what is planned.
  let trail: InterviewStep[] = [];
  let back = 0;
  let wished: readonly string[] = [];
  // How many prompts it will be, about, as was said last.
  let about = Infinity;
  for (;;) {
    if (opening && wished.length === 0) {
      const fact = await reviewKnown(interviewer, progress, prompter);
      if (fact === undefined) opening = false;
      else wished = [fact];
      back = 0;
      continue;
    }
    const step = trail[trail.length - back] ?? nextStep(interviewer, progress, wished);
    if (step.ask === 'nothing') {
      const wish = await reviewAnswers(interviewer, progress, prompter);
      if (wish.is === 'done') return progress;
      if (wish.is === 'back' && trail.length === 0) opening = isReviewed;
      else if (wish.is === 'back') back = 1;
      else wished = wish.facts;
      continue;
    }
    const here = trail.length - back + 1;
    about = guessLength(interviewer, progress, step, here, about);
    const answers = await putStep(interviewer, progress, step, prompter, {
      lead: here > about ? 'One more.' : `${here} of about ${about}.`,
      canGoBack: trail.length > back || isReviewed,
      keep: (answered) => {
        remember(recordAnswers(interviewer, progress, step, answered));
      },
    });
    if (answers === null) {
      // Before the first question stands what was known.
      opening = isReviewed && trail.length <= back;
      if (opening) wished = [];
      else back++;
      continue;
    }
    progress = recordAnswers(interviewer, progress, step, answers);
    wished = wished.filter((fact) => !step.facts.includes(fact));
    const known = progress;
    trail = [...trail.filter((each) => each !== step && wasAnswered(known, each)), step];
    back = 0;
    remember(progress);
  }
}

/** What somebody wished to say comes first. */
function nextStep(interviewer: Interviewer, progress: Progress, wished: readonly string[]): InterviewStep {
  const [fact] = wished;
  return fact === undefined
    ? planStep(limitSearches(interviewer), progress)
    : { ask: 'question', facts: [fact] };
}

/** Puts a step before somebody; null for the way back. */
async function putStep(
  { rulebook }: Interviewer,
  { statements }: Progress,
  step: InterviewStep,
  prompter: Prompter,
  about: Omit<SeveralAsking, 'before'>,
): Promise<FactStatement[] | null> {
  const asking = { ...about, before: statements };
  if (step.ask === 'sheet') return askSheet(rulebook, step.facts, prompter, asking);
  if (step.ask === 'exceptions') {
    const listed = { facts: [...step.facts, ...step.ticked], others: [...step.others, ...step.usual] };
    return askExceptions(rulebook, listed, prompter, asking);
  }
  const [id = ''] = step.facts;
  const fact = rulebook.facts.find((each) => each.id === id);
  if (fact === undefined) throw new Error(`no fact ${id}`);
  const answer = await askFact(fact, prompter, { ...about, before: statements.get(id) });
  if (answer.is === 'back') return null;
  return answer.is === 'unknown' ? [] : [{ fact: id, values: [answer.value], origin: 'asked' }];
}

/** Whether anything is left of what was answered in a step: an answer may take others with it. */
function wasAnswered({ statements, skipped, offered }: Progress, { ask, facts }: InterviewStep): boolean {
  if (ask === 'exceptions') return true;
  return facts.some((fact) => statements.has(fact) || skipped.has(fact) || offered.has(fact));
}

/** Of the questions that may still matter each answer settles about as many again. */
const settledByAnswers = 0.5;

/**
 * Guesses of how many prompts the interview will be. What was said before is only made smaller, as answers
 * settle others: a number that grows tells nobody how far they are.
 * @param here the number of this prompt
 * @param before the guess that was said last
 */
function guessLength(
  interviewer: Interviewer,
  progress: Progress,
  step: InterviewStep,
  here: number,
  before: number,
): number {
  if (step.ask === 'exceptions') return Math.min(here, before);
  const others = countRelevant(interviewer, progress) - step.facts.length;
  const guess = here + 1 + Math.max(Math.round(others * settledByAnswers), 0);
  return Math.min(guess, before);
}
