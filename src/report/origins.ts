import type { Evidence } from '../advice/result.ts';

/**
 * Who said a fact, with file and line where there is one.
 * @param file the workload's own file
 */
export function wordOrigin({ origin, at }: Evidence, file: string): string {
  if (at !== undefined) {
    const place = `${at.file}:${at.line}`;
    if (origin === 'suggested') return `suggested by ${place}`;
    if (origin === 'profile') return `profile, ${place}`;
    return at.file === file ? place : `${place} (${origin})`;
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
