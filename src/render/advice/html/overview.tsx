import { labels } from '../../../report/vocabulary.ts';
import type { OverviewRow } from '../../../report/part.ts';

/**
 * One line a workload or part: what it came out as, how firmly, what must be done, what it hinges on.
 * @param props.anchor the id of the element that tells of a row
 */
export function Overview(props: {
  readonly rows: readonly OverviewRow[];
  readonly anchor: (row: number) => string;
}) {
  const { rows, anchor } = props;
  return (
    <div class="wide" role="region" aria-label="Overview" tabIndex={0}>
      <table class="overview">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Headline</th>
            <th scope="col">Status</th>
            <th scope="col">Placement</th>
            <th scope="col">Must</th>
            <th scope="col">{labels.hingesOn}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, verdict, musts }, index) => (
            <tr key={index}>
              <th scope="row">
                <a href={`#${anchor(index)}`}>{name}</a>
              </th>
              <td>
                <span class={`badge small is-${verdict.headline}`}>{verdict.headline}</span>{' '}
                {verdict.strength}
                {verdict.contested && ', contested'}
              </td>
              <td data-is="Status">{verdict.status}</td>
              <td data-is="Placement">{verdict.placements}</td>
              <td class="number" data-is="Must">
                {musts}
              </td>
              <td class="quiet" data-is={labels.hingesOn}>
                {listFirst(verdict.hinges)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const mostHinges = 3;

/** The first few by name, and how many more there are. */
function listFirst(facts: readonly string[]): string {
  const more = facts.length - mostHinges;
  return `${facts.slice(0, mostHinges).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
