import type { Portfolio } from '../portfolio/portfolio.ts';
import type { waves } from '../portfolio/waves.ts';
import { headlines, statuses } from '../words.ts';
import { type NameIndex, startSentence, wordFactName, wordPlacement } from './names.ts';

/** A table of a portfolio: every format shows the same ones. */
export interface PortfolioTable {
  /** What it is called where names are short. */
  readonly id: string;
  readonly title: string;
  /** What its numbers mean, in a sentence. */
  readonly lead: string;
  /** What its numbers are called. */
  readonly numbers: readonly string[];
  readonly rows: readonly PortfolioRow[];
  /** How many of its rows one screen shows. */
  readonly brief: number;
}

/** A row: what it is of, and its numbers. */
export interface PortfolioRow {
  readonly label: string;
  /** What a rulebook calls it; empty where it has no such name. */
  readonly id: string;
  readonly numbers: readonly number[];
}

const waveTitles: Readonly<Record<(typeof waves)[number], string>> = {
  'container-as-it-is': 'Container, plainly; it moves as it is',
  'container-repackaged': 'Container, plainly; it has to be packaged first',
  'container-redesigned': 'Container, plainly; it has to be changed first, or that is not known',
  'container-favoured': 'Container, by lighter reasons',
  either: 'Either: no reason to move',
  open: 'Open: ask first',
  'vm-favoured': 'VM, by lighter reasons',
  vm: 'VM, plainly: it stays',
  none: 'No placement: something has to change',
};

/** What a fleet comes to, in one sentence. */
export function wordFleet({ rows, sorts, contested, notProven }: Portfolio): string {
  const parts = [
    `${wordNumber(rows.judged)} workloads of ${wordNumber(sorts)} sorts`,
    ...(rows.rejected === 0 ? [] : [`${wordNumber(rows.rejected)} rows rejected`]),
    ...(contested === 0 ? [] : [`${wordNumber(contested)} contested`]),
    ...(notProven === 0 ? [] : [`the status of ${wordNumber(notProven)} is not proven`]),
  ];
  return parts.join(', ');
}

/** A number as it is read: 1,234. */
export function wordNumber(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 1 });
}

/** The tables of a portfolio, in the order in which they are read: what came out, and then what to ask. */
export function listPortfolioTables(portfolio: Portfolio, names: NameIndex): PortfolioTable[] {
  const { looked, by } = portfolio;
  const all: PortfolioTable[] = [
    {
      id: 'verdicts',
      title: 'What they come out as',
      lead: '',
      numbers: [...statuses.toReversed(), 'together'],
      rows: listVerdictRows(portfolio),
      brief: 10,
    },
    {
      id: 'questions',
      title: 'Ask first',
      lead: `How many workloads an answer settles on average, how many whatever it is, and how many answers that takes${wordShare(looked.questions, 'open workloads')}`,
      numbers: ['settles', 'always', 'answers'],
      rows: portfolio.questions.map(({ fact, siteWide, settles, settlesAlways, answers }) => ({
        label: `${startSentence(wordFactName(names, fact))}${siteWide ? ' (once a site)' : ''}`,
        id: fact,
        numbers: [settles, settlesAlways, answers],
      })),
      brief: 4,
    },
    holderTable(portfolio, names, 'vm'),
    {
      id: 'changes',
      title: 'What one change would move',
      lead: `How many workloads would come out so, everything else as it is${wordShare(looked.changes, 'workloads')}`,
      numbers: ['container', 'vm', 'either', 'none'],
      rows: portfolio.changes.map(({ fact, values, toContainer, toVm, toEither, toNone }) => ({
        label: `${startSentence(wordFactName(names, fact))}: ${values.join(' or ')}`,
        id: fact,
        numbers: [toContainer, toVm, toEither, toNone],
      })),
      brief: 4,
    },
    {
      id: 'waves',
      title: 'In which order, as a proposal',
      lead: `What depends on what, costs and calendars are not known here${wordShare(looked.changes, 'workloads')}`,
      numbers: ['workloads'],
      rows: portfolio.waves
        .filter(({ workloads }) => workloads > 0)
        .map(({ wave, workloads }) => ({
          label: waveTitles[wave as (typeof waves)[number]],
          id: wave,
          numbers: [workloads],
        })),
      brief: 9,
    },
    {
      id: 'musts',
      title: 'Conditions',
      lead: 'How many workloads must have it',
      numbers: ['workloads'],
      rows: portfolio.musts.map(({ action, workloads }) => ({
        label: names.actions(action)?.title ?? action,
        id: action,
        numbers: [workloads],
      })),
      brief: 3,
    },
    {
      id: 'placements',
      title: 'Placements',
      lead: '',
      numbers: ['workloads'],
      rows: portfolio.placements.map(({ placement, workloads }) => ({
        label: wordPlacement(names, placement),
        id: placement,
        numbers: [workloads],
      })),
      brief: 3,
    },
    holderTable(portfolio, names, 'container'),
    {
      id: 'presumptions',
      title: 'Presumptions that verdicts lean on',
      lead: 'How many verdicts lean on what nobody said of it',
      numbers: ['workloads'],
      rows: portfolio.presumptions.map(({ fact, workloads }) => ({
        label: startSentence(wordFactName(names, fact)),
        id: fact,
        numbers: [workloads],
      })),
      brief: 0,
    },
    ...(by === null ? [] : [groupTable(by)]),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

function listVerdictRows({ verdicts }: Portfolio): PortfolioRow[] {
  const rows = new Map<string, number[]>();
  for (const { headline, strength, status, workloads } of verdicts) {
    const label = strength === null ? headline : `${headline}, ${strength}`;
    const numbers = rows.get(label) ?? [0, 0, 0, 0];
    rows.set(label, numbers);
    const place = statuses.toReversed().indexOf(status);
    numbers[place] = (numbers[place] ?? 0) + workloads;
    numbers[3] = (numbers[3] ?? 0) + workloads;
  }
  return [...rows].map(([label, numbers]) => ({ label, id: '', numbers }));
}

function holderTable(portfolio: Portfolio, names: NameIndex, kind: 'vm' | 'container'): PortfolioTable {
  const what = kind === 'vm' ? 'VMs' : 'containers';
  return {
    id: `held-on-${kind}`,
    title: `What holds them in ${what}`,
    lead: `How many would not stay without this rule alone, and for how many others it speaks${wordShare(portfolio.looked.changes, 'workloads')}`,
    numbers: ['holds', 'speaks'],
    rows: portfolio.holders[kind].map(({ rule, holds, supports }) => ({
      label: names.rules(rule)?.title ?? rule,
      id: rule,
      numbers: [holds, supports],
    })),
    brief: kind === 'vm' ? 4 : 0,
  };
}

function groupTable({ column, groups }: NonNullable<Portfolio['by']>): PortfolioTable {
  return {
    id: 'groups',
    title: `By ${column}`,
    lead: '',
    numbers: [...headlines, 'open'],
    rows: groups.map(({ group, verdicts }) => ({
      label: group === '' ? '(nothing)' : group,
      id: '',
      numbers: [
        ...headlines.map((headline) => sumOf(verdicts.filter((each) => each.headline === headline))),
        sumOf(verdicts.filter(({ status }) => status === 'open')),
      ],
    })),
    brief: 8,
  };
}

function sumOf(verdicts: Portfolio['verdicts']): number {
  return verdicts.reduce((sum, { workloads }) => sum + workloads, 0);
}

/** What is said where not all were looked at. */
function wordShare(share: number, of: string): string {
  return share >= 1 ? '' : `; of ${Math.floor(share * 1000) / 10} % of the ${of}`;
}
