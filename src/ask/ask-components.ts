import type { Component, FactStatement } from '../workload/workload.ts';
import { type Interviewer, type Progress } from './plan-interview.ts';
import { askFact } from './ask-fact.ts';
import type { Prompter } from './prompter.ts';
import { runInterview } from './run-interview.ts';

/**
 * Asks whether parts of the workload differ, and in what; then for each part only that, and what
 * follows from it.
 * @param whole what is known of the workload
 */
export async function askComponents(
  interviewer: Interviewer,
  whole: Progress,
  prompter: Prompter,
): Promise<Component[]> {
  const components: Component[] = [];
  const nowhere = { file: '(interview)', line: 1, column: 1 };
  let more = await prompter.confirm({
    message: 'Has it parts that differ in any of this, and are placed apart?',
    initial: false,
  });
  while (more) {
    const taken = components.map((component) => component.name);
    const name = await prompter.type({
      message: 'What is the part called?',
      check: (text) =>
        text.trim() === ''
          ? 'a name is needed'
          : taken.includes(text)
            ? 'there is one called that'
            : undefined,
    });
    components.push({ name, facts: await askPart(interviewer, whole, prompter), at: nowhere });
    more = await prompter.confirm({ message: 'Another part?', initial: false });
  }
  return components;
}

async function askPart(
  interviewer: Interviewer,
  whole: Progress,
  prompter: Prompter,
): Promise<FactStatement[]> {
  const { rulebook } = interviewer;
  const known = rulebook.facts.filter((fact) => whole.statements.has(fact.id));
  const differing = await prompter.tick({
    message: 'In which of these does it differ from the whole?',
    options: known.map((fact) => ({
      value: fact.id,
      label: `${fact.name}: ${String(whole.statements.get(fact.id)?.values ?? 'unknown')}`,
      group: rulebook.groups.find((group) => fact.id.startsWith(`${group.id}.`))?.title ?? '',
    })),
  });
  let progress: Progress = {
    statements: new Map([...whole.statements].filter(([fact]) => !differing.includes(fact))),
    skipped: whole.skipped,
  };
  for (const id of differing) {
    const answer = await askFact(
      interviewer,
      progress,
      rulebook.facts.findIndex((fact) => fact.id === id),
      prompter,
      '',
      false,
    );
    if (answer.is !== 'value') continue;
    const statement: FactStatement = { fact: id, values: [answer.value], origin: 'asked' };
    progress = { ...progress, statements: new Map([...progress.statements, [id, statement]]) };
  }
  progress = await runInterview(interviewer, progress, prompter, () => undefined);
  return [...progress.statements.values()]
    .filter((statement) => whole.statements.get(statement.fact) !== statement)
    .map((statement) => ({ ...statement, origin: 'component' }));
}
