import { at } from '../at.ts';
import type { FactStatement } from '../workload/workload.ts';
import type { Advice } from './result.ts';
import { listPlaced } from './system.ts';

/**
 * Says what --set changed.
 * @param advice with the what-ifs
 * @param without the same workload without them
 * @param set the what-ifs
 */
export function compareWhatIf(
  advice: Advice,
  without: Advice,
  set: readonly FactStatement[],
): NonNullable<Advice['whatIf']> {
  const { headline, strength, placement } = without.verdict;
  const same = {
    headline: advice.verdict.headline === headline,
    strength: advice.verdict.strength === strength,
    placement: listPlacements(advice) === listPlacements(without),
    actions: listActions(advice) === listActions(without),
  };
  const differs = (['headline', 'strength', 'placement', 'actions'] as const).filter((each) => !same[each]);
  return {
    set: Object.fromEntries(
      set.map(({ fact, values }) => [
        fact,
        values === null ? 'unknown' : values.length === 1 ? at(values, 0) : values,
      ]),
    ),
    without: { headline, strength, placement },
    differs,
    below: {
      falls: gain(listOut(without), listOut(advice)),
      comes: gain(listOut(advice), listOut(without)),
      toDo: gain(listTitles(without), listTitles(advice)),
      spared: gain(listTitles(advice), listTitles(without)),
    },
  };
}

/** What is in the second list and not in the first. */
function gain(before: readonly string[], after: readonly string[]): string[] {
  return [...new Set(after)].filter((each) => !before.includes(each));
}

/** Placements that are out, for every part that is placed. */
function listOut(advice: Advice): string[] {
  return listPlaced(advice).flatMap(({ placements }) =>
    placements.filter(({ survives }) => survives === 'no').map(({ id }) => id),
  );
}

function listTitles(advice: Advice): string[] {
  return listPlaced(advice).flatMap(({ actions }) => actions.map(({ title }) => title));
}

function listPlacements(advice: Advice): string {
  return [advice, ...advice.components].flatMap((part) => part.verdict.forms).join();
}

function listActions(advice: Advice): string {
  return [advice, ...advice.components].flatMap((part) => part.actions.map((action) => action.id)).join();
}
