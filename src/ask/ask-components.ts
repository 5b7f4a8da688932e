import { writeStatedValue } from '../rulebook/fact-value.ts';
import { interviewName, type Component, type FactStatement } from '../workload/workload.ts';
import { type Interviewer, type Progress } from './plan-interview.ts';
import { askFact } from './ask-fact.ts';
import type { Prompter } from './prompter.ts';
import { advance, runInterview } from './run-interview.ts';

/**
 * Asks whether parts of the workload differ, and in what; then for each part only that, and what
 * follows from it.
 * @param whole what is known of the workload
 * @param remember called with the parts after every answer
 * @param known parts that were talked about already
 */
export async function askComponents(
  interviewer: Interviewer,
  whole: Progress,
  prompter: Prompter,
  remember: (components: readonly Component[]) => void,
  known: readonly Component[] = [],
): Promise<Component[]> {
  const components = [...known];
  const nowhere = { file: interviewName, line: 1, column: 1 };
  let more = await prompter.confirm({
    message:
      known.length > 0 ? 'Another part?' : 'Has it parts that differ in any of this, and are placed apart?',
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
    const keep = (facts: readonly FactStatement[]): Component => ({ name, facts, at: nowhere });
    const facts = await askPart(interviewer, whole, prompter, (now) => {
      remember([...components, keep(now)]);
    });
    components.push(keep(facts));
    remember(components);
    more = await prompter.confirm({ message: 'Another part?', initial: false });
  }
  return components;
}

async function askPart(
  interviewer: Interviewer,
  whole: Progress,
  prompter: Prompter,
  remember: (facts: readonly FactStatement[]) => void,
): Promise<FactStatement[]> {
  const { rulebook } = interviewer;
  const known = rulebook.facts.filter((fact) => whole.statements.has(fact.id));
  const differing = await prompter.tick({
    message: 'In which of these does it differ from the whole?',
    options: known.map((fact) => ({
      value: fact.id,
      label: `${fact.name}: ${whole.statements.get(fact.id)?.values?.map(writeStatedValue).join(',') ?? 'unknown'}`,
      group: rulebook.groups.find((group) => fact.id.startsWith(`${group.id}.`))?.title ?? '',
    })),
  });
  const listOwn = (now: Progress): FactStatement[] =>
    [...now.statements.values()]
      .filter((statement) => whole.statements.get(statement.fact) !== statement)
      .map((statement) => ({ ...statement, origin: 'component' }));
  const keep = (now: Progress): void => {
    remember(listOwn(now));
  };
  const undecided = [...whole.statements].filter(([fact]) => !differing.includes(fact));
  let progress: Progress = { statements: new Map(undecided), skipped: whole.skipped };
  for (const id of differing) {
    const index = rulebook.facts.findIndex((fact) => fact.id === id);
    const answer = await askFact(interviewer, progress, index, prompter, '', false);
    // It differs, and nobody knows how: then it is unknown, not what the whole is.
    const values = answer.is === 'value' ? [answer.value] : null;
    progress = advance(progress, [{ fact: id, values, origin: 'asked' }], []);
    keep(progress);
  }
  return listOwn(await runInterview(interviewer, progress, prompter, keep));
}
