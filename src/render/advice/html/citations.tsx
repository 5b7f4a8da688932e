import { wordCitation } from '../../../report/citations.ts';
import type { NameIndex } from '../../../report/names.ts';
import { Fold } from './fold.tsx';
import type { PagePart } from './page-part.ts';

/** What a rule or action rests on, each a way to where it is told once. */
export function Citations({ ids, about }: { readonly ids: readonly string[]; readonly about: PagePart }) {
  return (
    <>
      {ids.map((id, index) => (
        <>
          {index > 0 && ', '}
          <a key={id} href={`#${anchorSource(about.workload, id)}`}>
            {id}
          </a>
        </>
      ))}
    </>
  );
}

/** What stands behind the citations of a workload; an address is a link only where it leads to the web. */
export function Sources(props: {
  readonly ids: readonly string[];
  readonly names: NameIndex;
  /** Begins the ids of the workload's elements. */
  readonly workload: string;
  /** Which article is meant, where one is cited. */
  readonly article: string | undefined;
}) {
  const { ids, names, workload, article } = props;
  if (ids.length === 0) return null;
  return (
    <Fold title={`What the reasons rest on (${ids.length})`} name="sources">
      {article !== undefined && <p class="quiet">{article}</p>}
      <ul class="citations">
        {ids.map((id) => {
          const { text, address } = wordCitation(names, id);
          return (
            <li key={id} id={anchorSource(workload, id)}>
              <code>{id}</code> {text}
              {address !== undefined && (
                <>
                  {' '}
                  {/^https?:\/\//.test(address) ? (
                    <a href={address} rel="noreferrer">
                      {address}
                    </a>
                  ) : (
                    address
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}

function anchorSource(workload: string, id: string): string {
  return `${workload}-source-${id}`;
}
