import { wordCitation } from '../../../report/citations.ts';
import type { NameIndex } from '../../../report/names.ts';

/** What a rule or action rests on; an address is a link only where it leads to the web. */
export function Citations({ ids, names }: { readonly ids: readonly string[]; readonly names: NameIndex }) {
  return (
    <ul class="citations">
      {ids.map((id) => {
        const { text, address } = wordCitation(names, id);
        return (
          <li key={id}>
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
  );
}
