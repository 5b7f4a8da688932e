import type { NameIndex } from '../report/names.ts';
import { type PartDifferences, isDifferent } from './compare-parts.ts';

/** What differs from the recorded decision. */
export function DifferenceList(props: { readonly differences: PartDifferences; readonly names: NameIndex }) {
  const { differences, names } = props;
  const { verdict, rules, actions } = differences;
  if (!isDifferent(differences)) return <p>Nothing differs from the recorded decision.</p>;
  const wordRule = (id: string) => names.rules(id)?.title ?? id;
  const wordAction = (id: string) => names.actions(id)?.title ?? id;
  return (
    <>
      <ul class="differences">
        {verdict.map(({ what, before, now }) => (
          <li key={what}>
            {what}: <del>{before}</del> <ins>{now}</ins>
          </li>
        ))}
      </ul>
      <IdList title="Now counts" ids={rules.new} word={wordRule} />
      <IdList title="Counts no longer" ids={rules.gone} word={wordRule} />
      <IdList title="Now to be done" ids={actions.new} word={wordAction} />
      <IdList title="No longer to be done" ids={actions.gone} word={wordAction} />
    </>
  );
}

function IdList(props: {
  readonly title: string;
  readonly ids: readonly string[];
  readonly word: (id: string) => string;
}) {
  const { title, ids, word } = props;
  if (ids.length === 0) return null;
  return (
    <details class="difference">
      <summary>
        {title}: {ids.length}
      </summary>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            {word(id)} <code>{id}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
