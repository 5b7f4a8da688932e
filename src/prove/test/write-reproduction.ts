import { writeComment } from '../../text/yaml.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { headlines } from '../../words.ts';
import { writeWorkload } from '../../workload/write-workload.ts';
import { type CaseResult, wordUnmet, isAboutRule } from './run-case.ts';

/**
 * Writes the workload of a failing test as a file of its own that `advise assess` reads: it says on
 * top what did not come, and where a headline was missed, `expect` makes the assessment end with 1.
 * @param result a test with something unmet
 * @param rules the rulebooks as --rules takes them; none for the one that comes with the program
 */
export function writeReproduction(
  rulebook: Rulebook,
  result: CaseResult,
  rules: readonly string[] = [],
): string {
  const { test, unmet } = result;
  const { workload } = test;
  const missed = unmet.find(
    ({ expected }) => expected.what === 'headline' && expected.component === undefined,
  );
  const headline = headlines.find((each) => each === missed?.expected.value);
  const expect =
    missed === undefined || headline === undefined ? workload.expect : { headline, at: missed.expected.at };
  const flag = rules.map((path) => ` --rules ${path}`).join('');
  const dated = [...workload.waivers, ...(workload.rulings ?? [])].some(({ until }) => until !== undefined);
  const today = dated ? ` --today ${rulebook.date}` : '';
  const asked = unmet.map(({ expected }) => expected).find(({ what }) => isAboutRule(what));
  return [
    writeComment(`The test ${workload.name}, of ${test.at.file}:${test.at.line}, fails:`),
    ...unmet.map((each) => writeComment(`  ${wordUnmet(each)}`)),
    writeComment('To see why, with the name of this file in place of FILE:'),
    writeComment(`  advise assess FILE --all${flag}${today}`),
    ...(asked === undefined ? [] : [writeComment(`  advise why ${asked.value} FILE${flag}${today}`)]),
    writeWorkload(rulebook, { ...workload, expect }),
  ].join('\n');
}

/**
 * A file name for a workload: its words in lower case, joined by hyphens, with a number where an
 * earlier one took the name.
 * @param taken the names there are; the new one is added
 */
export function freeFileName(name: string, taken: Set<string>): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ['workload'];
  const base = words.join('-').slice(0, 60);
  let file = `${base}.yaml`;
  for (let number = 2; taken.has(file); number++) file = `${base}-${number}.yaml`;
  taken.add(file);
  return file;
}
