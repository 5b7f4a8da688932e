import { notice, error, warning } from '@actions/core';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderGithub } from '../../../../src/render/advice/github.ts';
import { listAnnotations } from '../../../../src/report/annotations.ts';
import { createNames } from '../../../../src/report/names.ts';
import { escapeText } from '../../../../src/text/safe.ts';
import type { Result } from '../../../../src/advice/result.ts';
import {
  assessFixtures,
  drivesTerminal,
  hostileNames,
  makeContext,
  nameResult,
} from '../../../support/format-results.ts';
import { loadRules } from '../../../support/load-rules.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';
import { howMany } from '../../../support/how-many.ts';

const small = makeContext(loadSmallRulebook());
const whole = makeContext(loadRules());

afterEach(() => vi.restoreAllMocks());

/** The same annotations, written by GitHub's own library. */
function writeByToolkit(result: Result, context: typeof small): string[] {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    const annotate = { error, warning, note: notice };
    const names = createNames(context.rulebook);
    for (const each of result.results.flatMap((advice) => listAnnotations(advice, result, names))) {
      const { workload, component, title, message, at, level } = each;
      const [place] = at;
      annotate[level](escapeText(message), {
        title: escapeText(
          `${component === undefined ? workload.name : `${workload.name}/${component}`}: ${title}`,
        ),
        ...(place === undefined
          ? {}
          : { file: escapeText(place.file), startLine: place.line, startColumn: place.column }),
      });
    }
  } finally {
    write.mockRestore();
  }
  return lines;
}

const linesOf = (text: string) => text.split('\n').slice(0, -1);

describe('annotations', () => {
  const result = assessFixtures();
  const lines = linesOf(renderGithub(result, whole));

  const commands = lines.map((line) => line.slice(2, line.indexOf(' ')));

  test("are to the byte what GitHub's library writes, but for the line that counts the rest", () => {
    const all = new Set(writeByToolkit(result, whole));
    const own = lines.filter((line) => !all.has(`${line}\n`));
    expect(own.map((line) => line.replace(/::[^:]*$/, ''))).toEqual([
      expect.stringMatching(/^::error title=\d+ more errors$/),
      expect.stringMatching(/^::warning title=\d+ more warnings$/),
      expect.stringMatching(/^::notice title=\d+ more notices$/),
    ]);
  });

  test('are errors first, then warnings, then notices, and of each no more than GitHub shows', () => {
    const ranks = commands.map((command) => ['error', 'warning', 'notice'].indexOf(command));
    expect(ranks).toEqual([...ranks].sort());
    for (const each of ['error', 'warning', 'notice'])
      expect(commands.filter((command) => command === each)).toHaveLength(10);
  });

  test('tell of a headline that was not expected before what is only not firm enough', () => {
    const gates = lines.slice(0, 9).map((line) => /%3A (\w+) /.exec(line)?.[1]);
    expect(new Set(gates)).toEqual(new Set(['expect']));
  });

  test('are counted by what they are about where they are not shown', () => {
    const tripped = result.results.flatMap(({ gates }) => gates.filter(({ passed }) => !passed)).length;
    const [rest] = lines.filter((line) => line.includes('more errors'));
    expect(rest).toMatch(
      new RegExp(`^::error title=${tripped - 9} more errors::GitHub shows 10 of a kind\\.`),
    );
    expect(rest).toMatch(/ on [\w-]+ \(\d\), .* and \d+ more\.$/);
  });

  test('of one workload are all there, as long as they are ten of a kind', () => {
    const [first] = result.results;
    if (first === undefined) throw new Error('no fixture');
    const alone = { ...result, results: [first] };
    const text = renderGithub(alone, whole);
    expect(
      linesOf(text)
        .map((line) => `${line}\n`)
        .sort(),
    ).toEqual(writeByToolkit(alone, whole).sort());
  });

  test('have no file where the workload came from standard input', () => {
    const piped = nameResult({ workload: 'shop', component: 'front', file: '(stdin)' });
    const text = renderGithub(piped, small);
    expect(text).toMatch(/^::error title=shop%3A expect either tripped::/);
    expect(text).not.toMatch(/file=|line=/);
  });
});

test('hostile names forge no command and drive no terminal', () => {
  fc.assert(
    fc.property(hostileNames, (names) => {
      const result = nameResult(names);
      const text = renderGithub(result, small);
      expect(text).not.toMatch(drivesTerminal);
      const lines = linesOf(text);
      const expected = writeByToolkit(result, small);
      expect(lines.map((line) => `${line}\n`).sort()).toEqual(expected.sort());
      for (const line of lines)
        expect(line).toMatch(/^::(error|warning|notice) title=[^:,]*(,file=[^:,]*,line=\d+,col=\d+)?::/);
    }),
    { numRuns: howMany(60) },
  );
});
