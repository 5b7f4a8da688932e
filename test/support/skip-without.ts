import { test } from 'vitest';

/**
 * Says aloud that something is not tested on this machine; where CI runs, that is a failure.
 * @param present whether what the tests need is there
 * @param what is not tested without it
 * @param why what is missing, and how it is installed
 */
export function skipWithout(present: boolean, what: string, why: string): void {
  if (present) return;
  test(what, ({ skip }) => {
    if (process.env.CI !== undefined) throw new Error(why);
    process.stderr.write(`Skipped: ${what}, because ${why}\n`);
    skip(why);
  });
}
