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
  /** Takes note of what is answered so far, after every tick. */
  readonly keep: (answers: readonly FactStatement[]) => void;
}

/** The heading for what belongs to no topic. */
const somethingElse = 'Something else';

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
  const read = (values: readonly string[]) => readAnswers(asked, values, asking.before);
  const picked = await prompter.pick({
    message: topics.find(({ id }) => id === asked[0]?.topic)?.title ?? somethingElse,
    lead: `${asking.lead} Enter picks, and goes to the next.`,
    canGoBack: asking.canGoBack,
    folded: false,
    sections: asked.map((fact) => ({
      title: fact.question,
      help: wordHelp(fact),
      options: wordOptions(fact).map((option) => nameOption(fact, option)),
    })),
    picked: asked.flatMap((fact) => namePicked(fact, asking.before.get(fact.id))),
    watch: (values) => {
      asking.keep(read(values));
    },
  });
  return picked === null ? null : read(picked);
}

/**
 * Puts presumed facts before somebody in one list, each as what else than the presumed it may be. Topics
 * that hold what matters show their headings; the others stand under one entry, and typing finds all.
 * What is left alone is not answered: nobody said it.
 * @param listed ids of the facts that matter, and of the others
 * @returns statements on what was picked; null for the way back
 */
export async function askExceptions(
  { facts, topics }: Pick<Rulebook, 'facts' | 'topics'>,
  listed: { readonly facts: readonly string[]; readonly others: readonly string[] },
  prompter: Prompter,
  asking: SeveralAsking,
): Promise<FactStatement[] | null> {
  const [shown, others] = [findFacts(facts, listed.facts), findFacts(facts, listed.others)];
  const asked = [...shown, ...others];
  const picked = await prompter.pick({
    message: 'Is anything unusual about it?',
    lead: `${asking.lead} Type to find, such as dongle or root; space ticks, Enter goes on.`,
    help: [
      'A heading is opened by space or Enter. What was found by typing is ticked by Enter.',
      'What you leave alone stays presumed, and is not saved as an answer.',
    ],
    canGoBack: asking.canGoBack,
    folded: true,
    rest: shown.length === 0 ? 'What changes reasons or actions' : 'What changes only reasons or actions',
    sections: groupByTopic(topics, shown, others),
    picked: asked.flatMap((fact) => namePicked(fact, asking.before.get(fact.id))),
    watch: (values) => {
      asking.keep(readAnswers(asked, values, asking.before));
    },
  });
  if (picked === null) return null;
  const statements = readAnswers(
    asked.filter((fact) => fact.kind !== 'number'),
    picked,
    asking.before,
  );
  for (const fact of asked) {
    if (fact.kind !== 'number') continue;
    const before = asking.before.get(fact.id);
    const isTicked = picked.includes(`${fact.id}=`);
    const stays = before !== undefined && isTicked === namePicked(fact, before).length > 0;
    if (stays) statements.push(before);
    if (stays || !isTicked) continue;
    const answer = await askFact(fact, prompter, { lead: '', before, canGoBack: false });
    if (answer.is === 'value') statements.push({ fact: fact.id, values: [answer.value], origin: 'asked' });
  }
  return statements;
}

function findFacts(facts: readonly Fact[], ids: readonly string[]): Fact[] {
  return ids.flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
}

/** The exceptions of facts under the headings of their topics; last the topics of which nothing matters. */
function groupByTopic(topics: readonly Topic[], shown: readonly Fact[], others: readonly Fact[]): Section[] {
  const headings = [
    ...topics.map(({ id, title }) => ({ id, title })),
    { id: undefined, title: somethingElse },
  ];
  const sections = headings.flatMap(({ id, title }) => {
    const own = [...shown, ...others].filter(
      (fact) => (topics.some((topic) => topic.id === fact.topic) ? fact.topic : undefined) === id,
    );
    if (own.length === 0) return [];
    return [
      { title, options: own.flatMap(listExceptionsOf), isRest: !own.some((fact) => shown.includes(fact)) },
    ];
  });
  return [...sections.filter(({ isRest }) => !isRest), ...sections.filter(({ isRest }) => isRest)];
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

/** The line of a list that says what was answered; none where several answers are possible. */
function namePicked(fact: Fact, statement: FactStatement | undefined): string[] {
  const [value, second] = statement?.values ?? [];
  if (value === undefined || second !== undefined || typeof value === 'object') return [];
  if (fact.kind === 'number') return [`${fact.id}=`];
  return [`${fact.id}=${writeStatedValue(value)}`];
}

/** What ticks say of facts: where nothing was ticked otherwise, what was said before stays as it was said. */
function readAnswers(
  facts: readonly Fact[],
  picked: readonly string[],
  before: ReadonlyMap<string, FactStatement>,
): FactStatement[] {
  return facts.flatMap((fact) => {
    const said = before.get(fact.id);
    const own = picked.filter((each) => each.startsWith(`${fact.id}=`));
    if (said !== undefined && own.join() === namePicked(fact, said).join()) return [said];
    return readPicked(fact, own);
  });
}

function readPicked(fact: Fact, picked: readonly string[]): FactStatement[] {
  const value = listValues(fact).find((each) => picked.includes(`${fact.id}=${each}`));
  if (value === undefined) return [];
  const read = parseFactValue(fact, value);
  if ('problem' in read) throw new Error(read.problem);
  return [{ fact: fact.id, values: [read.value], origin: 'asked' }];
}
