import type { FlipEntry } from '../../../advice/result.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { wordFlip } from '../../../report/verdict.ts';
import type { PartView } from './part-view.ts';

/** What would change the headline, and what would leave nothing to place it on. */
export function Flips({ view }: { readonly view: PartView }) {
  return (
    <>
      <FlipTable title="What would change it" flips={view.part.flips} view={view} />
      <FlipTable title="What would make it impossible" flips={view.part.impossible} view={view} />
    </>
  );
}

function FlipTable(props: {
  readonly title: string;
  readonly flips: readonly FlipEntry[];
  readonly view: PartView;
}) {
  const { title, flips, view } = props;
  if (flips.length === 0) return null;
  return (
    <section class="flips">
      <h3>{title}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">It becomes</th>
            <th scope="col">if</th>
            <th scope="col">As it stands</th>
            {view.onTry !== undefined && (
              <th scope="col">
                <span class="hidden">Try it</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {flips.map((flip, index) => (
            <Row key={index} flip={flip} view={view} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ flip, view }: { readonly flip: FlipEntry; readonly view: PartView }) {
  const { headline, what, now } = wordFlip(flip, view.rulebook);
  const changes = listChanges(flip, view.rulebook);
  const { onTry } = view;
  return (
    <tr>
      <th scope="row" class={`becomes is-${headline}`}>
        {headline}
      </th>
      <td>{what}</td>
      <td class="quiet">{now}</td>
      {onTry !== undefined && (
        <td>
          {changes.length > 0 && (
            <button type="button" onClick={() => onTry(changes)} aria-label={`Try ${what}`}>
              Try
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

/** The first value of each change; none where a value is a range in words. */
function listChanges(flip: FlipEntry, rulebook: Rulebook): { fact: string; value: string }[] {
  const changes = flip.changes.flatMap(({ fact, values }) => {
    const kind = rulebook.facts.find((each) => each.id === fact)?.kind;
    const [value] = values;
    return kind === 'number' || value === undefined ? [] : [{ fact, value }];
  });
  return changes.length === flip.changes.length ? changes : [];
}
