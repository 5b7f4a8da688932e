import { factColumns, type KnownFact, listFacts } from '../../../report/facts.ts';
import { wordFactName, wordValue } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import type { PagePart } from './page-part.ts';

/** Every fact with who said so: the stated ones open, the presumed and the unknown ones folded. */
export function Facts({ about }: { readonly about: PagePart }) {
  const facts = listFacts(about.part);
  const of = (is: KnownFact['is']) => facts.filter((fact) => fact.is === is);
  const [stated, presumed, unknown] = [of('stated'), of('presumed'), of('unknown')];
  return (
    <section class="facts">
      <h3>Facts</h3>
      {stated.length === 0 ? (
        <p class="quiet">Nothing was stated.</p>
      ) : (
        <FactTable facts={stated} about={about} />
      )}
      {presumed.length > 0 && (
        <details>
          <summary>{presumed.length} presumed, as nobody said otherwise</summary>
          <FactTable facts={presumed} about={about} />
        </details>
      )}
      {unknown.length > 0 && (
        <details>
          <summary>{unknown.length} not known</summary>
          <p>{unknown.map(({ fact }) => wordFactName(about.names, fact)).join(' · ')}</p>
        </details>
      )}
    </section>
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
