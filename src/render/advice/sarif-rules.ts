import { labels } from '../../report/vocabulary.ts';
import type { ReportingDescriptor } from 'sarif';
import { rulingsConcern } from '../../advice/apply-rulings.ts';
import { wordArticle, wordCitation } from '../../report/citations.ts';
import type { NameIndex } from '../../report/names.ts';

/** What the program itself reports, beside rules and actions of the rulebook. */
const ownRules: Readonly<Record<string, Told>> = {
  'verdict/headline': {
    title: 'Where the workload belongs',
    because: 'The verdict on the workload: its headline, how strongly it was reached, and in which form.',
  },
  'verdict/waiver': {
    title: 'A rule is waived, or was',
    because: 'The file of the workload waives a rule, with a reason and perhaps an end.',
  },
  'gate/expect': {
    title: 'The headline is another one than expected',
    because: 'The file or the command line holds the workload to a headline, and it has another one.',
    instead: 'Correct the facts it hangs on, or what is expected.',
  },
  'gate/require': {
    title: 'The verdict is weaker than required',
    because: 'The command line asks for a strength or a status that the verdict does not reach.',
    instead: 'Say more of the workload: advise facts --unanswered lists what matters.',
  },
  'gate/against': {
    title: 'The decision is not the recorded one',
    because:
      'The headline, the placement or a condition has changed since the decision was recorded, or none was.',
    instead: 'Undo what made the difference, or record the decision, with advise lock or -f json.',
  },
  'gate/complete': {
    title: 'Not all that is recorded was assessed',
    because: 'The command line asks that every decision of the record is held to, and one was left out.',
    instead: 'Assess it too, or record anew what there is, with advise lock.',
  },
};

/** What is told of every ruling: its own words stand in the findings. */
const ruled: Told = {
  title: 'What people ruled for the workload',
  because: 'The file of the workload holds a ruling, with who ruled so and why.',
  tags: [rulingsConcern],
};

/** What is told of a rule, whoever wrote it. */
interface Told {
  readonly title: string;
  readonly because: string;
  readonly instead?: string | undefined;
  readonly contested?: string | undefined;
  readonly cites?: readonly string[];
  readonly tags?: readonly string[];
}

/**
 * Describes what annotations refer to: a rule, an action or something of the program's own, with help as
 * text and as Markdown, citations included.
 * @param id of an annotation
 */
export function toSarifRule(id: string, names: NameIndex): ReportingDescriptor {
  const told = findTold(id, names);
  const citations = (told.cites ?? []).map((each) => wordCitation(names, each));
  const address = citations.find((citation) => citation.address !== undefined)?.address;
  const paragraphs = [
    told.because,
    ...(told.instead === undefined ? [] : [`${labels.instead}: ${told.instead}`]),
    ...(told.contested === undefined ? [] : [`${labels.contested}: ${told.contested}`]),
  ];
  const plain = citations.map(
    ({ id: cited, text, address: at }) => `- ${cited}: ${text}${at === undefined ? '' : `, ${at}`}`,
  );
  const linked = citations.map(({ id: cited, text, address: at }) => {
    const shown = escapeMarkdown(text);
    return `- \`${cited}\`: ${at === undefined ? shown : `[${shown}](<${encodeURI(at)}>)`}`;
  });
  const article = wordArticle(names, told.cites ?? []);
  const sections = (body: readonly string[], list: readonly string[], last: string | undefined) =>
    [
      ...body,
      ...(list.length === 0 ? [] : [`Cites:\n\n${list.join('\n')}`]),
      ...(last === undefined ? [] : [last]),
    ].join('\n\n');
  return {
    id,
    shortDescription: { text: told.title },
    fullDescription: { text: told.because },
    help: {
      text: sections(paragraphs, plain, article),
      markdown: sections(paragraphs.map(escapeMarkdown), linked, article && escapeMarkdown(article)),
    },
    ...(address === undefined ? {} : { helpUri: encodeURI(address) }),
    ...(told.tags === undefined ? {} : { properties: { tags: [...told.tags] } }),
  };
}

function findTold(id: string, names: NameIndex): Told {
  const own = ownRules[id];
  if (own !== undefined) return own;
  const rule = names.rules(id);
  if (rule !== undefined) return { ...rule, tags: [rule.concern] };
  const action = names.actions(id.replace(/^must\//, ''));
  if (action !== undefined) return { ...action, tags: ['action'] };
  if (id.startsWith(`${rulingsConcern}.`)) return ruled;
  throw new Error(`nothing is known of ${id}`);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}
