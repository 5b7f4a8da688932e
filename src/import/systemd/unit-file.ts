import type { Spot } from '../spot.ts';
import { createTextSpot } from '../text-spot.ts';

/** A unit of systemd, or a Quadlet, with what drop-ins put over it. */
export interface UnitFile {
  /** With its ending: `shop.service`; undefined of a stream that does not say. */
  readonly name: string | undefined;
  /** In the order in which they count; keys repeat. */
  readonly settings: readonly UnitSetting[];
}

/** One line of it, or several that a backslash joins. */
export interface UnitSetting {
  readonly section: string;
  readonly key: string;
  /** Its value. */
  readonly spot: Spot;
}

/** What `systemctl cat` writes above every file of a unit. */
const fileMark =
  /^# (?:\/[^\s/]+)+?\/([^\s/]+\.(?:service|timer|socket|container|pod))(\.d\/[^\s/]+\.conf)?$/;

/**
 * Takes units apart: one of a file, or all that `systemctl cat` prints, in which drop-ins follow their unit.
 * @param file what the text is called
 * @param name what the unit is called, where the text does not say
 */
export function parseUnits(text: string, file: string, name: string | undefined): UnitFile[] {
  const units: { name: string | undefined; settings: UnitSetting[] }[] = [{ name, settings: [] }];
  let section = '';
  let open: { key: string; value: string; line: number; column: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { key, value, line, column } = open;
    const spot = createTextSpot(value.trim(), { file, line, column }, { file, line, column: 1 });
    units[units.length - 1]?.settings.push({ section, key, spot });
    open = undefined;
  };
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    const [, unit, dropIn] = fileMark.exec(line) ?? [];
    if (unit !== undefined && dropIn === undefined) {
      close();
      units.push({ name: unit, settings: [] });
    }
    if (/^[#;]/.test(line)) continue;
    if (open !== undefined) {
      open.value += ` ${line.replace(/\\$/, '')}`;
      if (!line.endsWith('\\')) close();
      continue;
    }
    const [, heading] = /^\[([^\]]+)\]$/.exec(line) ?? [];
    if (heading !== undefined) section = heading;
    const equals = raw.indexOf('=');
    if (heading !== undefined || equals < 0) continue;
    const value = raw.slice(equals + 1);
    open = {
      key: raw.slice(0, equals).trim(),
      value: value.trim().replace(/\\$/, ''),
      line: index + 1,
      column: equals + 2 + (value.length - value.trimStart().length),
    };
    if (!line.endsWith('\\')) close();
  }
  close();
  return units.filter(({ settings }) => settings.length > 0);
}

/** Where a key that may stand once is set last; undefined where it is not, or was emptied. */
export function findSet(unit: UnitFile, section: string, key: string): Spot | undefined {
  return listSet(unit, section, key).pop();
}

/** Everything that a key is set to; an empty value takes back what stands before it. */
export function listSet({ settings }: UnitFile, section: string, key: string): Spot[] {
  let set: Spot[] = [];
  for (const setting of settings)
    if (setting.section === section && setting.key === key)
      set = setting.spot.text === '' ? [] : [...set, setting.spot];
  return set;
}

/** The words of everything that a key is set to, each at the place of its line. */
export function listWords(unit: UnitFile, section: string, key: string): Spot[] {
  return listSet(unit, section, key).flatMap((spot) =>
    splitWords(spot.text ?? '').map((word) => createTextSpot(word, spot.at, spot.key)),
  );
}

/** The words of a line, as systemd and shells part them: quotes hold blanks. */
export function splitWords(text: string): string[] {
  const words = text.match(/(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\\.|[^\s"'\\])+/g) ?? [];
  return words.map((word) => word.replace(/"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'/g, '$1$2'));
}
