import type { Rulebook } from '../rulebook/rulebook.ts';
import { type PartDifferences, isDifferent } from './compare-parts.ts';

/** What differs from the recorded decision. */
export function DifferenceList(props: {
  readonly differences: PartDifferences;
  readonly rulebook: Rulebook;
}) {
  const { differences, rulebook } = props;
  const { verdict, rules, actions } = differences;
  if (!isDifferent(differences)) return <p>Nothing differs from the recorded decision.</p>;
  const ruleTitle = (id: string) => rulebook.rules.find((each) => each.id === id)?.title ?? id;
  const actionTitle = (id: string) => rulebook.actions.find((each) => each.id === id)?.title ?? id;
  return (
    <>
      <ul class="differences">
        {verdict.map(({ what, before, now }) => (
          <li key={what}>
            {what}: <del>{before}</del> <ins>{now}</ins>
          </li>
        ))}
      </ul>
      <IdList title="Now counts" ids={rules.new} word={ruleTitle} />
      <IdList title="Counts no longer" ids={rules.gone} word={ruleTitle} />
      <IdList title="Now to be done" ids={actions.new} word={actionTitle} />
      <IdList title="No longer to be done" ids={actions.gone} word={actionTitle} />
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
