import { entryOf } from '../../entry-of.ts';
import data from './os-releases.json' with { type: 'json' };
import { releaseNames } from './release-names.ts';

/** How far the support of a release goes on a day: in regular support, only extended or paid, or none. */
export type Support = 'supported' | 'extended' | 'ended';

/** The day up to which the dates of releases are known, YYYY-MM-DD. */
export const releasesKnownUntil: string = data.date;

/** A release of the table: its name, when its support ends and, where there is one, its extended support. */
type Release = readonly [name: string, end: string | boolean, extended?: string | boolean];

const products = new Map(Object.entries(data.products as unknown as Record<string, readonly Release[]>));

/**
 * How far the support of a system goes, by its name as an inventory or a host has it. A name that fits several
 * releases is judged over all of them.
 * @param name with its release: `Microsoft Windows Server 2019 (64-bit)`, `CentOS 7.9`
 * @param day YYYY-MM-DD
 * @returns undefined where the name has no release that is known, or some that differ
 * @see https://endoflife.date
 */
export function judgeRelease(name: string, day: string): Support | undefined {
  const found = listReleases(name).map((release) => judgeOne(release, day));
  return new Set(found).size === 1 ? found[0] : undefined;
}

function listReleases(name: string): readonly Release[] {
  const plain = name
    .toLowerCase()
    .replace(/\(?\b(32|64)[- ]?bit\b\)?/g, ' ')
    .replace(/\s+/g, ' ');
  // "CentOS 4/5/6/7", "ESXi 7.0 or later": of several releases nobody knows which.
  if (/\d\s*\/\s*\d|\bor (later|newer|above)\b/.test(plain)) return [];
  for (const { name: pattern, product, release: known } of releaseNames) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const written = (match[1] ?? '').replace(/[ -]?sp(?=\d)/, '.').replace(/ /g, '-');
    const release = typeof known === 'string' ? known : (entryOf(known ?? {}, written) ?? written);
    return pickReleases(products.get(product) ?? [], release);
  }
  return [];
}

/** Those that a release stands for: it and what is below it or, where there are none, what it is below. */
function pickReleases(all: readonly Release[], release: string): readonly Release[] {
  const isBelow = (one: string, other: string) => one.startsWith(`${other}.`) || one.startsWith(`${other}-`);
  const below = all.filter(([name]) => name === release || isBelow(name, release));
  if (below.length > 0) return below;
  const above = all.filter(([name]) => isBelow(release, name)).sort((a, b) => b[0].length - a[0].length);
  return above.slice(0, 1);
}

function judgeOne([, end, extended]: Release, day: string): Support {
  if (!isOver(end, day)) return 'supported';
  return extended === undefined || isOver(extended, day) ? 'ended' : 'extended';
}

/** The last day still counts. */
function isOver(end: string | boolean, day: string): boolean {
  return typeof end === 'string' ? end < day : end;
}
