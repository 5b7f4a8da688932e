import { ColumnHeads } from './column-heads.tsx';
import type { NameIndex, ReportPart } from '../../../report/names.ts';
import { listUnsaid, unsaidColumns, unsaidTitle } from '../../../report/unsaid.ts';
import { Fold } from './fold.tsx';

/** What nobody said, by topic, once for all the parts of a workload. */
export function UnsaidTable({
  parts,
  names,
}: {
  readonly parts: readonly ReportPart[];
  readonly names: NameIndex;
}) {
  const rows = listUnsaid(parts, names);
  const columns = parts.length === 1 ? unsaidColumns.slice(0, -1) : unsaidColumns;
  if (rows.length === 0) return null;
  return (
    <Fold title={unsaidTitle} name="unsaid">
      <div class="wide" role="region" aria-label={unsaidTitle} tabIndex={0}>
        <table>
          <ColumnHeads columns={columns} />
          <tbody>
            {rows.map(({ topic, stands, facts, of }) => (
              <tr key={`${topic} ${stands} ${of}`}>
                <th scope="row">{topic}</th>
                <td data-is="How it stands">{stands}</td>
                <td data-is="Facts">{facts.join('; ')}</td>
                {parts.length > 1 && (
                  <td class="quiet" data-is="Of">
                    {of}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Fold>
  );
}
