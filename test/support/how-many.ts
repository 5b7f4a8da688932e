/**
 * How often a test tries what it draws at random: a fifth of it where somebody waits for it (npm test),
 * all of it in the second tier (npm run test:rest), which runs the test files that import this once more.
 * Seeds are the same, so the few are the first of the many.
 * @param full how often in the second tier
 */
export function howMany(full: number): number {
  return process.env.THOROUGH === '1' ? full : Math.ceil(full / 5);
}
