import { ColumnHeads } from './column-heads.tsx';
import type { FlipEntry } from '../../../advice/result.ts';
import type { NameIndex } from '../../../report/names.ts';
import { flipColumns, viewFlip } from '../../../report/verdict.ts';
import { Fold } from './fold.tsx';
import type { PagePart } from './page-part.ts';

/** What would change the headline, and what would leave nothing to place it on. */
export function Flips({ about }: { readonly about: PagePart }) {
  const { flips, impossible } = about.part;
  return (
    <>
      <FlipTable title={`What would change it (${flips.length})`} flips={flips} about={about} />
      <FlipTable
        title={`What would make it impossible (${impossible.length})`}
        flips={impossible}
        about={about}
      />
    </>
  );
}

function FlipTable(props: {
  readonly title: string;
  readonly flips: readonly FlipEntry[];
  readonly about: PagePart;
}) {
  const { title, flips, about } = props;
  if (flips.length === 0) return null;
  return (
    <Fold title={title} name="flips">
      <table>
        <ColumnHeads columns={flipColumns}>
          {about.onTry !== undefined && (
            <th scope="col">
              <span class="hidden">Try it</span>
            </th>
          )}
        </ColumnHeads>
        <tbody>
          {flips.map((flip, index) => (
            <Row key={index} flip={flip} about={about} />
          ))}
        </tbody>
      </table>
    </Fold>
  );
}

function Row({ flip, about }: { readonly flip: FlipEntry; readonly about: PagePart }) {
  const { headline, what, now } = viewFlip(flip, about.names);
  const changes = listTries(flip, about.names);
  const { onTry } = about;
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
function listTries(flip: FlipEntry, names: NameIndex): { fact: string; value: string }[] {
  const changes = flip.changes.flatMap(({ fact, values: [value] }) =>
    names.facts(fact)?.kind === 'number' || value === undefined ? [] : [{ fact, value }],
  );
  return changes.length === flip.changes.length ? changes : [];
}
