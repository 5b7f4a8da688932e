import { listValues, parseFactValue, writeStatedValue } from '../rulebook/fact-value.ts';
import type { Fact, Rulebook, Topic } from '../rulebook/rulebook.ts';
import type { FactStatement } from '../workload/workload.ts';
import { askFact } from './ask-fact.ts';
import type { Option, Prompter, Section } from './prompter.ts';
import { wordHelp, wordOptions } from './word-question.ts';

/** How several facts are put before somebody at one time. */
export interface SeveralAsking {
  readonly lead: string;
  /** What was answered before. */
  readonly before: ReadonlyMap<string, FactStatement>;
  readonly canGoBack: boolean;
}

/** The heading for what belongs to no topic. */
const others = 'Something else';

/**
 * Asks several facts on one sheet, each under its question; what is left open is not answered.
 * @param facts ids of facts of one topic
 * @returns statements on those that were answered; null for the way back
 */
export async function askSheet(
  { facts, topics }: Pick<Rulebook, 'facts' | 'topics'>,
  ids: readonly string[],
  prompter: Prompter,
  asking: SeveralAsking,
): Promise<FactStatement[] | null> {
  const asked = findFacts(facts, ids);
  const picked = await prompter.pick({
    message: topics.find(({ id }) => id === asked[0]?.topic)?.title ?? others,
    lead: asking.lead,
    help: asked.flatMap((fact) => [`${fact.question} ${wordHelp(fact).join(' ')}`]),
    canGoBack: asking.canGoBack,
    folded: false,
    sections: asked.map((fact) => ({
      title: fact.question,
      options: wordOptions(fact).map((option) => nameOption(fact, option)),
    })),
    picked: asked.flatMap((fact) => namePicked(fact, asking.before.get(fact.id))),
  });
  return picked === null ? null : asked.flatMap((fact) => readPicked(fact, picked));
}

/**
 * Puts presumed facts before somebody in one list, by topic, each as what else than the presumed it may be.
 * What is left alone is not answered: nobody said it.
 * @param facts ids of the facts
 * @returns statements on what was picked; null for the way back
 */
export async function askExceptions(
  { facts, topics }: Pick<Rulebook, 'facts' | 'topics'>,
  ids: readonly string[],
  prompter: Prompter,
  asking: SeveralAsking,
): Promise<FactStatement[] | null> {
  const asked = findFacts(facts, ids);
  const picked = await prompter.pick({
    message: 'Is anything unusual about it?',
    lead: asking.lead,
    help: [
      'Type a word to find it, such as dongle, GPU or root. Enter opens a heading, or picks what is under it.',
      'What you leave alone stays presumed, and is not saved as an answer.',
    ],
    canGoBack: asking.canGoBack,
    folded: true,
    sections: groupByTopic(topics, asked),
    picked: asked.flatMap((fact) => namePicked(fact, asking.before.get(fact.id))),
  });
  if (picked === null) return null;
  const statements = asked.flatMap((fact) => readPicked(fact, picked));
  for (const fact of asked) {
    if (fact.kind !== 'number' || !picked.includes(`${fact.id}=`)) continue;
    const before = asking.before.get(fact.id);
    const answer = await askFact(fact, prompter, { lead: '', before, canGoBack: false });
    if (answer.is === 'value') statements.push({ fact: fact.id, values: [answer.value], origin: 'asked' });
  }
  return statements;
}

function findFacts(facts: readonly Fact[], ids: readonly string[]): Fact[] {
  return ids.flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
}

/** The exceptions of facts under the headings of their topics. */
function groupByTopic(topics: readonly Topic[], facts: readonly Fact[]): Section[] {
  const headings = [...topics.map(({ id, title }) => ({ id, title })), { id: undefined, title: others }];
  return headings.flatMap(({ id, title }) => {
    const own = facts.filter(
      (fact) => (topics.some((topic) => topic.id === fact.topic) ? fact.topic : undefined) === id,
    );
    return own.length === 0 ? [] : [{ title, options: own.flatMap(listExceptionsOf) }];
  });
}

/** What else than the presumed a fact may be: of a yes-no fact the other answer, of a number any other. */
function listExceptionsOf(fact: Fact): Option[] {
  const label = fact.exception ?? fact.name;
  if (fact.kind === 'number') return [{ value: `${fact.id}=`, label, of: fact.id, names: [fact.id] }];
  const presumed = parseFactValue(fact, fact.presumed);
  const options = wordOptions(fact).filter(
    ({ value }) => 'problem' in presumed || value !== String(presumed.value),
  );
  return options.map((option) =>
    nameOption(fact, {
      ...option,
      label: fact.kind === 'yes-no' ? label : `${capitalize(fact.name)}: ${option.label}`,
    }),
  );
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function nameOption(fact: Fact, { value, label, names = [] }: Option): Option {
  return { value: `${fact.id}=${value}`, label, of: fact.id, names: [fact.id, fact.name, ...names] };
}

function namePicked(fact: Fact, statement: FactStatement | undefined): string[] {
  const [value] = statement?.values ?? [];
  if (value === undefined) return [];
  return [fact.kind === 'number' ? `${fact.id}=` : `${fact.id}=${writeStatedValue(value)}`];
}

function readPicked(fact: Fact, picked: readonly string[]): FactStatement[] {
  const value = listValues(fact).find((each) => picked.includes(`${fact.id}=${each}`));
  if (value === undefined) return [];
  const read = parseFactValue(fact, value);
  if ('problem' in read) throw new Error(read.problem);
  return [{ fact: fact.id, values: [read.value], origin: 'asked' }];
}
