import type { Overview } from '../advice/result.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { waves } from '../portfolio/waves.ts';
import { headlines, statuses } from '../words.ts';
import { type NameIndex, startSentence, wordFactName, wordPlacement } from './names.ts';
import { roundAverage, shareOut, wordNumber, wordShares } from './totals.ts';

/** A table of an overview: every format shows the same ones. */
export interface OverviewTable {
  /** What it is called where names are short. */
  readonly id: string;
  readonly title: string;
  /** What its numbers mean, in a sentence. */
  readonly lead: string;
  /** What its numbers are called. */
  readonly numbers: readonly string[];
  readonly rows: readonly CountedRow[];
  /** How many of its rows one screen shows; none where the sentences before the tables say what matters. */
  readonly brief: number;
}

/** A row: what it is of, and its numbers. */
export interface CountedRow {
  readonly label: string;
  /** What a rulebook calls it; empty where it has no such name. */
  readonly id: string;
  readonly numbers: readonly number[];
  /** Which workloads it is about, where that is told. */
  readonly of?: string;
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

/** What a fleet comes to, in a line: "90 workloads of 87 sorts: 43 containers, 47 VMs". */
export function wordFleet({ rows, sorts, verdicts }: Portfolio): string {
  const rejected = rows.rejected === 0 ? '' : `, ${wordNumber(rows.rejected)} rows rejected`;
  const shares = wordShares(shareOut(verdicts));
  const came = shares === '' ? '' : `: ${shares}`;
  return `${wordNumber(rows.judged)} workloads of ${wordNumber(sorts)} sorts${rejected}${came}`;
}

/** What is told of beside what is counted. */
export interface OverviewContext {
  readonly names: NameIndex;
  /** What workloads are counted by, beside what they come out as. */
  readonly by?: Portfolio['by'];
  /** For which workloads something has to be done, where each of them is named. */
  readonly holdersOf?: (action: string) => string;
  /** Whether also what is about one workload alone is told. */
  readonly whole?: boolean;
}

/** A change or rule that matters for one of several workloads is told where that one is. */
const fewest = 2;

/** The tables of an overview, in the order in which they are read: what came out, and then what to ask. */
export function listOverviewTables(
  overview: Overview,
  { names, by = null, holdersOf, whole = false }: OverviewContext,
): OverviewTable[] {
  const { looked } = overview;
  const least = whole ? 1 : Math.min(fewest, sumOf(overview.verdicts));
  const isSplit = overview.changes.some(({ toSplit }) => toSplit > 0);
  const all: OverviewTable[] = [
    {
      id: 'verdicts',
      title: 'What they come out as',
      lead: '',
      numbers: [...statuses.toReversed(), 'together'],
      rows: listVerdictRows(overview),
      brief: 10,
    },
    {
      id: 'questions',
      title: 'Ask first',
      lead: `How many workloads an answer settles on average, how many whatever it is, and how many answers that takes${wordShare(looked.questions, 'open workloads')}`,
      numbers: ['settles', 'always', 'answers'],
      rows: overview.questions.map(({ fact, siteWide, settles, settlesAlways, answers }) => ({
        label: `${startSentence(wordFactName(names, fact))}${siteWide ? ' (once a site)' : ''}`,
        id: fact,
        numbers: [roundAverage(settles), settlesAlways, answers],
      })),
      brief: 0,
    },
    holderTable(overview, { names, least }, 'vm'),
    {
      id: 'changes',
      title: 'What one change would move',
      lead: `How many would come out so, all else as it is; what a site decides first${wordShare(looked.changes, 'workloads')}`,
      numbers: ['container', 'vm', 'either', 'none', ...(isSplit ? ['split'] : [])],
      rows: overview.changes
        .map(({ fact, values, toContainer, toVm, toEither, toNone, toSplit }) => ({
          label: `${startSentence(wordFactName(names, fact))}: ${values.join(' or ')}`,
          id: fact,
          numbers: [toContainer, toVm, toEither, toNone, ...(isSplit ? [toSplit] : [])],
        }))
        .filter(({ numbers }) => numbers.reduce((sum, number) => sum + number, 0) >= least),
      brief: 4,
    },
    {
      id: 'waves',
      title: 'In which order, as a proposal',
      lead: `What depends on what, costs and calendars are not known here${wordShare(looked.changes, 'workloads')}`,
      numbers: ['workloads'],
      rows: overview.waves
        .filter(({ workloads }) => workloads > 0)
        .map(({ wave, workloads }) => ({
          label: waveTitles[wave as (typeof waves)[number]],
          id: wave,
          numbers: [workloads],
        })),
      brief: 0,
    },
    {
      id: 'musts',
      title: 'Conditions',
      lead: 'How many workloads must have it',
      numbers: ['workloads'],
      rows: overview.musts.map(({ action, workloads }) => ({
        label: names.actions(action)?.title ?? action,
        id: action,
        numbers: [workloads],
        ...(holdersOf === undefined ? {} : { of: holdersOf(action) }),
      })),
      brief: 3,
    },
    {
      id: 'placements',
      title: 'Placements',
      lead: '',
      numbers: ['workloads'],
      rows: overview.placements.map(({ placement, workloads }) => ({
        label: wordPlacement(names, placement),
        id: placement,
        numbers: [workloads],
      })),
      brief: 3,
    },
    holderTable(overview, { names, least }, 'container'),
    {
      id: 'presumptions',
      title: 'Presumptions that verdicts lean on',
      lead: 'How many verdicts lean on what nobody said of it',
      numbers: ['workloads'],
      rows: overview.presumptions.map(({ fact, workloads }) => ({
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

function listVerdictRows({ verdicts }: Overview): CountedRow[] {
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

function holderTable(
  overview: Overview,
  { names, least }: { readonly names: NameIndex; readonly least: number },
  kind: 'vm' | 'container',
): OverviewTable {
  const what = kind === 'vm' ? 'VMs' : 'containers';
  return {
    id: `held-on-${kind}`,
    title: `What holds them in ${what}`,
    lead: `How many would leave without this rule alone; for how many more it speaks${wordShare(overview.looked.changes, 'workloads')}`,
    numbers: ['holds', 'speaks'],
    rows: overview.holders[kind]
      .filter(({ holds, supports }) => holds + supports >= least)
      .map(({ rule, holds, supports }) => ({
        label: names.rules(rule)?.title ?? rule,
        id: rule,
        numbers: [holds, supports],
      })),
    brief: kind === 'vm' ? 4 : 0,
  };
}

function groupTable({ column, groups }: NonNullable<Portfolio['by']>): OverviewTable {
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

function sumOf(verdicts: Overview['verdicts']): number {
  return verdicts.reduce((sum, { workloads }) => sum + workloads, 0);
}

/** What is said where not all were looked at. */
function wordShare(share: number, of: string): string {
  return share >= 1 ? '' : `; of ${Math.floor(share * 1000) / 10} % of the ${of}`;
}
