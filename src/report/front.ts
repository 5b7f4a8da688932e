import type { Advice, PartAdvice } from '../advice/result.ts';
import { wordBecause } from './because.ts';
import { viewBrief } from './brief.ts';
import {
  joinNames,
  joinTitles,
  type NameIndex,
  type ReportPart,
  wordFactName,
  wordLabel,
  wordPlacement,
} from './names.ts';
import { listReportParts, wordWorkload } from './part.ts';
import { listShares, type Share, wordResultsTitle, wordShares } from './totals.ts';
import { nothingLeft, wordPlacements } from './verdict.ts';

// Page one: what somebody who decides needs, and nothing else.

/** Page one of a report on one workload, which may have parts. */
export interface FrontView {
  /** What it is about and what came out, as a title. */
  readonly title: string;
  /** What to do, in one sentence or two. */
  readonly recommendation: string;
  /** How far that can be relied on, in a sentence without its stop; empty where each line of a table says it. */
  readonly trust: string;
  /** How many things belong where; empty where there is only one. */
  readonly shares: readonly Share[];
  /** What has to be done for the recommendation to hold. */
  readonly conditions: readonly SharedPoint[];
  /** What nobody said and could change a verdict, as questions, those about most first. */
  readonly open: readonly SharedPoint[];
  /** What is only presumed and could change a verdict, those about most first. */
  readonly presumed: readonly SharedPoint[];
}

/** Something that holds for one or several of the things to place. */
export interface SharedPoint {
  readonly id: string;
  readonly text: string;
  /** For which of them; empty where there is only one. */
  readonly of: string;
}

/** Gathers page one. */
export function viewFront(advice: Advice, names: NameIndex): FrontView {
  const placed = listReportParts(advice, names, false);
  const [first, second] = placed;
  const alone = second === undefined ? first : undefined;
  return {
    title: wordReportTitle([advice]),
    recommendation: alone === undefined ? recommendSystem(placed) : recommendOne(alone),
    trust: alone === undefined || alone.part.verdict.tell.length > 0 ? '' : viewBrief(alone).trust,
    shares: alone === undefined ? listShares([advice]) : [],
    conditions: gather(placed, ({ part }) =>
      part.actions.filter(({ level }) => level === 'must').map(({ id, title }) => ({ id, text: title })),
    ),
    open: byWeight(gather(placed, (about) => listHinges(about, 'unanswered'))),
    presumed: byWeight(gather(placed, (about) => listHinges(about, 'presumed'))),
  };
}

const places: Readonly<Record<PartAdvice['verdict']['headline'], string>> = {
  vm: 'belongs in a VM',
  container: 'belongs in a container',
  either: 'may run in a VM or in a container',
  none: 'has no place as it is described',
  split: 'belongs in VMs and containers',
};

/** What a report on these is called: "clinic: 4 containers, 2 VMs". */
export function wordReportTitle(results: readonly Advice[]): string {
  const [first, second] = results;
  if (first === undefined || second !== undefined) return wordResultsTitle(results);
  const name = wordWorkload(first);
  if (first.components.length > 0) return `${name}: ${wordShares(listShares(results))}`;
  return first.verdict.tell.length > 0
    ? `${name}: nothing is known yet`
    : `${name} ${places[first.verdict.headline]}`;
}

function recommendSystem(placed: readonly ReportPart[]): string {
  const groups = new Map<string, string[]>();
  for (const { members, part, names } of placed) {
    const title =
      joinTitles(
        part.verdict.forms.map((form) => wordPlacement(names, form)),
        ' or ',
      ) || 'no placement';
    groups.set(title, [...(groups.get(title) ?? []), ...members]);
  }
  const largest = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
  return `${largest.map(([title, of]) => `${joinNames(of)} to ${lower(title)}`).join('; ')}.`;
}

function recommendOne(about: ReportPart): string {
  const { verdict } = about.part;
  if (verdict.tell.length > 0) return 'Nothing is known of it yet, and so nothing is recommended.';
  if (verdict.headline === 'none') return `${nothingLeft} ${wordBecause(about)}.`;
  return `${wordPlacements(verdict, about.names)}. ${wordBecause(about)}.`;
}

function lower(title: string): string {
  return joinTitles(['', title], '');
}

/** One of them, of one thing to place. */
type HingePoint = Omit<SharedPoint, 'of'>;

/** The points of all things, each once, with the names of those that it is about. */
function gather(
  placed: readonly ReportPart[],
  list: (about: ReportPart) => readonly HingePoint[],
): (SharedPoint & { readonly count: number })[] {
  const found = new Map<string, { point: HingePoint; of: string[] }>();
  for (const about of placed)
    for (const point of list(about)) {
      const entry = found.get(point.text) ?? { point, of: [] };
      entry.of.push(...about.members.filter((each) => !entry.of.includes(each)));
      found.set(point.text, entry);
    }
  return [...found.values()].map(({ point, of }) => ({
    ...point,
    of:
      placed.length === 1
        ? ''
        : wordHolders(
            of,
            placed.flatMap(({ members }) => members),
          ),
    count: of.length,
  }));
}

/** With more holders than this, their number is said. */
const mostHolders = 3;

/** Which of several things something holds for: "all 6", "a and b", "all but c", "4 of 7". */
export function wordHolders(of: readonly string[], all: readonly string[]): string {
  if (of.length === all.length) return `all ${all.length}`;
  if (of.length <= mostHolders) return joinNames(of);
  const [other, ...more] = all.filter((name) => !of.includes(name));
  return other !== undefined && more.length === 0 ? `all but ${other}` : `${of.length} of ${all.length}`;
}

function byWeight(points: readonly (SharedPoint & { readonly count: number })[]): SharedPoint[] {
  return points.toSorted((a, b) => b.count - a.count);
}

/** What nobody said, or what is presumed, of which another value could change the headline. */
export function listHinges({ part, names }: ReportPart, by: 'unanswered' | 'presumed'): HingePoint[] {
  const changes = part.hinges.filter((flip) => flip.by === by).flatMap((flip) => flip.changes);
  return changes.map(({ fact, now }) => ({
    id: fact,
    text:
      by === 'presumed'
        ? `${wordFactName(names, fact)}: ${wordLabel(names, fact, now)}`
        : (names.facts(fact)?.question ?? fact),
  }));
}
