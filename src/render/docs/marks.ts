import type { Mark } from '../../rulebook/rulebook.ts';
import { code, type Inline, strong } from '../markdown/nodes.ts';

/**
 * Which rulebooks added or changed an entry, and why, a line each; none for what the first says.
 * @param marks the marks of the entry
 */
export function writeMarks(marks: readonly Mark[] | undefined): Inline[] {
  return (marks ?? []).map(({ rulebook, did, what = [], because }): Inline => {
    if (did === 'added') return [strong('Added by'), ' ', code(rulebook)];
    const keys = what.length === 0 ? '' : ` (${what.join(', ')})`;
    return [strong('Changed by'), ' ', code(rulebook), `${keys}: ${because ?? ''}`];
  });
}
