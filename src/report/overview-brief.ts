import type { Overview } from '../advice/result.ts';
import type { waves } from '../portfolio/waves.ts';
import { type NameIndex, wordFactName } from './names.ts';
import { roundAverage, wordNumber } from './totals.ts';

/** What somebody who decides about several workloads has to know, before any table. */
export interface OverviewBrief {
  /** How far what they come out as can be relied on. */
  readonly trust: readonly string[];
  /** What to do, one thing after the other. */
  readonly steps: readonly string[];
}

/** As many questions are named: of those that are asked once a site one less, so that another one has its place. */
const mostQuestions = 3;

/** A step that is about fewer workloads is told where these are, if that is beside it. */
const fewest = 2;

/**
 * Words what workloads come to together for who decides; every number is one of the tables.
 * @param listed whether each of them is listed beside it with its status, and they are few enough to be counted there
 */
export function wordOverviewBrief(overview: Overview, names: NameIndex, listed: boolean): OverviewBrief {
  const { verdicts, contested, notProven } = overview;
  const as = (status: Overview['verdicts'][number]['status']) =>
    verdicts.reduce((sum, verdict) => (verdict.status === status ? sum + verdict.workloads : sum), 0);
  const trust = [
    wordCount(as('firm'), 'cannot be overturned by anything unsaid'),
    wordCount(
      as('presumed'),
      'hold as long as what is presumed is so',
      'holds as long as what is presumed is so',
    ),
    wordCount(
      as('open'),
      'are open: what nobody has said could turn them',
      'is open: what nobody has said could turn it',
    ),
  ];
  const doubts = [
    wordCount(
      contested,
      'are contested: heavier reasons stand against each other',
      'is contested: heavier reasons stand against each other',
    ),
    wordCount(notProven, 'have a status that is not proven', 'has a status that is not proven'),
  ];
  const asked = pickQuestions(overview).map(({ fact, siteWide, answers, settles, settlesAlways }) => {
    const always = settlesAlways > 0 ? `, ${wordNumber(settlesAlways)} of them whatever it is` : '';
    const once = siteWide ? ', once a site' : '';
    return `Ask for “${wordFactName(names, fact)}”${once}: ${wordCount(answers, 'answers settle', 'answer settles')} ${wordCount(roundAverage(settles), 'workloads', 'workload')} on average${always}.`;
  });
  return {
    trust: [listed ? '' : wordList(trust), wordList(doubts)].filter((text) => text !== ''),
    steps: [...asked, ...listMoves(overview, listed ? fewest : 1)],
  };
}

/** The questions that are worth a step: some that are asked once a site do not keep out what settles most. */
function pickQuestions({ questions }: Overview): Overview['questions'] {
  const worth = questions.filter(({ settles }) => settles >= 1);
  const first = worth.slice(0, mostQuestions);
  const other = worth.find(({ siteWide }) => !siteWide);
  return other === undefined || first.includes(other) ? first : [...first.slice(0, -1), other];
}

const moves: readonly (readonly [wave: (typeof waves)[number], before: string, after: string])[] = [
  [
    'container-as-it-is',
    'Move',
    'to containers first: the reasons are plain, and nothing has to be changed for it',
  ],
  ['container-repackaged', 'Package', 'for containers: the reasons are plain'],
  ['container-redesigned', 'Plan a change of', 'for containers, or find out what the move takes'],
  ['vm', 'Leave', 'in VMs: the reasons are plain'],
  ['none', 'Decide what changes for', 'that have no place: their own demands, or what the platforms offer'],
];

function listMoves({ waves: counted }: Overview, least: number): string[] {
  return moves.flatMap(([wave, before, after]) => {
    const workloads = counted.find((each) => each.wave === wave)?.workloads ?? 0;
    return workloads < least ? [] : [`${before} ${wordNumber(workloads)} ${after}.`];
  });
}

/** A number with what it is of; empty for none. */
function wordCount(number: number, several: string, one = several): string {
  return number === 0 ? '' : `${wordNumber(number)} ${number === 1 ? one : several}`;
}

function wordList(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}
