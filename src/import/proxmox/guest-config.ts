import type { Spot } from '../spot.ts';
import { createTextSpot } from '../text-spot.ts';

/** The configuration of a guest of Proxmox, a key a line, up to its first snapshot. */
export type GuestConfig = ReadonlyMap<string, readonly Spot[]>;

/**
 * Takes a configuration apart: `key: value` as Proxmox writes it. What stands behind a heading in brackets is
 * a snapshot, and says what once was.
 * @param file what the text is called
 */
export function parseGuestConfig(text: string, file: string): GuestConfig {
  const config = new Map<string, Spot[]>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*\[/.test(line)) break;
    const [whole, key, blank = ''] = /^([A-Za-z][\w.-]*):([ \t]*)/.exec(line) ?? [];
    if (whole === undefined || key === undefined) continue;
    const at = { file, line: index + 1, column: key.length + 2 + blank.length };
    const spot = createTextSpot(line.slice(whole.length).trim(), at, { file, line: index + 1, column: 1 });
    config.set(key, [...(config.get(key) ?? []), spot]);
  }
  return config;
}

/** Where a key stands first; undefined where it does not. */
export function findKey(config: GuestConfig, key: string): Spot | undefined {
  return config.get(key)?.[0];
}

/** All keys of a sort that are counted: `hostpci0`, `hostpci1`. */
export function listCounted(config: GuestConfig, name: string): Spot[] {
  return [...config].filter(([key]) => new RegExp(`^${name}\\d+$`).test(key)).flatMap(([, spots]) => spots);
}
