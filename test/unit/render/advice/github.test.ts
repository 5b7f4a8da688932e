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

  test("are to the byte what GitHub's library writes", () => {
    expect(lines.map((line) => `${line}\n`).sort()).toEqual(writeByToolkit(result, whole).sort());
  });

  test('are errors first, for tripped gates only, then warnings, then notices', () => {
    const order = lines.map((line) => line.slice(2, line.indexOf(' ')));
    const ranks = order.map((command) => ['error', 'warning', 'notice'].indexOf(command));
    expect(ranks).toEqual([...ranks].sort());
    const tripped = result.results.flatMap((advice) => advice.gates.filter((gate) => !gate.passed));
    expect(order.filter((command) => command === 'error')).toHaveLength(tripped.length);
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
