import type { ActionItem, PartAdvice } from '../../../advice/result.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { showPlacements } from '../../../report/verdict.ts';

/** One line of an overview. */
export interface OverviewEntry {
  readonly name: string;
  readonly part: Pick<PartAdvice, 'verdict' | 'hinges'>;
  readonly actions: readonly ActionItem[];
  readonly href: string;
}

/** One line a workload or part: what it came out as, how firmly, what must be done, what it hinges on. */
export function Overview(props: { readonly entries: readonly OverviewEntry[]; readonly rulebook: Rulebook }) {
  const { entries, rulebook } = props;
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
            <th scope="col">Hinges on</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ name, part, actions, href }, index) => (
            <tr key={index}>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              <td>
                <span class={`badge small is-${part.verdict.headline}`}>{part.verdict.headline}</span>{' '}
                {part.verdict.strength}
                {part.verdict.contested && ', contested'}
              </td>
              <td data-is="Status">{part.verdict.status}</td>
              <td data-is="Placement">{showPlacements(part, { rulebook })}</td>
              <td class="number" data-is="Must">
                {actions.filter((action) => action.level === 'must').length}
              </td>
              <td class="quiet" data-is="Hinges on">
                {listHinges(part)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const mostHinges = 3;

/** The facts that nobody stated and that could change the headline; the first few by name. */
function listHinges(part: OverviewEntry['part']): string {
  const facts = [...new Set(part.hinges.flatMap((flip) => flip.changes.map(({ fact }) => fact)))];
  const more = facts.length - mostHinges;
  return `${facts.slice(0, mostHinges).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
