import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listImports, type Module, readModules } from '../scripts/read-modules.ts';

// Keeps the arrows of the design true, by reading the imports.

const modules = readModules();

/** Code without comments and texts, so that prose about a word is not the word. */
function codeOf({ text }: Module): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

/** How often the type any is written. */
function countAny(text: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) count++;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.tsx', text, ts.ScriptTarget.ES2022));
  return count;
}

/** The modules below some folders, or files. */
function below(...places: string[]): Module[] {
  return modules.filter(({ path }) => places.some((place) => path === place || path.startsWith(`${place}/`)));
}

/** `a → b` for every import of these modules that is not allowed. */
function listArrows(from: readonly Module[], isAllowed: (to: string) => boolean): string[] {
  return from.flatMap(({ path, imports }) =>
    imports.filter((to) => !isAllowed(to)).map((to) => `${path} → ${to}`),
  );
}

/** Who imports something. */
function listImporters(isIt: (to: string) => boolean): string[] {
  return modules.filter(({ imports }) => imports.some(isIt)).map(({ path }) => path);
}

const within =
  (...places: string[]) =>
  (path: string) =>
    places.some((place) => path === place || path.startsWith(`${place}/`));
const isPackage = (name: string) => (to: string) => to === name || to.startsWith(`${name}/`);

describe('the core is pure', () => {
  /** The words of verdicts, and how to take an entry of a list: they import nothing themselves. */
  const ground = ['src/words.ts', 'src/at.ts'];

  it('words.ts and at.ts import nothing', () => {
    expect(listArrows(below(...ground), () => false)).toEqual([]);
  });

  it('decide imports only decide and the words', () => {
    expect(listArrows(below('src/decide'), within('src/decide', ...ground))).toEqual([]);
  });

  it('reason imports only decide, reason and the words', () => {
    expect(listArrows(below('src/reason'), within('src/decide', 'src/reason', ...ground))).toEqual([]);
  });

  const core = below('src/decide', 'src/reason', 'src/advice', 'src/assess.ts', 'src/assemble-result.ts');

  it.each([
    { name: 'no file system, process or path', forbidden: /^node:/ },
    { name: 'no colour', forbidden: /^chalk/ },
    { name: 'no YAML', forbidden: /^yaml|src\/read\/parse-yaml/ },
    {
      name: 'no command line, prompt or outside world',
      forbidden: /^commander|^@?inquirer|src\/(cli|ask|io|main|run)\b/,
    },
    { name: 'no rendering', forbidden: /src\/render\// },
  ])('advice, decide and assess.ts know $name', ({ forbidden }) => {
    expect(listArrows(core, (to) => !forbidden.test(to))).toEqual([]);
  });

  it.each(core.map((module) => ({ path: module.path, module })))(
    '$path reads no clock, chance or process',
    ({ module }) => {
      expect(codeOf(module)).not.toMatch(
        /\bDate\b|\bMath\.random\b|\bperformance\b|\bprocess\b|\bconsole\b|\bsetTimeout\b/,
      );
    },
  );
});

describe('the outside is kept at the edge', () => {
  it.each([
    { what: 'commander', only: within('src/cli', 'src/main.ts') },
    { what: 'chalk', only: within('src/text/style.ts') },
    { what: 'node:fs', only: within('src/io.ts', 'src/run.ts') },
    { what: 'mdast-util-to-markdown', only: within('src/text/markdown.ts', 'src/render') },
  ])('only the right place imports $what', ({ what, only }) => {
    const importers = listImporters(isPackage(what));
    expect(importers).not.toEqual([]);
    expect(importers.filter((path) => !only(path))).toEqual([]);
  });

  it.each([
    { what: 'fast-xml-builder', only: 'src/text/xml.ts' },
    { what: 'microdiff', only: 'src/prove/diff/compare-rulebooks.ts' },
  ])('one module imports $what', ({ what, only }) => {
    expect(listImporters(isPackage(what))).toEqual([only]);
  });

  it('only ask imports inquirer', () => {
    const importers = listImporters((to) => isPackage('inquirer')(to) || to.startsWith('@inquirer/'));
    expect(importers.filter((path) => !within('src/ask')(path))).toEqual([]);
  });

  it('render knows advice, not how it came about', () => {
    const forbidden =
      /^src\/(decide|reason|cli|ask|io|assess)\b|^src\/workload\/(read|parse)-|^src\/read\/(parse|read)-/;
    expect(listArrows(below('src/render'), (to) => !forbidden.test(to))).toEqual([]);
  });

  it('the page knows the core, the words of reports and what a workload is, nothing of a process', () => {
    const allowed = within(
      'src/advice',
      'src/assess.ts',
      'src/errors.ts',
      'src/text',
      'src/report',
      'src/page',
      'src/render',
      'src/rulebook/fact-value.ts',
      'src/rulebook/rulebook.ts',
      'src/workload',
      'preact',
    );
    expect(listArrows(below('src/page'), allowed)).toEqual([]);
    expect(
      listImporters((to) => to.startsWith('src/page/')).filter((path) => !within('src/page')(path)),
    ).toEqual([]);
  });

  it('only render and page import preact', () => {
    const importers = listImporters((to) => to.startsWith('preact'));
    expect(importers.filter((path) => !within('src/render', 'src/page')(path))).toEqual([]);
  });

  it('commands open what they judge by in one way, and print JSON by one writer', () => {
    const reads = (to: string) => /^src\/(workload|rulebook)\/read-/.test(to);
    const readers = below('src/cli').filter(({ imports }) => imports.some(reads));
    // rules diff reads one profile for two rulebooks, rules lint the files for their lines.
    expect(readers.map(({ path }) => path).sort()).toEqual([
      'src/cli/open-rulebook.ts',
      'src/cli/open-run.ts',
      'src/cli/rules-diff.ts',
      'src/cli/rules-lint.ts',
    ]);
    expect(below('src/cli').filter((module) => codeOf(module).includes('JSON.stringify'))).toEqual([]);
  });

  it('nobody but the entry points imports the command line', () => {
    const importers = listImporters((to) => to.startsWith('src/cli/'));
    expect(importers.filter((path) => !within('src/cli', 'src/main.ts')(path))).toEqual([]);
  });
});

describe.each(modules.map((module) => ({ path: module.path, module })))('$path', ({ path, module }) => {
  const code = codeOf(module);

  it('has a name of lower-case words', () => expect(path).toMatch(/^src(\/[a-z0-9]+(-[a-z0-9]+)*)+\.tsx?$/));
  it('is no barrel', () => {
    expect(path).not.toMatch(/\/index\.tsx?$/);
    expect(code).not.toMatch(/^export \*|^export (type )?\{[^}]*\} from/m);
  });
  it('has no default export', () => expect(code).not.toMatch(/^export default\b|\bas default\b/m));
  it('uses no any', () => expect(countAny(module.text)).toBe(0));
  it('keeps no state of its own', () => expect(code).not.toMatch(/^(export )?(let|var)\b/m));
  it('has no class but an error', () => expect(code).not.toMatch(/\bclass\b(?!=| \w+ extends Error\b)/));
});

describe('the reader of imports', () => {
  it.each([
    { name: 'an import', text: "import { a } from './b.ts';", found: ['src/x/b.ts'] },
    { name: 'a type', text: "import type { A } from '../y/b.ts';", found: ['src/y/b.ts'] },
    { name: 'several lines', text: "import {\n  a,\n  b,\n} from 'chalk';", found: ['chalk'] },
    { name: 'an import for its effect', text: "import 'x';", found: ['x'] },
    { name: 'an import on demand', text: "const a = await import('./b.ts');", found: ['src/x/b.ts'] },
    { name: 'an export of another', text: "export { a } from './b.ts';", found: ['src/x/b.ts'] },
    {
      name: 'a file of data',
      text: "import manifest from '../../package.json' with { type: 'json' };",
      found: ['package.json'],
    },
  ])('sees $name', ({ text, found }) => expect(listImports('src/x/a.ts', text)).toEqual(found));

  it('tells the type any from the word', () => {
    expect(countAny("const a = 'any'; const b = { any: 1 }; // any")).toBe(0);
    expect(countAny('let a: any; const b = c as any[]; type D = Map<string, any>;')).toBe(3);
  });

  it('sees the whole program', () => {
    expect(modules.length).toBeGreaterThan(40);
    expect(modules.filter(({ imports }) => imports.length > 0).length).toBeGreaterThan(35);
  });
});
