import { formatPosition } from '../errors.ts';
import type { Level } from '../prove/lint/finding.ts';
import type { BlamedChange } from '../prove/lint/list-blame.ts';
import type { Reported } from '../prove/lint/report.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/** A change that a finding has to do with: who did what to what, where and why. */
export function wordBlame({ about, rulebook, did, what, because, at }: BlamedChange): string {
  const keys = what.length === 0 ? '' : ` (${what.join(', ')})`;
  return `${did} by ${rulebook}: ${about}${keys}, ${formatPosition(at)}${because === '' ? '' : `: ${because}`}`;
}

/**
 * How many findings there are of each level, in how large a rulebook, and how many proofs were not finished.
 * @param all whether notes are printed, and not only counted
 */
export function wordFindings(findings: readonly Reported[], rulebook: Rulebook, all: boolean): string {
  const count = (level: Level) => {
    const number = findings.filter((each) => each.level === level).length;
    return `${number} ${level}${number === 1 ? '' : 's'}`;
  };
  const unfinished = findings.filter(({ kind }) => kind === 'proof-unfinished').length;
  const proofs =
    unfinished === 0 ? '' : `; ${unfinished} of the proofs ${unfinished === 1 ? 'was' : 'were'} not finished`;
  const notes = findings.some(({ level }) => level === 'note') && !all ? ' (--all prints them)' : '';
  const { name, version, rules, facts } = rulebook;
  const size = `${rules.length} rules, ${facts.length} facts`;
  return `${name} ${version} (${size}): ${count('error')}, ${count('warning')}, ${count('note')}${notes}${proofs}`;
}
