import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { describeCitation } from '../../../report/citations.ts';

/** What a rule or action rests on; an address is a link only where it leads to the web. */
export function Citations({
  ids,
  rulebook,
}: {
  readonly ids: readonly string[];
  readonly rulebook: Rulebook;
}) {
  return (
    <ul class="citations">
      {ids.map((id) => {
        const { text, address } = describeCitation(rulebook, id);
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
