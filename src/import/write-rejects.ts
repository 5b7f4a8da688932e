import { stringify } from 'csv-stringify/sync';
import type { ImportedTable } from './importer.ts';

/**
 * The rows of a table that became no workload, as CSV with the headings that the table had, and behind
 * them where each row stood and what is wrong with it: to be corrected and read again.
 */
export function writeRejects({ headings, rejected }: ImportedTable): string {
  const rows = rejected.map(({ cells, at, reason }) => [
    ...headings.map((_, index) => cells[index] ?? ''),
    String(at.line),
    reason,
  ]);
  return stringify([[...headings, 'line', 'problem'], ...rows]);
}
