import type { Fact } from '../rulebook/rulebook.ts';
import { findClarification } from '../workload/clarifications.ts';
import { answerFacts } from '../workload/clarify.ts';
import type { Component, Unclear, Workload } from '../workload/workload.ts';
import type { Prompter } from './prompter.ts';
import { dontKnow } from './word-question.ts';

/**
 * Asks the questions that a workload and its parts leave open and that settle several facts each. Who does not
 * know is asked for the facts one by one afterwards.
 * @param vocabulary what can be said
 * @param matters whether an answer could change what comes out
 * @param remember called after every answer
 */
export async function askClarifications(
  start: Workload,
  vocabulary: readonly Fact[],
  prompter: Prompter,
  matters: (workload: Workload, unclear: Unclear) => boolean,
  remember: (workload: Workload) => void,
): Promise<Workload> {
  const ask = async <T extends Workload | Component>(part: T, inQuestion: Workload): Promise<T> => {
    let now = part;
    for (const unclear of part.unclear ?? []) {
      if (!matters(inQuestion, unclear)) continue;
      const answer = await askOne(unclear, part.name, prompter);
      if (answer === undefined) continue;
      const { clarification, at } = unclear;
      now = {
        ...now,
        unclear: now.unclear?.filter((each) => each !== unclear),
        facts: answerFacts(now.facts, [{ clarification, answer, origin: 'asked', at }], vocabulary),
      };
    }
    return now;
  };
  let workload = await ask(start, start);
  if (workload !== start) remember(workload);
  for (const [index, part] of workload.components.entries()) {
    const answered = await ask(part, { ...workload, components: [part] });
    if (answered === part) continue;
    workload = {
      ...workload,
      components: workload.components.map((each, place) => (place === index ? answered : each)),
    };
    remember(workload);
  }
  return workload;
}

/** Undefined where somebody does not know. */
async function askOne(
  { clarification: id }: Unclear,
  name: string,
  prompter: Prompter,
): Promise<string | undefined> {
  const clarification = findClarification(id);
  if (clarification === undefined) return undefined;
  const { question, why, answers } = clarification;
  const answer = await prompter.choose({
    message: question,
    lead: `${name}:`,
    help: [why, `In a file it is clarify: { ${id}: ... }.`],
    options: [
      ...Object.entries(answers).map(([value, { means }]) => ({ value, label: means })),
      { value: dontKnow, label: "I don't know" },
    ],
  });
  return answer === null || answer === dontKnow ? undefined : answer;
}
