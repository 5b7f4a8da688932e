import { isTrue, type Machine } from './machine.ts';

/**
 * Why a row is no machine that could be placed, or none that can be told; undefined of one that is.
 * `wrong`: somebody should mend the row.
 */
export function findReasonAgainst({
  cell,
}: Machine): { readonly reason: string; readonly wrong: boolean } | undefined {
  const name = cell('name')?.text ?? '';
  if (name === '') return { reason: 'a row without the name of a machine', wrong: true };
  if (isTrue(cell('template'))) return { reason: 'a template', wrong: false };
  if (isTrue(cell('placeholder'))) return { reason: 'a placeholder for recovery', wrong: false };
  const connection = cell('connection')?.text ?? '';
  return /^(orphaned|inaccessible|invalid)$/i.test(connection)
    ? { reason: `a machine that is ${connection.toLowerCase()}`, wrong: false }
    : undefined;
}
