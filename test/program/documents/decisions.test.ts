import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/render/advice/markdown/markdown.ts';
import { prepareRendering } from '../../support/render-report.ts';
import { listNamedPaths } from './read-pages.ts';
import { readTable } from './worked-examples.ts';

// The decisions of the project have the form that the program gives to those of its users.

const folder = 'docs/decisions';
const names = readdirSync(folder).filter((name) => name !== 'README.md');
const records = names.map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));

/** The headings of a record, but its title and the options, which every record has of its own. */
function listHeadings(text: string): string[] {
  const [before = '', after = ''] = text.split(/^## Pros and Cons of the Options$/m);
  const own = [...before.matchAll(/^##+ .*$/gm)].map(([line]) => line);
  const rest = [...after.replace(/[^]*?(?=^## )/m, '').matchAll(/^##+ .*$/gm)].map(([line]) => line);
  return [...own, '## Pros and Cons of the Options', ...rest];
}

describe('the decisions', () => {
  it('are numbered without a gap', () => {
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  });

  it('are all in the list, with title and status', () => {
    const rows = records.map(({ name, text }) => [
      `[${Number(name.slice(0, 4))}](${name})`,
      /^# (.*)$/m.exec(text)?.[1],
      /^status: (.*)$/m.exec(text)?.[1],
    ]);
    expect(readTable(readFileSync(`${folder}/README.md`, 'utf8'), 'decisions')).toEqual(rows);
  });
});

describe.each(records)('$name', ({ text }) => {
  it('has the headings that a record of the program has', () => {
    const file = 'fixtures/payments-api.yaml';
    const { result, context } = prepareRendering([{ file, text: readFileSync(file, 'utf8') }]);
    const written = listHeadings(renderMarkdown(result, context));
    const last = written.indexOf('### What would change the decision');
    expect(last).toBeGreaterThan(5);
    expect(listHeadings(text)).toEqual(written.slice(0, last + 1));
  });

  const options = [
    ...(/^## Considered Options$([^]*?)^## /m.exec(text)?.[1] ?? '').matchAll(/^- (.*)$/gm),
  ].map(([, option = '']) => option);

  it('chooses one of several options, and weighs each', () => {
    expect(options.length).toBeGreaterThan(1);
    const outcome = /^## Decision Outcome$\s+\*\*(.*)\*\*: /m.exec(text)?.[1];
    expect(options).toContain(outcome);
    for (const option of options) {
      const weighed = text.split(`\n### ${option}\n`)[1]?.split('\n#')[0] ?? '';
      expect(weighed, option).toMatch(/^- (Good|Bad): .*\.$/m);
    }
  });

  it('names the test that keeps it, unless it is only planned', () => {
    const confirmation = /^### Confirmation$([^]*?)^## /m.exec(text)?.[1] ?? '';
    const tests = listNamedPaths({ path: '', text: confirmation }).filter((path) => path.startsWith('test/'));
    if (text.includes('status: accepted')) expect(tests).not.toEqual([]);
  });
});
