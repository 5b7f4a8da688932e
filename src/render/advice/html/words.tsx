import type { GlossaryEntry } from '../../../report/glossary.ts';

/** What the words above it mean. */
export function Words({ entries }: { readonly entries: readonly GlossaryEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <dl class="words">
      {entries.map(({ word, means }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  );
}
