import type { Evidence } from '../advice/result.ts';

/**
 * Who said a fact, with file and line where there is one.
 * @param file the workload's own file
 */
export function wordOrigin({ origin, at }: Pick<Evidence, 'origin' | 'at'>, file: string): string {
  if (at !== undefined) {
    const place = `${at.file}:${at.line}`;
    if (origin === 'suggested') return `suggested by ${place}`;
    if (origin === 'profile') return `profile, ${place}`;
    return isWithin(at.file, file) ? place : `${place} (${origin})`;
  }
  return {
    stated: file,
    component: file,
    profile: 'profile',
    set: '--set',
    asked: 'answered in the interview',
    suggested: 'suggested',
    presumed: 'presumed',
    unknown: 'nobody',
  }[origin];
}

/**
 * Where facts were said, in short: lines of the workload's own file, the profile, the command line; empty
 * for none.
 */
export function wordLines(facts: readonly Pick<Evidence, 'origin' | 'at'>[], file: string): string {
  const lines = new Set<number>();
  const suggested = new Set<number>();
  const others = new Set<string>();
  for (const { origin, at } of facts) {
    if (origin === 'presumed') continue;
    if (at?.file === file) (origin === 'suggested' ? suggested : lines).add(at.line);
    else if (at !== undefined && isWithin(at.file, file))
      others.add(`${at.file.slice(file.length + 1)} row ${at.line}`);
    else if (origin === 'suggested') others.add('suggested');
    else if (origin === 'profile') others.add('profile');
    else if (origin === 'set') others.add('--set');
    else if (origin !== 'unknown') others.add('answered');
  }
  const said = [...wordNumbers('', lines), ...wordNumbers('suggested by ', suggested), ...others];
  return said.length === 0 && facts.length > 0 ? 'presumed' : said.join(', ');
}

/** Whether a place is the file itself or a table in it: `estate.xlsx#vInfo`. */
function isWithin(place: string, file: string): boolean {
  return place === file || place.startsWith(`${file}#`);
}

function wordNumbers(lead: string, lines: ReadonlySet<number>): string[] {
  const sorted = [...lines].sort((a, b) => a - b);
  return sorted.length === 0 ? [] : [`${lead}line${sorted.length > 1 ? 's' : ''} ${sorted.join(', ')}`];
}
