import { InputError } from '../errors.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { sayOldNames } from './say.ts';
import { type SettingFlags, type Settings, readSettings } from './settings.ts';
import type { CommonOptions, World } from './world.ts';

/** The flags that say which rulebook counts; a command takes some of them. */
export interface RulebookFlags extends CommonOptions, Pick<SettingFlags, 'rules' | 'config'> {
  readonly rulesDigest?: string | undefined;
}

/**
 * The rulebook that counts: those asked for, laid over each other, or the one that comes with the
 * program. Says which old names they use.
 * @param settings what applies, where the command has settled that already
 * @throws InputError when one cannot be used, or it is not the one that --rules-digest asks for
 */
export async function openRulebook(
  world: World,
  flags: RulebookFlags,
  { rules }: Pick<Settings, 'rules'> = readSettings(world.io, flags),
): Promise<ReadyRulebook> {
  if (flags.rulesDigest !== undefined) refuseBadDigest(flags.rulesDigest);
  const ready = rules === undefined ? await world.loadDefault() : await readRules(world, flags, rules);
  if (flags.rulesDigest !== undefined) refuseOtherRulebook(flags.rulesDigest, ready.rulebook);
  return ready;
}

async function readRules(
  world: World,
  flags: RulebookFlags,
  paths: readonly string[],
): Promise<ReadyRulebook> {
  const { readReadyRulebook } = await import('../rulebook/read-rulebooks.ts');
  const loadDefault = async () => (await world.loadDefault()).rulebook;
  const ready = await readReadyRulebook(world.io, paths, loadDefault);
  sayOldNames(world, flags, ready.rulebook.oldNames ?? []);
  return ready;
}

/**
 * Digits of a SHA-256 that are enough to stand for all 64: at 128 bits nobody can make another
 * rulebook that begins alike, while the eight that text output shows take minutes.
 */
const fewestDigits = 32;

/** Refuses what is no digest, or so short that a forgery would pass. */
function refuseBadDigest(digest: string): void {
  if (new RegExp(`^[0-9a-f]{${fewestDigits},64}$`, 'i').test(digest)) return;
  const got = /^[0-9a-f]+$/i.test(digest) ? `${digest.length} digits` : digest;
  throw new InputError(
    `--rules-digest takes the rulebook's SHA-256, 64 hexadecimal digits or at least the first ${fewestDigits}, as advise rules digest prints it; got ${got}`,
  );
}

/** Refuses a rulebook that is not the one whose digest was given, before any advice is given. */
function refuseOtherRulebook(digest: string, rulebook: Rulebook): void {
  if (rulebook.digest.startsWith(digest.toLowerCase())) return;
  throw new InputError(
    `--rules-digest: rulebook ${rulebook.name} ${rulebook.version} has digest ${rulebook.digest}, not ${digest.toLowerCase()}`,
  );
}
