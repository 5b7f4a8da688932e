import type { RemoverEntry } from '../../../advice/result.ts';
import { titlePlacement } from '../../../report/names.ts';
import { arrangeReasons } from '../../../report/reasons.ts';
import { anchorRule, type PartView } from './part-view.ts';

const fates = { yes: 'possible', open: 'open', no: 'out' } as const;

/** Every placement with its isolation and what removed it, or might. */
export function Placements({ view }: { readonly view: PartView }) {
  const { placements, verdict } = view.part;
  if (placements.length === 0) return null;
  return (
    <section class="placements">
      <h3>Placements</h3>
      <div class="wide" role="region" aria-label={`Placements of ${view.name}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Placement</th>
              <th scope="col">Isolation</th>
              <th scope="col">Left</th>
              <th scope="col">Removed by</th>
            </tr>
          </thead>
          <tbody>
            {placements.map((placement) => {
              const { id, isolation, survives, removedBy, mightBeRemovedBy } = placement;
              const chosen = verdict.forms.includes(id);
              const second = verdict.runnerUp?.placement === id;
              return (
                <tr key={id} class={`fate-${survives}${chosen ? ' is-chosen' : ''}`}>
                  <th scope="row">
                    {titlePlacement(view.rulebook, id)} <code>{id}</code>
                  </th>
                  <td data-is="Isolation">{isolation.replace('-', ' ')}</td>
                  <td data-is="Left">
                    {fates[survives]}
                    {chosen && (verdict.headline === 'either' ? ', best of its kind' : ', chosen')}
                    {second && ', runner-up'}
                  </td>
                  <td data-is="Removed by">
                    <Removers view={view} removers={removedBy} />
                    {survives === 'open' && (
                      <>
                        perhaps <Removers view={view} removers={mightBeRemovedBy} />
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Removers({
  view,
  removers,
}: {
  readonly view: PartView;
  readonly removers: readonly RemoverEntry[];
}) {
  const shown = new Set(
    arrangeReasons(view.part, true).flatMap(({ reasons }) => reasons.map((reason) => reason.rule)),
  );
  return (
    <>
      {removers.map((remover, index) => (
        <span key={index}>
          {index > 0 && ', '}
          {'needs' in remover ? (
            `its needs (${remover.facts.join(', ')})`
          ) : shown.has(remover.rule) ? (
            <a href={`#${anchorRule(view, remover.rule)}`}>{remover.rule}</a>
          ) : (
            remover.rule
          )}
        </span>
      ))}
    </>
  );
}
