import type { Advice, PartAdvice, UnreadFile } from '../advice/result.ts';
import { type NameIndex, withoutStop, wordPlacement, wordValue } from './names.ts';

type Waiver = PartAdvice['waivers'][number];

/**
 * That a waiver changes nothing, where that is so; empty where it matters.
 * @param waiver as it is for what is told of
 * @param whole the waivers of the whole system, some of which matter for another part
 */
export function wordIdleWaiver(waiver: Waiver, whole: readonly Waiver[]): string {
  if (waiver.matters) return '';
  const elsewhere = whole.some(({ rule, matters }) => rule === waiver.rule && matters);
  return elsewhere ? 'here the rule would not fire anyway' : 'the rule would not fire anyway';
}

/** What became of a waiver: it counts, ran out, or was set aside by --no-waivers. */
export function wordWaiver(waiver: Waiver): string {
  if (waiver.counts) return waiver.until === undefined ? 'Waived' : `Waived until ${waiver.until}`;
  if (waiver.ignored) return 'Waiver ignored (--no-waivers), the rule counts';
  return `Waiver expired on ${waiver.until ?? ''}, the rule counts again`;
}

/** Who waived a rule, as the end of a sentence; empty where nobody is named. */
export function wordWaiving({ by }: Waiver): string {
  return by === undefined ? '' : `, by ${by}`;
}

/** What became of every waiver of a workload, each whole: the rule, why it was waived, by whom. */
export function listWaivings({ waivers }: Pick<PartAdvice, 'waivers'>): string[] {
  return waivers.map((waiver) => wordWaived(waiver, waivers));
}

/** What became of a waiver, with the rule, the reason and who waived it; without its stop. */
export function wordWaived(waiver: Waiver, whole: readonly Waiver[]): string {
  const idle = wordIdleWaiver(waiver, whole);
  return `${wordWaiver(waiver)}: ${waiver.rule} – ${withoutStop(waiver.because)}${wordWaiving(waiver)}${idle === '' ? '' : ` (${idle})`}`;
}

/** What became of a ruling that does not count; undefined for one that does, which is among the reasons. */
export function wordIdleRuling({
  counts,
  ignored,
  until,
  because,
  by,
}: PartAdvice['rulings'][number]): string | undefined {
  if (counts) return undefined;
  const lead = ignored ? 'Ruling ignored (--no-rulings)' : `Ruling expired on ${until ?? ''}`;
  return `${lead}: ${withoutStop(because)}, by ${by}`;
}

/** A what-if of the command line in words. */
export interface WhatIfView {
  /** Each as `fact=value`. */
  readonly set: readonly string[];
  /** What it changes, and what the headline is without it. */
  readonly change: string;
}

/**
 * Words what --set changed.
 * @param whole what the headline without it is of, where that is not plain
 */
export function viewWhatIf(
  { set, without, differs, below }: NonNullable<Advice['whatIf']>,
  names: NameIndex,
  whole?: string,
): WhatIfView {
  const before = [without.headline, without.strength].filter((word) => word !== null).join(', ');
  const lead = whole === undefined ? 'without it:' : `without it, ${whole} is`;
  const last = differs[differs.length - 1] ?? '';
  const what = differs.length < 2 ? last : `${differs.slice(0, -1).join(', ')} and ${last}`;
  return {
    set: Object.entries(set).map(([fact, value]) => `${fact}=${wordValue(names, fact, value)}`),
    change:
      [differs.length === 0 ? '' : `changes the ${what}; ${lead} ${before}`, ...wordBelow(below, names)]
        .filter((words) => words !== '')
        .join('; ') || 'changes nothing',
  };
}

/** How many placements and actions of a what-if are named. */
const mostNamed = 3;

/** What a what-if changes below the headline, a phrase each. */
function wordBelow(
  { falls, comes, toDo, spared }: NonNullable<Advice['whatIf']>['below'],
  names: NameIndex,
): string[] {
  const say = (lead: string, words: readonly string[]) => {
    const more = words.length - mostNamed;
    const named = words.slice(0, mostNamed).join(', ');
    return words.length === 0 ? [] : [`${lead}: ${named}${more > 0 ? ` and ${more} more` : ''}`];
  };
  const places = (ids: readonly string[]) => ids.map((id) => wordPlacement(names, id));
  return [
    ...say('no longer possible', places(falls)),
    ...say('possible with it', places(comes)),
    ...say('to do with it', toDo),
    ...say('no longer to do', spared),
  ];
}

/** What is said where nothing is known. */
export const nothingKnown = 'Nothing is known yet.';
/** What is said before the questions to begin with, where nothing is known. */
export const tellFirst = 'Tell these first:';
/** What the headline of a system means whose parts belong in different places. */
export const splitExplained =
  'some of its parts belong in VMs and others in containers. Each part is placed by itself, and they meet over the network.';

/** How many rules did what. */
export function wordCounts({ fired, quiet, undecided, waived }: PartAdvice['counts']): string {
  const set = waived === 0 ? '' : `, ${waived} waived`;
  return `${fired} ${fired === 1 ? 'rule' : 'rules'} fired, ${quiet} quiet, ${undecided} undecided${set}`;
}

/** A file that could not be used: the reader must know that something is missing. */
export interface UnreadView {
  readonly lead: string;
  readonly file: string;
  /** The end of the sentence. */
  readonly because: string;
}

/** Words the files that could not be used. */
export function viewUnread(unread: readonly UnreadFile[] = []): UnreadView[] {
  return unread.map(({ file, problems }) => ({
    lead: 'Not assessed',
    file,
    because: `could not be used (${problems[0]?.message ?? ''}).`,
  }));
}
