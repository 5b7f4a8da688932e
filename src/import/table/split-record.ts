/** A cell of a record, with where it begins. */
export interface Cell {
  /** Without the quotes around it. */
  readonly text: string;
  /** The offset of its first character, a quote included. */
  readonly offset: number;
}

/**
 * Takes one record of a CSV text apart, line ends within quotes included: what the library that reads
 * whole texts does not tell is where in its line a cell stands.
 * @param record its text, without the line end behind it
 */
export function splitRecord(record: string, separator: string): Cell[] {
  const cells: Cell[] = [];
  for (let offset = 0; offset <= record.length;) {
    const quoted = matchQuoted(record, offset);
    const next = record.indexOf(separator, offset + quoted.length);
    const end = next === -1 ? record.length : next;
    const text = quoted === '' ? record.slice(offset, end) : quoted.slice(1, -1).replaceAll('""', '"');
    cells.push({ text, offset });
    offset = end + 1;
  }
  return cells;
}

/** The cell in quotes that begins at an offset; empty where none does. A quote that is doubled closes nothing. */
function matchQuoted(record: string, offset: number): string {
  const quoted = /"(?:[^"]|"")*"/y;
  quoted.lastIndex = offset;
  return quoted.exec(record)?.[0] ?? '';
}
