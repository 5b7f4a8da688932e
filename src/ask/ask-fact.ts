import { type FactValue, parseFactValue } from '../rulebook/fact-value.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import type { FactStatement } from '../workload/workload.ts';
import type { Asking, Prompter } from './prompter.ts';
import { dontKnow, wordHelp, wordOptions, wordPresumed } from './word-question.ts';

/** What somebody answered: a value, that they do not know, or that they want to go back. */
export type Reply =
  { readonly is: 'value'; readonly value: FactValue } | { readonly is: 'unknown' } | { readonly is: 'back' };

/** What is known of a question beside its fact. */
export interface FactAsking {
  /** How far it is. */
  readonly lead: string;
  /** What was answered before; none where it is asked for the first time. */
  readonly before?: FactStatement | undefined;
  readonly canGoBack: boolean;
}

/** Asks one fact. */
export async function askFact(fact: Fact, prompter: Prompter, asking: FactAsking): Promise<Reply> {
  const question = {
    message: fact.question,
    lead: [asking.lead, fact.why ?? ''].filter((part) => part !== '').join(' '),
    help: wordHelp(fact),
    canGoBack: asking.canGoBack,
  };
  const [before] = asking.before?.values ?? [];
  const said = before === undefined || typeof before === 'object' ? undefined : String(before);
  const answer = await (fact.kind === 'number'
    ? askNumber(fact, prompter, question, said)
    : askChoice(fact, prompter, question, said));
  if (answer === null) return { is: 'back' };
  const read = answer === dontKnow ? undefined : parseFactValue(fact, answer);
  return read === undefined || 'problem' in read ? { is: 'unknown' } : { is: 'value', value: read.value };
}

function askChoice(
  fact: Fact,
  prompter: Prompter,
  question: Asking,
  said: string | undefined,
): Promise<string | null> {
  const presumed = fact.presumed === undefined ? '' : ` (then it is presumed: ${wordPresumed(fact)})`;
  return prompter.choose({
    ...question,
    options: [...wordOptions(fact), { value: dontKnow, label: `I don't know${presumed}` }],
    ...(said === undefined ? {} : { selected: said }),
  });
}

async function askNumber(
  fact: Fact,
  prompter: Prompter,
  question: Asking,
  said: string | undefined,
): Promise<string | null> {
  const unit = fact.unit === undefined ? '' : `, such as 4 ${fact.unit}`;
  const text = await prompter.type({
    ...question,
    message: `${fact.question} (a number${unit}; nothing: I don't know)`,
    ...(said === undefined ? {} : { initial: said }),
    check: (typed) => {
      if (typed.trim() === '') return undefined;
      const read = parseFactValue(fact, typed);
      return 'problem' in read ? read.problem : undefined;
    },
  });
  return text?.trim() === '' ? dontKnow : text;
}
