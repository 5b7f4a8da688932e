import type { Mark } from '../rulebook/rulebook.ts';
import type { Reason } from './result.ts';

/** The marks of an entry for a result; nothing where it has none. */
export function copyMarks(marks: readonly Mark[] | undefined): Pick<Reason, 'marks'> {
  return marks === undefined ? {} : { marks: structuredClone(marks) as NonNullable<Reason['marks']> };
}
