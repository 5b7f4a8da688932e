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
  const differs: NonNullable<Advice['whatIf']>['differs'] = [];
  if (advice.verdict.headline !== headline) differs.push('headline');
  if (advice.verdict.strength !== strength) differs.push('strength');
  if (listPlacements(advice) !== listPlacements(without)) differs.push('placement');
  if (listActions(advice) !== listActions(without)) differs.push('actions');
  return {
    set: Object.fromEntries(
      set.map(({ fact, values }) => [
        fact,
        values === null ? 'unknown' : values.length === 1 ? (values[0] ?? '') : [...values],
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
