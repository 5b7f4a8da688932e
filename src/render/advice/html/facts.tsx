import { factColumns, type KnownFact, listFacts } from '../../../report/facts.ts';
import { wordFactName, wordValue } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { wordCounts } from '../../../report/remarks.ts';
import { Fold } from './fold.tsx';
import type { PagePart } from './page-part.ts';

/** Every fact with who said so: the stated ones, the presumed, the unknown. */
export function Facts({ about }: { readonly about: PagePart }) {
  const facts = listFacts(about.part);
  const of = (is: KnownFact['is']) => facts.filter((fact) => fact.is === is);
  const [stated, presumed, unknown] = [of('stated'), of('presumed'), of('unknown')];
  const title = `Facts (${stated.length} stated, ${presumed.length} presumed, ${unknown.length} not known)`;
  return (
    <Fold title={title} name="facts">
      {stated.length === 0 ? (
        <p class="quiet">Nothing was stated.</p>
      ) : (
        <FactTable facts={stated} about={about} />
      )}
      {presumed.length > 0 && (
        <>
          <h5>Presumed, as nobody said otherwise</h5>
          <FactTable facts={presumed} about={about} />
        </>
      )}
      {unknown.length > 0 && (
        <>
          <h5>Not known</h5>
          <p>{unknown.map(({ fact }) => wordFactName(about.names, fact)).join(' · ')}</p>
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
      <thead>
        <tr>
          {factColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map((known) => (
          <tr key={known.fact}>
            <th scope="row">
              {wordFactName(names, known.fact)} <code>{known.fact}</code>
            </th>
            <td>{wordValue(names, known.fact, known.value)}</td>
            <td class="quiet">
              {wordOrigin(known, file)}
              {known.leaning && ', and the verdict leans on it'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
