import { at } from '../at.ts';
import type { FactStatement } from '../workload/workload.ts';
import type { Advice } from './result.ts';

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
  };
}

function listPlacements(advice: Advice): string {
  return [advice, ...advice.components].flatMap((part) => part.verdict.forms).join();
}

function listActions(advice: Advice): string {
  return [advice, ...advice.components].flatMap((part) => part.actions.map((action) => action.id)).join();
}
