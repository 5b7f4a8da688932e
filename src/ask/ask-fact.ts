import { buildState } from '../decide/build-state.ts';
import { judgeRules } from '../decide/judge-rules.ts';
import { type FactValue, listValues, parseFactValue } from '../rulebook/fact-value.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import type { Interviewer, Progress } from './plan-interview.ts';
import type { Prompter } from './prompter.ts';
import { extras, wordHelp, wordReason } from './word-question.ts';

/** What somebody answered: a value, that they do not know, or that they want to go back. */
export type Reply =
  { readonly is: 'value'; readonly value: FactValue } | { readonly is: 'unknown' } | { readonly is: 'back' };

/**
 * Asks one fact.
 * @param index position of the fact
 * @param lead what stands above the question, such as how much is still to come
 * @param canGoBack whether there is a question before it
 */
export async function askFact(
  interviewer: Interviewer,
  progress: Progress,
  index: number,
  prompter: Prompter,
  lead: string,
  canGoBack: boolean,
): Promise<Reply> {
  const fact = interviewer.rulebook.facts[index];
  if (fact === undefined) throw new Error(`no fact ${index}`);
  const judgement = judgeRules(
    interviewer.model,
    buildState(interviewer.model, progress.statements).withheld,
    new Set(),
  );
  prompter.say(...(lead === '' ? [] : ['']), `${lead}${wordReason(interviewer, index, judgement)}`);
  for (;;) {
    const answer =
      fact.kind === 'number'
        ? await askNumber(fact, prompter, canGoBack)
        : await askChoice(fact, prompter, canGoBack);
    if (answer !== 'help') return answer;
    prompter.say(...wordHelp(interviewer, fact, index, judgement));
  }
}

async function askChoice(fact: Fact, prompter: Prompter, canGoBack: boolean): Promise<Reply | 'help'> {
  const presumed = fact.presumed === undefined ? undefined : String(fact.presumed);
  const own = listValues(fact).map((value) => ({
    value,
    label: `${fact.values?.[value] ?? value}${value === presumed ? ' (what is presumed)' : ''}`,
    description: `${fact.id}: ${value}`,
  }));
  const dontKnow = presumed === undefined ? "I don't know" : `I don't know (${presumed} stays presumed)`;
  const chosen = await prompter.choose({
    message: fact.question,
    options: [
      ...own,
      { value: extras.unknown, label: dontKnow },
      { value: extras.help, label: 'Tell me more' },
      ...(canGoBack ? [{ value: extras.back, label: 'Go back' }] : []),
    ],
    ...(presumed === undefined ? {} : { selected: presumed }),
  });
  if (chosen === extras.help) return 'help';
  if (chosen === extras.back) return { is: 'back' };
  if (chosen === extras.unknown) return { is: 'unknown' };
  return { is: 'value', value: chosen };
}

async function askNumber(fact: Fact, prompter: Prompter, canGoBack: boolean): Promise<Reply | 'help'> {
  const unit = fact.unit === undefined ? '' : `, such as 4 ${fact.unit}`;
  const keys = `a number${unit}; empty: I don't know; ?: more${canGoBack ? '; <: back' : ''}`;
  const text = await prompter.type({
    message: `${fact.question} (${keys})`,
    check: (typed) => {
      if (['', '?', ...(canGoBack ? ['<'] : [])].includes(typed.trim())) return undefined;
      const read = parseFactValue(fact, typed);
      return 'problem' in read ? read.problem : undefined;
    },
  });
  const typed = text.trim();
  if (typed === '?') return 'help';
  if (typed === '<') return { is: 'back' };
  const read = typed === '' ? undefined : parseFactValue(fact, typed);
  return read === undefined || 'problem' in read ? { is: 'unknown' } : { is: 'value', value: read.value };
}
