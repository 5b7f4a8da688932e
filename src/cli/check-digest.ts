import { InputError } from '../errors.ts';
import { showText } from '../text/safe.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/**
 * Digits of a SHA-256 that are enough to stand for all 64: at 128 bits nobody can make another
 * rulebook that begins alike, while the eight that text output shows take minutes.
 */
const fewestDigits = 32;

/**
 * Checks the argument of --rules-digest.
 * @throws InputError when it is no digest, or so short that a forgery would pass
 */
export function checkDigest(digest: string | undefined): void {
  if (digest === undefined || new RegExp(`^[0-9a-f]{${fewestDigits},64}$`, 'i').test(digest)) return;
  const got = /^[0-9a-f]+$/i.test(digest) ? `${digest.length} digits` : showText(digest);
  throw new InputError(
    `--rules-digest takes the rulebook's SHA-256, 64 hexadecimal digits or at least the first ${fewestDigits}, as -f json prints it under rulebooks; got ${got}`,
  );
}

/**
 * Refuses a rulebook that is not the one whose digest was given.
 * @param digest the argument of --rules-digest, checked; undefined where any rulebook will do
 * @throws InputError before any advice is given
 */
export function refuseOtherRulebook(digest: string | undefined, rulebook: Rulebook): void {
  if (digest === undefined || rulebook.digest.startsWith(digest.toLowerCase())) return;
  throw new InputError(
    `--rules-digest: rulebook ${showText(rulebook.name)} ${showText(rulebook.version)} has digest ${rulebook.digest}, not ${digest.toLowerCase()}`,
  );
}
