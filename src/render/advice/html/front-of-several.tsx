import type { Result } from '../../../advice/result.ts';
import { wordReportTitle } from '../../../report/front.ts';
import { listScaleWords } from '../../../report/glossary.ts';
import type { NameIndex } from '../../../report/names.ts';
import { viewResultsOverview } from '../../../report/results-overview.ts';
import { listShares, wordTotals } from '../../../report/totals.ts';
import { BriefSection, TableSection } from '../../overview/overview-sections.tsx';
import { type PlacesEntry, PlacesTable } from './places-table.tsx';
import { ShareBar } from './share-bar.tsx';
import { FillIn, SignOff } from './sign-off.tsx';
import { Words } from './words.tsx';

/** As many rows of a table are shown: JSON has all of them. */
const mostRows = 10;

/** Page one on several workloads: each in a line, what they come to together, and where to sign. */
export function FrontOfSeveral(props: {
  readonly result: Result;
  readonly names: NameIndex;
  readonly entries: readonly PlacesEntry[];
}) {
  const { result, names, entries } = props;
  const overview = viewResultsOverview(result, names);
  return (
    <section class="front">
      <h1>{wordReportTitle(result.results)}</h1>
      <FillIn />
      <p class="recommendation">{wordTotals(result)}.</p>
      <ShareBar shares={listShares(result.results)} />
      <PlacesTable entries={entries} />
      <Words entries={listScaleWords(entries.map(({ row }) => row.scale))} />
      {overview !== undefined && (
        <>
          <BriefSection {...overview} />
          {overview.tables.map((table) => (
            <TableSection key={table.id} table={table} most={mostRows} />
          ))}
        </>
      )}
      <SignOff />
    </section>
  );
}
