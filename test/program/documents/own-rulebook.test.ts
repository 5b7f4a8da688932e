import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runConsole } from './run-console.ts';

// docs/own-rulebook.md is followed to the letter, from an empty folder: files are written as they are
// shown, commands are typed, and what they print is what the page shows.
// After a wanted change of the output: UPDATE_README=1 npx vitest run test/program/documents

const update = process.env.UPDATE_README === '1';
const page = 'docs/own-rulebook.md';
const text = readFileSync(page, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'advise-own-rulebook-'));
const blocks = [...text.matchAll(/```(yaml|console)\n([\s\S]*?)\n```/g)].map(([, language, body = '']) => ({
  language,
  body,
}));

/** A file begins with its name as a comment; "added" puts the lines behind those that are there. */
function writeFile(body: string): void {
  const [, name = '', added] = /^# (\S+?\.yaml)(, added)?\n/.exec(body) ?? [];
  if (name === '') throw new Error(`a file without a name: ${body.slice(0, 40)}`);
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${added === undefined ? '' : `${readFileSync(path, 'utf8')}\n`}${body}\n`);
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe(page, () => {
  let now = text;

  it.each(blocks.map((block) => ({ ...block, first: block.body.split('\n')[0] ?? '' })))(
    '$language: $first',
    async ({ language, body }) => {
      if (language === 'yaml') {
        writeFile(body);
        return;
      }
      const printed = await runConsole(body, folder);
      if (update) now = now.replace(body, () => printed);
      else expect(blur(body)).toBe(blur(printed));
    },
  );

  it('ends with rulebooks in which lint finds nothing', async () => {
    const shown = await runConsole(
      '$ advise rules lint --rules house-rules --rules our-rules.yaml -q\n$ echo $?',
      folder,
    );
    expect(shown).toContain('0 errors, 0 warnings');
    expect(shown).toMatch(/\n0$/);
  });

  afterAll(() => {
    if (update) writeFileSync(page, now);
  });

  it('shows no rule that its tests leave unproven', () => {
    expect(text).toContain('passed, 0');
    expect(text).not.toContain('would notice');
  });

  it('has files to write and commands to run', () => {
    expect(blocks.filter(({ language }) => language === 'yaml').length).toBeGreaterThan(5);
    expect(blocks.filter(({ language }) => language === 'console').length).toBeGreaterThan(5);
  });
});

/** The digest and the counts move with every edit of any rule. */
function blur(shown: string): string {
  return shown
    .replace(/\([0-9a-f]{8}\)/g, '(digest)')
    .replace(
      /\d+(\s+)(rules? fired|quiet|undecided|rules|examples|changes|workloads|passed|of the rules)/g,
      'n$1$2',
    );
}
