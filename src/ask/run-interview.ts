import type { FactStatement } from '../workload/workload.ts';
import { askExceptions } from './ask-exceptions.ts';
import { askFact } from './ask-fact.ts';
import { countPossible, countRelevant, type Interviewer, planStep, type Progress } from './plan-interview.ts';
import type { Prompter } from './prompter.ts';
import { extras } from './word-question.ts';

/** Takes note of where the interview stands, so that nothing typed is ever lost. */
export type Remember = (progress: Progress) => void;

/**
 * Asks until nothing that could still be asked would change headline, placement or must-actions.
 * Going back undoes the last question or list.
 * @param start what is known already
 * @param remember called after every answer
 */
export async function runInterview(
  interviewer: Interviewer,
  start: Progress,
  prompter: Prompter,
  remember: Remember,
): Promise<Progress> {
  const history: Progress[] = [];
  let progress = start;
  for (;;) {
    const step = planStep(interviewer, progress);
    if (step.ask === 'nothing') {
      const before = history.pop();
      if (before === undefined || !(await wantsBack(prompter))) return progress;
      progress = before;
      remember(progress);
      continue;
    }
    const before = progress;
    if (step.ask === 'exceptions') {
      const statements = await askExceptions(interviewer, progress, step.facts, prompter);
      progress = advance(progress, statements, []);
    } else {
      const index = interviewer.rulebook.facts.findIndex((fact) => fact.id === step.fact);
      const answer = await askFact(
        interviewer,
        progress,
        index,
        prompter,
        describeProgress(interviewer, progress),
        history.length > 0,
      );
      if (answer.is === 'back') {
        progress = history.pop() ?? start;
        remember(progress);
        continue;
      }
      progress =
        answer.is === 'unknown'
          ? advance(progress, [], [step.fact])
          : advance(progress, [{ fact: step.fact, values: [answer.value], origin: 'asked' }], []);
    }
    history.push(before);
    remember(progress);
  }
}

/** The last answer may have been the wrong one, too. */
async function wantsBack(prompter: Prompter): Promise<boolean> {
  const chosen = await prompter.choose({
    message: 'Nothing more could change the result.',
    options: [
      { value: 'on', label: 'Go on' },
      { value: extras.back, label: 'Go back to the last question' },
    ],
  });
  return chosen === extras.back;
}

/** Adds answers to what is known. */
export function advance(
  progress: Progress,
  statements: readonly FactStatement[],
  skipped: readonly string[],
): Progress {
  return {
    statements: new Map([...progress.statements, ...statements.map((each) => [each.fact, each] as const)]),
    skipped: new Set([...progress.skipped, ...skipped]),
  };
}

/** What is still possible, as far as presumptions hold. */
function describeProgress(interviewer: Interviewer, progress: Progress): string {
  const possible = countPossible(interviewer, progress);
  const answered = progress.statements.size;
  const headlines =
    possible === 1
      ? 'the headline is settled unless a presumption is wrong, the form is not'
      : `${possible} headlines are still possible`;
  const left = countRelevant(interviewer, progress);
  const about = left <= 1 ? 'perhaps the last question' : `about ${left} questions to go at most`;
  return `${answered === 0 ? '' : `${answered} ${answered === 1 ? 'fact' : 'facts'} known, `}${headlines}, ${about}. `;
}
