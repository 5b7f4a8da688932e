import { readdirSync, readFileSync, statSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { fillIn } from '../../../scripts/draw-architecture.ts';
import { type Module, readModules } from '../../../scripts/read-modules.ts';
import { listKept, namesTest } from './kept-by.ts';
import { readTable } from './worked-examples.ts';

// docs/architecture.md is what the code is: its picture is drawn from the imports, its map has every
// folder, its invariants name tests.

const path = 'docs/architecture.md';
const page = readFileSync(path, 'utf8');

describe(path, () => {
  it('has the picture that the imports give (npm run docs)', async () => {
    const filled = fillIn(page, readModules());
    expect(page).toBe(await format(filled, { ...(await resolveConfig(path)), filepath: path }));
  });

  const rows = readTable(page, 'code map').map(([name = '']) => name.replaceAll('`', ''));

  it('maps every folder of src/, each once', () => {
    const folders = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((name) => `src/${name.replaceAll('\\', '/')}`)
      .filter((name) => statSync(name).isDirectory())
      .filter((name) => readdirSync(name).some((each) => /\.tsx?$/.test(each)))
      .map((name) => `${name}/`);
    expect(rows.filter((name) => name.startsWith('src/')).sort()).toEqual(folders.sort());
    expect(new Set(rows).size).toBe(rows.length);
  });

  const invariants = listKept(page, 'invariants');

  it('has invariants', () => expect(invariants.length).toBeGreaterThan(15));

  it.each(invariants)('names the test that keeps: $always', ({ keeper }) => {
    expect(namesTest(keeper)).toBe(true);
  });
});

describe('the picture', () => {
  const module = (path: string, imports: readonly string[]): Module => ({ path, text: '', imports });
  const draw = (...modules: Module[]): string[] =>
    fillIn('<!-- picture: x -->\n\n<!-- end of picture -->', modules).split('\n');
  const b = module('src/b/b.ts', []);

  it('leaves out an arrow that two others make', () => {
    const a = module('src/a/a.ts', ['src/b/b.ts', 'src/c/c.ts']);
    const drawn = draw(a, module('src/c/c.ts', ['src/b/b.ts']), b);
    expect(drawn.filter((line) => /^ {2}\w+ -+> /.test(line))).toEqual(['  a --> c', '  c --> b']);
  });

  it('leaves out a file that uses nothing, and no folder that does', () => {
    const drawn = draw(module('src/at.ts', []), module('src/b/b.ts', ['src/at.ts']));
    expect(drawn.filter((line) => line.includes('at'))).toEqual([]);
    expect(drawn).toContain('  b(["b"])');
  });

  it('rounds what nobody imports', () => {
    const drawn = draw(module('src/main.ts', ['src/b/b.ts']), b);
    expect(drawn).toEqual(expect.arrayContaining(['  main_ts(["main.ts"])', '  b["b"]']));
  });
});
