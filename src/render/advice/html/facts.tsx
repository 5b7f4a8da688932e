import { ColumnHeads } from './column-heads.tsx';
import { factColumns, type KnownFact, listFacts } from '../../../report/facts.ts';
import { listHinges } from '../../../report/front.ts';
import { wordFactName, wordValue } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { wordCounts } from '../../../report/remarks.ts';
import { Fold } from './fold.tsx';
import type { PagePart } from './page-part.ts';

/** What was said, with who said so, and what is presumed that the headline hangs on; the rest is told once for all parts. */
export function Facts({ about }: { readonly about: PagePart }) {
  const facts = listFacts(about.part);
  const stated = facts.filter(({ is }) => is === 'stated');
  const hinges = new Set(listHinges(about, 'presumed').map(({ id }) => id));
  const hanging = facts.filter(({ fact, is }) => is === 'presumed' && hinges.has(fact));
  return (
    <Fold title={`Facts (${stated.length} stated)`} name="facts">
      {stated.length === 0 ? (
        <p class="quiet">Nothing was stated.</p>
      ) : (
        <FactTable facts={stated} about={about} />
      )}
      {hanging.length > 0 && (
        <>
          <h5>Presumed, and another value would change the headline</h5>
          <FactTable facts={hanging} about={about} />
        </>
      )}
      <p class="quiet">{wordCounts(about.part.counts)}</p>
    </Fold>
  );
}

function FactTable(props: { readonly facts: readonly KnownFact[]; readonly about: PagePart }) {
  const { facts, about } = props;
  const { names, file } = about;
  return (
    <table>
      <ColumnHeads columns={factColumns} />
      <tbody>
        {facts.map((known) => (
          <tr key={known.fact}>
            <th scope="row">
              {wordFactName(names, known.fact)} <code>{known.fact}</code>
            </th>
            <td>{wordValue(names, known.fact, known.value)}</td>
            <td class="quiet">{wordOrigin(known, file)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
