import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../../src/exit-code.ts';
import { formats } from '../../../src/render/render.ts';
import { readWorkload } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';
import { runConsole } from './run-console.ts';

// What the documents show is what the program prints. After a wanted change of its output:
// UPDATE_README=1 npx vitest run test/program/documents
const update = process.env.UPDATE_README === '1';

const consoleBlock = /```console\n([\s\S]*?)\n```/g;

/** Blocks whose commands can be run here; those with npm or git are for the reader. */
function isRunnable(block: string): boolean {
  return block.split('\n').some((line) => /^\$ (npx )?advise /.test(line));
}

/** A block as it stands in a document. */
const fence = (block: string): string => `\`\`\`console\n${block}\n\`\`\``;

/** The digest and the counts move with every edit of any rule; only they may be older than the program. */
function blurRulebook(text: string): string {
  return text
    .replace(/\([0-9a-f]{8}\)/g, '(digest)')
    .replace(/\d+(\s+)(rules? fired|quiet|undecided)/g, 'n$1$2');
}

/** The pages that show what the program prints, from this folder. */
const pages = ['README.md', 'docs/workload-files.md', 'docs/ci.md'];

describe.each(pages)('%s', (document) => {
  const text = readFileSync(document, 'utf8');
  const blocks = [...text.matchAll(consoleBlock)].map(([, block = '']) => block).filter(isRunnable);
  const printed = new Map<string, string>();

  it.each(blocks.map((block) => [block.split('\n')[0] ?? '', block]))('%s', async (_command, block) => {
    const now = await runConsole(block);
    printed.set(block, now);
    if (!update) expect(blurRulebook(block)).toBe(blurRulebook(now));
  });

  afterAll(() => {
    if (!update) return;
    const replaced = [...printed].reduce(
      (all, [old, now]) => all.replace(fence(old), () => fence(now)),
      text,
    );
    writeFileSync(document, replaced);
  });
});

describe('README.md', () => {
  const text = readFileSync('README.md', 'utf8');

  it('shows the commands, and so has blocks to run', () => {
    expect(
      [...text.matchAll(consoleBlock)].filter(([, block = '']) => isRunnable(block)).length,
    ).toBeGreaterThan(5);
  });

  it.each(Object.values(exitCodes))('has exit code $code in the words of --help', ({ code, means }) => {
    expect(text.replace(/ +/g, ' ')).toContain(`| ${code} | ${means} |`);
  });

  it('is short enough to be read', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(251);
  });

  it('and the page on CI have every format', () => {
    const page = `${text}\n${readFileSync('docs/ci.md', 'utf8')}`;
    expect(formats.filter((format) => !page.includes(`\`${format}\``))).toEqual([]);
  });

  it('shows workload files that can be read, and so does the page on them', () => {
    const files = [
      ...`${text}\n${readFileSync('docs/workload-files.md', 'utf8')}`.matchAll(/```yaml\n([\s\S]*?)```/g),
    ]
      .map(([, block = '']) => block.replace(/^advise: 1.*\n/, ''))
      .filter((block) => /^(name|waivers):/.test(block));
    expect(files).toHaveLength(3);
    for (const file of files) expect(() => readWorkload(loadRules(), file)).not.toThrow();
  });

  it('never tells anyone to fetch the package by a name that is not ours', () => {
    expect(text).not.toMatch(/npm (i|install|add|exec|x) (-\S+ )*advise(@\S*)?\s|npx (-\S+ )+advise/);
  });
});
