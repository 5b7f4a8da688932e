import type { Portfolio } from '../portfolio/portfolio.ts';
import type { waves } from '../portfolio/waves.ts';
import { type NameIndex, wordFactName } from './names.ts';
import { wordNumber } from './portfolio.ts';

/** What somebody who decides about a fleet has to know, before any table. */
export interface FleetBrief {
  /** Where the workloads belong, and how far that can be relied on. */
  readonly result: readonly string[];
  /** What to do, one thing after the other. */
  readonly steps: readonly string[];
}

/** As many questions are named. */
const mostQuestions = 3;

/** Words what a fleet comes to for who decides; every number is one of the tables. */
export function wordFleetBrief(portfolio: Portfolio, names: NameIndex): FleetBrief {
  const { verdicts, questions } = portfolio;
  const count = (is: (verdict: Portfolio['verdicts'][number]) => boolean) =>
    verdicts.reduce((sum, verdict) => (is(verdict) ? sum + verdict.workloads : sum), 0);
  const of = (headline: Portfolio['verdicts'][number]['headline']) =>
    count((verdict) => verdict.headline === headline);
  const as = (status: Portfolio['verdicts'][number]['status']) =>
    count((verdict) => verdict.status === status);
  const places = [
    wordCount(of('container'), 'belong in containers', 'belongs in a container'),
    wordCount(of('vm'), 'belong in virtual machines', 'belongs in a virtual machine'),
    wordCount(of('split'), 'belong in both, part by part', 'belongs in both, part by part'),
    wordCount(of('either'), 'are as well placed in either', 'is as well placed in either'),
    wordCount(of('none'), 'have no place as they are', 'has no place as it is'),
  ];
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
  const asked = questions.slice(0, mostQuestions).map(({ fact, answers, settles, settlesAlways }) => {
    const always = settlesAlways > 0 ? `, ${wordNumber(settlesAlways)} of them whatever it is` : '';
    return `Ask for the ${wordFactName(names, fact)}: ${wordCount(answers, 'answers settle', 'answer settles')} ${wordCount(settles, 'workloads', 'workload')} on average${always}.`;
  });
  return {
    result: [wordList(places), wordList(trust)].filter((text) => text !== ''),
    steps: [...asked, ...listMoves(portfolio)],
  };
}

const moves: readonly (readonly [wave: (typeof waves)[number], before: string, after: string])[] = [
  [
    'container-as-it-is',
    'Move',
    'to containers first: the reasons are plain, and nothing has to be changed for it',
  ],
  ['container-repackaged', 'Package', 'for containers next: the reasons are plain'],
  ['container-redesigned', 'Plan a change of', 'for containers, or find out what the move takes'],
  ['vm', 'Leave', 'in virtual machines: the reasons are plain'],
  ['none', 'Decide what changes for', 'that have no place: their own demands, or what the platforms offer'],
];

function listMoves({ waves: counted }: Portfolio): string[] {
  return moves.flatMap(([wave, before, after]) => {
    const workloads = counted.find((each) => each.wave === wave)?.workloads ?? 0;
    return workloads === 0 ? [] : [`${before} ${wordNumber(workloads)} ${after}.`];
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
