import type { Counted, MovedDecisions } from '../../fleet/compare-decisions.ts';
import { wordNumber } from '../../report/totals.ts';
import { type Block, bold, dim, entry, flow, separate, writeLines } from '../../text/lines.ts';
import type { Renderer } from '../renderer.ts';

/** How many rows of a table are told without --all. */
const brief = 12;

/** What two tables of decisions do not say alike, on one screen. */
export const renderMovesText: Renderer<MovedDecisions> = (moves, { all, width, style }) => {
  const { both, moved, gone, added, changes, speaks, silent, sameRules, notProven } = moves;
  const most = all ? Infinity : brief;
  const beside = [
    ...(added.vectors > 0 ? [`${wordCounted(added)} only in the second table`] : []),
    ...(gone.vectors > 0 ? [`${wordCounted(gone)} only in the first`] : []),
  ];
  const groups = [
    [flow(bold(`${wordCounted(moved)} of ${wordCounted(both)} come out otherwise`))],
    ...(beside.length > 0 ? [[flow(beside.join(', '))]] : []),
    ...(notProven.vectors > 0
      ? [[flow(`The status of ${wordCounted(notProven)} of the second table is not proven`)]]
      : []),
    listCounts('How they come out', changes, most),
    listCounts('Rules that speak now and did not', speaks, most),
    listCounts('Rules that spoke and do not now', silent, most),
    ...(sameRules.vectors > 0
      ? [
          [
            flow(
              `Of ${wordCounted(sameRules)} the same rules speak: how strongly, or what is presumed, changed`,
            ),
          ],
        ]
      : []),
  ];
  return writeLines(separate(groups.filter((group) => group.length > 0)), { width, style });
};

function listCounts(title: string, counts: ReadonlyMap<string, Counted>, most: number): Block[] {
  if (counts.size === 0) return [];
  const left = counts.size - most;
  return [
    entry(bold(title), '', dim('workloads'), { label: 2, text: 4 }),
    ...[...counts]
      .slice(0, most)
      .map(([name, { rows }]) => entry('', name, wordNumber(rows), { label: 4, text: 4 })),
    ...(left > 0 ? [flow(dim(`and ${left} more`), 4)] : []),
  ];
}

function wordCounted({ vectors, rows }: Counted): string {
  return `${wordNumber(rows)} workloads (${wordNumber(vectors)} vectors)`;
}
