import type { FactEntry } from '../../../advice/result.ts';
import { showFactValue } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import type { PartView } from './part-view.ts';

/** Every fact with who said so: the stated ones open, the presumed and the unknown ones folded. */
export function Facts({ view }: { readonly view: PartView }) {
  const entries = Object.entries(view.part.facts);
  const of = (isIt: (entry: FactEntry) => boolean) => entries.filter(([, entry]) => isIt(entry));
  const stated = of(({ origin }) => origin !== 'presumed' && origin !== 'unknown');
  const presumed = of(({ origin }) => origin === 'presumed');
  const unknown = of(({ origin }) => origin === 'unknown');
  const leaning = new Set(view.part.verdict.if.map((entry) => entry.fact));
  const nameOf = (id: string) => view.rulebook.facts.find((fact) => fact.id === id)?.name ?? id;
  return (
    <section class="facts">
      <h3>Facts</h3>
      {stated.length === 0 ? (
        <p class="quiet">Nothing was stated.</p>
      ) : (
        <FactTable entries={stated} nameOf={nameOf} view={view} leaning={leaning} />
      )}
      {presumed.length > 0 && (
        <details>
          <summary>{presumed.length} presumed, as nobody said otherwise</summary>
          <FactTable entries={presumed} nameOf={nameOf} view={view} leaning={leaning} />
        </details>
      )}
      {unknown.length > 0 && (
        <details>
          <summary>{unknown.length} not known</summary>
          <p>{unknown.map(([id]) => nameOf(id)).join(' · ')}</p>
        </details>
      )}
    </section>
  );
}

function FactTable(props: {
  readonly entries: readonly (readonly [string, FactEntry])[];
  readonly nameOf: (id: string) => string;
  readonly view: PartView;
  readonly leaning: ReadonlySet<string>;
}) {
  const { entries, nameOf, view, leaning } = props;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Fact</th>
          <th scope="col">Value</th>
          <th scope="col">Said by</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(([id, entry]) => (
          <tr key={id}>
            <th scope="row">
              {nameOf(id)} <code>{id}</code>
            </th>
            <td>{showFactValue(view.rulebook, id, entry.value)}</td>
            <td class="quiet">
              {wordOrigin({ fact: id, ...entry }, view.file)}
              {leaning.has(id) && ', and the verdict leans on it'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
