import type { Advice } from '../advice/result.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { showFactValue, showName } from './names.ts';

/** What became of a waiver, as the head of a line: it counts, it ran out, or --no-waivers set it aside. */
export function wordWaiver(waiver: Advice['waivers'][number]): string {
  if (waiver.counts) return waiver.until === undefined ? 'Waived' : `Waived until ${waiver.until}`;
  if (waiver.ignored) return 'Waiver ignored (--no-waivers), the rule counts';
  return `Waiver expired on ${waiver.until ?? ''}, the rule counts again`;
}

/**
 * That a waiver changes nothing, where that is so; empty where it matters.
 * @param waiver as it is for what is told of
 * @param whole the waivers of the whole system, some of which matter for another part
 */
export function wordIdleWaiver(waiver: Advice['waivers'][number], whole: Advice['waivers']): string {
  if (waiver.matters) return '';
  const elsewhere = whole.some(({ rule, matters }) => rule === waiver.rule && matters);
  return elsewhere ? 'here the rule would not fire anyway' : 'the rule would not fire anyway';
}

/** What became of a ruling that does not count; undefined for one that does, which is among the reasons. */
export function wordIdleRuling(ruling: Advice['rulings'][number]): string | undefined {
  if (ruling.counts) return undefined;
  const lead = ruling.ignored ? 'Ruling ignored (--no-rulings)' : `Ruling expired on ${ruling.until ?? ''}`;
  return `${lead}: ${showName(ruling.because).replace(/\.$/, '')}, by ${showName(ruling.by)}`;
}

/** A what-if of the command line in words. */
export interface WordedWhatIf {
  /** Each as `fact=value`. */
  readonly set: readonly string[];
  /** What it changes, and what the headline is without it. */
  readonly change: string;
}

/**
 * Words what --set changed.
 * @param whole what the headline without it is of, where that is not plain
 */
export function wordWhatIf(
  { set, without, differs }: NonNullable<Advice['whatIf']>,
  rulebook: Rulebook,
  whole?: string,
): WordedWhatIf {
  const before = [without.headline, without.strength].filter((word) => word !== null).join(', ');
  const lead = whole === undefined ? 'without it' : `without it, ${whole} is`;
  const last = differs[differs.length - 1] ?? '';
  const what = differs.length < 2 ? last : `${differs.slice(0, -1).join(', ')} and ${last}`;
  return {
    set: Object.entries(set).map(([fact, value]) => `${fact}=${showFactValue(rulebook, fact, value)}`),
    change:
      differs.length === 0
        ? 'changes nothing'
        : `changes the ${what}; ${lead}${whole === undefined ? ':' : ''} ${before}`,
  };
}
