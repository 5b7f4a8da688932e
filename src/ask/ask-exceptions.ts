import { listValues, parseFactValue } from '../rulebook/fact-value.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import type { FactStatement } from '../workload/workload.ts';
import { askFact } from './ask-fact.ts';
import type { Interviewer, Progress } from './plan-interview.ts';
import type { Prompter } from './prompter.ts';

const commonFirst = ['common', 'frequent', 'occasional', 'rare'] as const;

/**
 * Puts presumed facts before somebody in one list, each as what it would mean if the presumption
 * were wrong. What is not ticked is a stated answer from then on; what is ticked is asked further
 * where the exception has more than one value.
 * @param facts ids of the facts
 * @returns statements on all of them
 */
export async function askExceptions(
  interviewer: Interviewer,
  progress: Progress,
  facts: readonly string[],
  prompter: Prompter,
): Promise<FactStatement[]> {
  const { rulebook } = interviewer;
  const list = facts.flatMap((id) => rulebook.facts.find((fact) => fact.id === id) ?? []);
  const rank = (fact: Fact) => commonFirst.indexOf(fact['exception-is'] ?? 'rare');
  const group = (fact: Fact) => rulebook.groups.findIndex((each) => fact.id.startsWith(`${each.id}.`));
  const ordered = [...list].sort((a, b) => group(a) - group(b) || rank(a) - rank(b));
  const ticked = await prompter.tick({
    message: 'Which of these are true of it? What you leave unticked counts as answered: no.',
    options: ordered.map((fact) => ({
      value: fact.id,
      label: fact.exception ?? fact.id,
      group: rulebook.groups[group(fact)]?.title ?? '',
      description: `${fact.id}, presumed ${String(fact.presumed)}`,
    })),
  });
  const statements: FactStatement[] = [];
  for (const fact of ordered) {
    if (!ticked.includes(fact.id)) statements.push(state(fact, fact.presumed));
    else if (fact.kind === 'yes-no')
      statements.push(
        state(
          fact,
          listValues(fact).find((value) => value !== String(fact.presumed)),
        ),
      );
    else {
      const answer = await askFact(interviewer, progress, rulebook.facts.indexOf(fact), prompter, '', false);
      statements.push(answer.is === 'value' ? state(fact, answer.value) : stateOthers(fact));
    }
  }
  return statements;
}

function state(fact: Fact, raw: unknown): FactStatement {
  const read = parseFactValue(fact, raw);
  if ('problem' in read) throw new Error(read.problem);
  return { fact: fact.id, values: [read.value], origin: 'asked' };
}

/** The presumption is wrong, and nobody knows what is right: one of the other values, or anything. */
function stateOthers(fact: Fact): FactStatement {
  const others = listValues(fact).filter((value) => value !== String(fact.presumed));
  return { fact: fact.id, values: others.length === 0 ? null : others, origin: 'asked' };
}
