import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../../../../src/advice/result.ts';
import { listPlaced } from '../../../../../src/advice/system.ts';
import { assess } from '../../../../../src/assess.ts';
import { parseYaml } from '../../../../../src/read/parse-yaml.ts';
import { renderFacts } from '../../../../../src/render/rulebook/facts-text.ts';
import { renderAdviceJson } from '../../../../../src/render/json.ts';
import { createStyle } from '../../../../../src/text/style.ts';
import { renderText } from '../../../../../src/render/advice/text/text.ts';
import { indexListeners } from '../../../../../src/rulebook/index-listeners.ts';
import { parseWorkload } from '../../../../../src/workload/parse-workload.ts';
import { makeContext } from '../../../../support/format-results.ts';
import { loadRules } from '../../../../support/load-rules.ts';

const ready = loadRules();
const folder = fileURLToPath(new URL('../../../../../fixtures/', import.meta.url));
const set = [{ fact: 'os.family', values: ['linux', 'windows'], origin: 'set' as const }];
const gates = { expect: ['vm'], require: ['forced'] };
const longest = 'a-workload-with-a-name-that-is-much-longer-than-any-line-of-a-narrow-terminal-could-ever-be';

const results = [...listFixtures(), nameOddly()];
const together: Result = { ...makeResult([]), results: results.flatMap((result) => result.results) };

/** The fixtures for readers, each with a what-if and gates so that all parts of the text are there. */
function listFixtures(): Result[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((name) => assessText(readFileSync(join(folder, name), 'utf8'), name));
}

/** Names that nobody should choose: longer than a line, wide, and with what drives a terminal. */
function nameOddly(): Result {
  const names = [longest, '漢字'.repeat(30), 'red\\e[31m\\u202e\\nred'];
  const text = names.map(
    (name) => `---\nadvise: 1\nname: "${name}"\nfacts: { state: { kind: stateless } }\n`,
  );
  return makeResult(assessText(text.join(''), 'odd.yaml').flatMap((result) => result.results));
}

function assessText(text: string, file: string): Result[] {
  return parseYaml(text, file).map((document) => {
    const workload = parseWorkload(document, ready.rulebook);
    return makeResult([assess(workload, ready, { today: '2027-01-15', set, gates })]);
  });
}

function makeResult(advice: Result['results']): Result {
  const { name, version, digest } = ready.rulebook;
  return {
    schemaVersion: 1,
    tool: { name: 'advise', version: '1.2.3' },
    rulebooks: [{ name, version, digest }],
    results: advice,
  };
}

const rendered = new Map<string, string>();

function renderAt(result: Result, width: number, all: boolean, colour: boolean): string {
  const key = [results.indexOf(result), width, all, colour].join();
  const text =
    rendered.get(key) ??
    renderText(result, { ...makeContext(ready), width, style: createStyle(colour), all });
  rendered.set(key, text);
  return text;
}

/** The ids of rules that a reader would copy from the text with --all. */
function listIds(result: Result): string[] {
  const parts = result.results.flatMap(listPlaced);
  const removers = parts.flatMap((part) => part.placements.flatMap((placement) => placement.removedBy));
  const reasons = parts.flatMap((part) => [...part.reasons.for, ...part.reasons.against]);
  return [
    ...reasons.map((reason) => reason.rule),
    ...removers.flatMap((remover) => ('rule' in remover ? [remover.rule] : [])),
  ];
}

/** Lines that stick out although they could have been broken: an id alone behind its indent may. */
function listTooLong(text: string, width: number): string[] {
  const lines = text.split('\n').filter((line) => stringWidth(line) > width);
  return lines.filter((line) => line.trim().includes(' '));
}

describe.each([50, 60, 80, 100])('text for %i columns', (width) => {
  test.each([false, true])('fits into them (--all: %s)', (all) => {
    const wrong = [...results, together].flatMap((result) => {
      const text = renderAt(result, width, all, false);
      return listTooLong(text, width).map((line) => `${result.results[0]?.workload.file ?? ''}: ${line}`);
    });
    expect(wrong).toEqual([]);
  });

  test('says the same words with and without colour, line by line', () => {
    for (const result of [...results, together]) {
      const plain = renderAt(result, width, true, false);
      const coloured = renderAt(result, width, true, true);
      expect(coloured).not.toBe(plain);
      expect(stripVTControlCharacters(coloured)).toBe(plain);
    }
  });

  test('ends every mark on its own line, so that a part of the text can be cut out', () => {
    const lines = renderAt(together, width, true, true).split('\n');
    const open = lines.filter((line) => {
      // eslint-disable-next-line no-control-regex
      const marks = [...line.matchAll(/\u001b\[(\d+)m/g)].map((mark) => Number(mark[1]));
      const begun = marks.filter((mark) => mark < 10 || (mark >= 30 && mark <= 37));
      return begun.length * 2 !== marks.length;
    });
    expect(open).toEqual([]);
  });

  test('holds no blank at the end of a line, no tab, and one line end at its end', () => {
    for (const result of [...results, together]) {
      const text = renderAt(result, width, true, false);
      expect(text.split('\n').filter((line) => /[ \t]$/.test(line))).toEqual([]);
      expect(text).toMatch(/[^\n]\n$/);
      // eslint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });

  test('breaks no id', () => {
    for (const result of results) {
      const words = new Set(renderAt(result, width, true, false).split(/[\s,;:]+/));
      expect(listIds(result).filter((id) => !words.has(id))).toEqual([]);
    }
  });

  test('the vocabulary fits as well', () => {
    const { facts } = ready.rulebook;
    const context = { ...makeContext(ready), width };
    const listeners = indexListeners(ready);
    const texts = [
      renderFacts({ facts, detailed: false, listeners }, context),
      ...facts.map((fact) => renderFacts({ facts: [fact], detailed: true, listeners }, context)),
    ];
    expect(texts.flatMap((text) => listTooLong(text, width))).toEqual([]);
  });
});

test('JSON ends with one line end and can be printed anywhere', () => {
  const context = makeContext(ready);
  for (const result of [...results, together]) {
    const text = renderAdviceJson(result, context);
    expect(text).toMatch(/\}\n$/);
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
    expect(JSON.parse(text)).toEqual(result);
  }
});
