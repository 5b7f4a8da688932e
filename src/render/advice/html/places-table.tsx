import type { OverviewRow } from '../../../report/part.ts';
import { wordHeadline } from '../../../report/verdict.ts';

/** A line of the table, and the lines of its parts where it has some. */
export interface PlacesEntry {
  readonly row: OverviewRow;
  /** The id of the element that tells of it. */
  readonly anchor: string;
  /** What was recorded of it, where a reader changed facts and it differs. */
  readonly recorded?: string;
  readonly parts?: readonly PlacesEntry[];
}

/** What goes where, and why: a line a workload, and below it a line a part. */
export function PlacesTable({ entries }: { readonly entries: readonly PlacesEntry[] }) {
  return (
    <div class="wide" role="region" aria-label="What goes where" tabIndex={0}>
      <table class="overview">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Goes to</th>
            <th scope="col">Because</th>
            <th scope="col">How sure</th>
            <th scope="col">Conditions</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <>
              <Line key={entry.anchor} entry={entry} />
              {entry.parts?.map((part) => (
                <Line key={part.anchor} entry={part} within={true} />
              ))}
            </>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ entry, within = false }: { readonly entry: PlacesEntry; readonly within?: boolean }) {
  const { row, anchor, recorded } = entry;
  const { name, verdict, because, scale, musts, tripped, known, ask } = row;
  return (
    <tr
      class={`${within ? 'within' : ''} ${recorded === undefined ? '' : 'is-changed'}`.trim()}
      data-headline={verdict.headline}
      data-strength={verdict.strength ?? undefined}
      data-sure={scale}
    >
      <th scope="row">
        {tripped && <span class="warning">✗ </span>}
        <a href={`#${anchor}`}>{name}</a>
        {known !== undefined && <span class="quiet"> {known}</span>}
      </th>
      <td>
        <span class={`badge small is-${verdict.headline}`}>{verdict.headline}</span> {verdict.placements}
        {recorded !== undefined && <span class="warning"> What if; recorded: {recorded}</span>}
      </td>
      <td data-is="Because">
        {because}
        {ask !== undefined && <span class="quiet"> Ask: {ask}</span>}
      </td>
      <td data-is="How sure">{scale}</td>
      <td class="number" data-is="Conditions">
        {musts === 0 ? '' : musts}
      </td>
    </tr>
  );
}

/** A verdict in short, to be set beside another one. */
export function writeRecorded({ verdict }: OverviewRow): string {
  return [wordHeadline(verdict), verdict.placements].filter((text) => text !== '').join(', ');
}
