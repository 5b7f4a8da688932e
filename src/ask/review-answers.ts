import { at } from '../at.ts';
import { buildState } from '../decide/build-state.ts';
import { decide } from '../decide/decide.ts';
import { proveStatus } from '../reason/prove-status.ts';
import { relianceOf } from '../words.ts';
import { type Gains, gatherGains } from './gather-gains.ts';
import type { Interviewer } from './interviewer.ts';
import type { Progress } from './plan-interview.ts';
import type { Option, Prompter } from './prompter.ts';
import { shortenAnswer, wordSaid } from './word-question.ts';

/** What somebody wants when nothing more can change the verdict. */
export type Wish =
  | { readonly is: 'done' }
  | { readonly is: 'back' }
  /** Ids of facts to be asked, one after the other. */
  | { readonly is: 'ask'; readonly facts: readonly string[] };

/** What is chosen to change nothing; no fact is called that. */
const goesOn = '(on)';

/** How many names stand in a line at most. */
const mostNames = 3;

/** Says what comes of the answers, which stand above it: to go on, to change one of them, or to say more. */
export async function reviewAnswers(
  interviewer: Interviewer,
  progress: Progress,
  prompter: Prompter,
): Promise<Wish> {
  const gains = gatherGains(interviewer, progress);
  const answers = listAnswers(interviewer, progress);
  const wish = await prompter.choose({
    message: `Your answers say: ${wordVerdict(interviewer, progress)}.`,
    canGoBack: true,
    options: [
      { value: 'show', label: 'Show the advice' },
      ...offerGains(interviewer, gains),
      ...(answers.length === 0 ? [] : [{ value: 'change', label: 'Change an answer' }]),
    ],
  });
  const name = (facts: readonly number[]) => facts.map((fact) => at(interviewer.model.facts, fact).id);
  if (wish === null) return { is: 'back' };
  if (wish === 'stronger') return { is: 'ask', facts: name(gains.stronger) };
  if (wish === 'actions') return { is: 'ask', facts: name(gains.actions) };
  if (wish !== 'change') return { is: 'done' };
  const fact = await prompter.choose({
    message: 'Which one?',
    canGoBack: true,
    options: answers,
  });
  return fact === null ? reviewAnswers(interviewer, progress, prompter) : { is: 'ask', facts: [fact] };
}

/**
 * Shows what is known of a workload from a file, before anything is asked, to change any of it.
 * @returns the id of the fact to be asked; undefined to go on
 */
export async function reviewKnown(
  interviewer: Interviewer,
  progress: Progress,
  prompter: Prompter,
): Promise<string | undefined> {
  const answers = listAnswers(interviewer, progress);
  const wish = await prompter.choose({
    message: `Known already: ${answers.length} ${answers.length === 1 ? 'answer' : 'answers'}.`,
    lead: 'Go on, or choose one to change it.',
    options: [{ value: goesOn, label: 'Go on' }, ...answers],
  });
  return wish === null || wish === goesOn ? undefined : wish;
}

/** The headline, and how far it can be trusted, by the same scale as in the advice. */
function wordVerdict({ model, prepared }: Interviewer, { statements }: Progress): string {
  const { state, withheld } = buildState(model, statements);
  const { headline, strength } = decide(model, state);
  if (headline === 'none') return 'nothing can carry it as it is';
  const { status, finished } = proveStatus(prepared, state, withheld);
  const doubt = finished ? '' : ', not proven';
  if (headline === 'either') return `a VM or a container, either will do${doubt}`;
  return `a ${headline === 'vm' ? 'VM' : 'container'} (${relianceOf({ status, strength }).toLowerCase()}${doubt})`;
}

/** What was said, but for a profile's, and what was asked in vain, by fact; not what was merely left alone in a list. */
function listAnswers({ rulebook, openly, rank }: Interviewer, { statements, skipped }: Progress): Option[] {
  return rulebook.facts
    .map((fact, index) => ({ fact, index, said: statements.get(fact.id) }))
    .filter(({ fact, index, said }) => {
      const asked = fact.presumed === undefined || openly.has(index);
      return said === undefined ? skipped.has(fact.id) && asked : said.origin !== 'profile';
    })
    .sort((a, b) => at(rank, a.index) - at(rank, b.index))
    .map(({ fact, said }) => ({
      value: fact.id,
      names: [fact.question],
      label: `${fact.name}: ${said === undefined ? 'not known' : shortenAnswer(wordSaid(fact, said.values))}`,
    }));
}

function offerGains({ rulebook }: Interviewer, { strength, stronger, actions }: Gains): Option[] {
  const list = (facts: readonly number[]) => {
    const names = facts.slice(0, mostNames).map((fact) => at(rulebook.facts, fact).name);
    return `${names.join(', ')}${facts.length > mostNames ? ' ...' : ''}`;
  };
  const count = (facts: readonly number[]) =>
    `${facts.length} more ${facts.length === 1 ? 'question' : 'questions'}`;
  return [
    ...(strength === null
      ? []
      : [{ value: 'stronger', label: `${count(stronger)} could make it ${strength}: ${list(stronger)}` }]),
    ...(actions.length === 0
      ? []
      : [
          { value: 'actions', label: `${count(actions)} could change what there is to do: ${list(actions)}` },
        ]),
  ];
}
