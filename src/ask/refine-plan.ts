import { at } from '../at.ts';
import { maskOf } from '../decide/bits.ts';
import { buildState } from '../decide/build-state.ts';
import { truth } from '../decide/judge-condition.ts';
import { decide } from '../decide/decide.ts';
import { askFact } from './ask-fact.ts';
import type { Interviewer, Progress } from './plan-interview.ts';
import type { Prompter } from './prompter.ts';
import { advance, type Remember } from './run-interview.ts';

/**
 * Offers the questions that change nothing but what there is to do: facts that nobody stated and
 * that an action of the chosen placements reads.
 * @param remember called after every answer
 */
export async function refinePlan(
  interviewer: Interviewer,
  start: Progress,
  prompter: Prompter,
  remember: Remember,
): Promise<Progress> {
  const facts = listRefining(interviewer, start);
  if (facts.length === 0) return start;
  const number = facts.length === 1 ? 'One more question' : `${facts.length} more questions`;
  const wanted = await prompter.confirm({
    message: `${number} would only refine what there is to do. Answer ${facts.length === 1 ? 'it' : 'them'}?`,
    initial: false,
  });
  let progress = start;
  for (const fact of wanted ? facts : []) {
    const answer = await askFact(interviewer, progress, fact, prompter, '', false);
    const id = at(interviewer.model.facts, fact).id;
    progress =
      answer.is === 'value'
        ? advance(progress, [{ fact: id, values: [answer.value], origin: 'asked' }], [])
        : advance(progress, [], [id]);
    remember(progress);
  }
  return progress;
}

/** Positions of the facts that only actions of the chosen placements wait for. */
function listRefining({ model, makesSense }: Interviewer, { statements, skipped }: Progress): number[] {
  const { state } = buildState(model, statements);
  const forms = maskOf(decide(model, state).forms);
  const read = new Set(
    model.actions.flatMap((action) => ((action.for & forms) === 0 ? [] : (action.when?.reads ?? []))),
  );
  return model.facts.flatMap((fact, index) => {
    const said = statements.has(fact.id) || skipped.has(fact.id);
    return !said && read.has(index) && makesSense(index, state) === truth.true ? [index] : [];
  });
}
