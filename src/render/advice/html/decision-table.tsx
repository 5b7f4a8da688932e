import {
  decisionExplained,
  type DecisionPoint,
  decisionTitle,
  viewDecisionTable,
} from '../../../report/decision-table.ts';
import { noVote } from '../../../report/placements.ts';
import type { PagePart } from './page-part.ts';

/** What speaks for the choice, for the best of the other kind and for the next form, side by side. */
export function DecisionTable({ about }: { readonly about: PagePart }) {
  const { columns, rows } = viewDecisionTable(about);
  if (rows.length === 0) return null;
  return (
    <section class="decision">
      <h4>{decisionTitle}</h4>
      <div class="wide" role="region" aria-label={`${decisionTitle}, ${about.name}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Concern</th>
              {columns.map(({ placement, title, role, out }) => (
                <th key={placement} scope="col">
                  {role}
                  {out && ', ruled out'}
                  <span class="column-title">{title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title, cells }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {columns.map((column, index) => (
                  <td key={column.placement} data-is={`${column.role}, ${column.title}`}>
                    <Points points={cells[index] ?? []} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet">{decisionExplained}</p>
    </section>
  );
}

function Points({ points }: { readonly points: readonly DecisionPoint[] }) {
  if (points.length === 0) return <span class="quiet">{noVote}</span>;
  return (
    <ul class="points">
      {points.map(({ rule, strength, title }) => (
        <li key={rule}>
          <span class={`tier tier-${strength}`}>{strength}</span> {title}
        </li>
      ))}
    </ul>
  );
}
