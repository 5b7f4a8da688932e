import type { RootContent } from 'mdast';
import type { NameIndex, ReportPart } from '../../../report/names.ts';
import { listUnsaid, unsaidColumns, unsaidTitle } from '../../../report/unsaid.ts';
import { heading, type Piece, table } from '../../../text/markdown.ts';

/** What nobody said, by topic, once for all the things to place. */
export function writeUnsaid(parts: readonly ReportPart[], names: NameIndex, depth: number): RootContent[] {
  const rows = listUnsaid(parts, names);
  if (rows.length === 0) return [];
  const columns = parts.length === 1 ? unsaidColumns.slice(0, -1) : unsaidColumns;
  const cells = rows.map(({ topic, stands, facts, of }): Piece[][] =>
    [topic, stands, facts.join('; '), of].slice(0, columns.length).map((text) => [text]),
  );
  return [heading(depth, unsaidTitle), table(columns, cells)];
}
