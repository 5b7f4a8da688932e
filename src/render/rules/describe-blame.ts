import { formatPosition } from '../../errors.ts';
import type { BlamedChange } from '../../prove/lint/find-changes.ts';

/** A change that a finding has to do with: who did what to what, where and why. */
export function describeBlame({ about, rulebook, did, what, because, at }: BlamedChange): string {
  const keys = what.length === 0 ? '' : ` (${what.join(', ')})`;
  return `${did} by ${rulebook}: ${about}${keys}, ${formatPosition(at)}${because === '' ? '' : `: ${because}`}`;
}
