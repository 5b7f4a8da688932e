import type { RemoverEntry } from '../../../advice/result.ts';
import { wordIsolation, wordPlacement } from '../../../report/names.ts';
import { fates, wordRole } from '../../../report/placements.ts';
import { listReasons } from '../../../report/reasons.ts';
import { Fold } from './fold.tsx';
import { anchorRule, type PagePart } from './page-part.ts';

/** Every placement with its isolation and what removed it, or might. */
export function Placements({ about }: { readonly about: PagePart }) {
  const { part, names } = about;
  if (part.placements.length === 0) return null;
  return (
    <Fold
      title={`Placements (${part.placements.filter(({ survives }) => survives !== 'no').length} of ${part.placements.length} possible)`}
      name="placements"
    >
      <div class="wide" role="region" aria-label={`Placements of ${about.name}`} tabIndex={0}>
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
            {part.placements.map(({ id, isolation, survives, removedBy, mightBeRemovedBy }) => {
              const role = wordRole(part, id);
              return (
                <tr key={id} class={`fate-${survives}${part.verdict.forms.includes(id) ? ' is-chosen' : ''}`}>
                  <th scope="row">
                    {wordPlacement(names, id)} <code>{id}</code>
                  </th>
                  <td data-is="Isolation">{wordIsolation(isolation)}</td>
                  <td data-is="Left">
                    {fates[survives]}
                    {role !== '' && `, ${role}`}
                  </td>
                  <td data-is="Removed by">
                    <Removers about={about} removers={removedBy} />
                    {survives === 'open' && (
                      <>
                        perhaps <Removers about={about} removers={mightBeRemovedBy} />
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Fold>
  );
}

function Removers(props: { readonly about: PagePart; readonly removers: readonly RemoverEntry[] }) {
  const { about, removers } = props;
  const told = new Set(listReasons(about).flatMap(({ reasons }) => reasons.map(({ rule }) => rule)));
  return (
    <>
      {removers.map((remover, index) => (
        <span key={index}>
          {index > 0 && ', '}
          {'needs' in remover ? (
            `its needs (${remover.facts.join(', ')})`
          ) : told.has(remover.rule) ? (
            <a href={`#${anchorRule(about, remover.rule)}`}>{remover.rule}</a>
          ) : (
            remover.rule
          )}
        </span>
      ))}
    </>
  );
}
