import { splitRecord } from './split-record.ts';
import type { Table } from './table.ts';

/** A table of a CSV text. */
export interface CsvTable extends Table {
  /** What stands between its cells. */
  readonly separator: string;
}

const separators = [',', ';', '\t'] as const;

/**
 * A text as a table, if its first line looks like headings: several cells, and none of the marks that
 * YAML, JSON or XML begin with.
 * @param file what the text is called
 */
export function findCsvTable(text: string, file: string): CsvTable | undefined {
  const from = skipSeparatorLine(text);
  const end = text.indexOf('\n', from);
  const first = text.slice(from, end === -1 ? undefined : end);
  if (!/^\s*[^\s#%&!|>@`[{<-]/.test(first) || /:(\s|$)/.test(first)) return undefined;
  const separator = separators
    .map((each) => ({ each, count: splitRecord(first, each).length }))
    .reduce((most, next) => (next.count > most.count ? next : most));
  return separator.count < 2 ? undefined : csvTable(text, file, separator.each);
}

/** A text as a table, whatever it looks like. */
export function csvTable(text: string, file: string, separator = ','): CsvTable {
  const from = skipSeparatorLine(text);
  const end = text.indexOf('\n', from);
  const cells = splitRecord(text.slice(from, end === -1 ? undefined : end).trimEnd(), separator);
  return {
    file,
    separator,
    title: (/[^/\\]*$/.exec(file)?.[0] ?? file).replace(/\.[A-Za-z]+$/, ''),
    headings: cells.map((cell) => cell.text.trim()),
    headingAt: (column) => ({ file, line: from === 0 ? 1 : 2, column: (cells[column]?.offset ?? 0) + 1 }),
    eachRow: async (visit) => (await import('./read-csv.ts')).visitRecords(text, file, separator, visit),
  };
}

/** A spreadsheet may say in a line of its own what it separates by (`sep=;`). */
function skipSeparatorLine(text: string): number {
  return /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
}
