import { test } from 'vitest';

/**
 * Skips, aloud, what cannot be tested on this machine: say-skipped.ts lists it at the end of the run.
 * Where CI runs it is a failure.
 * @param present whether what the tests need is there
 * @param what is not tested without it
 * @param why what is missing, and how it is installed
 */
export function skipWithout(present: boolean, what: string, why: string): void {
  if (present) return;
  test(what, ({ skip }) => {
    if (process.env.CI !== undefined) throw new Error(why);
    skip(why);
  });
}
