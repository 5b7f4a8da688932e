import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listExports, parseModule } from '../scripts/read-exports.ts';
import { listImports, type Module, readModules } from '../scripts/read-modules.ts';
import { deepest, ground, rooms, verbs } from './support/house.ts';

// Keeps the arrows and the names of the house true, by reading the modules. Its plan is test/support/house.ts.

const modules = readModules();
const byPath = new Map(modules.map((module) => [module.path, module]));

/** The folder below src/ that a module lies in, or the name of a file that lies in src/ itself. */
function roomOf(path: string): string {
  return path.replace(/^src\//, '').replace(/\/[^/]*$/, '');
}

/** What an import is to the plan: a room, or a package without the path inside it. */
function nameTarget(to: string): string {
  if (to.startsWith('src/')) return roomOf(to);
  return /^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to;
}

/** `a → b` for every import of these modules that is not allowed. */
function listArrows(from: readonly Module[], isAllowed: (to: string) => boolean): string[] {
  return from.flatMap(({ path, imports }) =>
    imports.filter((to) => !isAllowed(to)).map((to) => `${path} → ${to}`),
  );
}

/** The modules below some rooms, or files. */
function below(...places: string[]): Module[] {
  return modules.filter(({ path }) => places.some((place) => `${path}/`.startsWith(`src/${place}/`)));
}

/** Code without comments and texts, so that prose about a word is not the word. */
function codeOf({ text }: Module): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

describe('the rooms', () => {
  const isIn = (path: string) => rooms[roomOf(path)] ?? { rooms: [], packages: [] };
  const allowed = (path: string) => [
    roomOf(path),
    ...ground,
    ...isIn(path).rooms,
    ...(isIn(path).packages ?? []),
  ];

  it('are those of the plan', () => {
    expect([...new Set(modules.map(({ path }) => roomOf(path)))].sort()).toEqual(
      [...ground, ...Object.keys(rooms)].sort(),
    );
  });

  it('import what the plan allows them', () => {
    const arrows = modules.flatMap((module) =>
      listArrows([module], (to) => allowed(module.path).includes(nameTarget(to))),
    );
    expect(arrows).toEqual([]);
  });

  it('are allowed nothing that none of their modules imports', () => {
    const idle = Object.entries(rooms).flatMap(([room, { rooms: others, packages = [] }]) => {
      const own = modules.filter(({ path }) => roomOf(path) === room);
      const used = new Set(own.flatMap(({ imports }) => imports.map(nameTarget)));
      return [...others, ...packages].filter((to) => !used.has(to)).map((to) => `${room} → ${to}`);
    });
    expect(idle).toEqual([]);
  });

  it.each([
    { what: 'chalk', only: ['src/text/style.ts'] },
    { what: 'fast-xml-builder', only: ['src/text/xml.ts'] },
    {
      what: 'node:fs',
      only: ['src/io.ts', 'src/output.ts', 'src/run.ts', 'src/streams.ts', 'src/write-whole.ts'],
    },
  ])('have $what in one place', ({ what, only }) => {
    const importers = modules.filter(({ imports }) => imports.includes(what)).map(({ path }) => path);
    expect(importers.sort()).toEqual(only);
  });

  // A text that somebody else wrote is made safe where it leaves, and nowhere before: these are the doors.
  it('make text safe at the edge, and nowhere else', () => {
    const escaping = modules.filter(({ text }) => /\bescape(Text|Lines|Quoted|Address)\b/.test(text));
    const outside = escaping.map(({ path }) => path).filter((path) => !path.startsWith('src/text/'));
    expect(outside.sort()).toEqual([
      'src/ask/inquirer-prompter.ts',
      'src/cli/completion.ts',
      'src/cli/create-root.ts',
      'src/cli/say.ts',
      'src/errors.ts',
      'src/render/advice/csv.ts',
      'src/render/advice/github.ts',
      'src/render/advice/html/guard-elements.ts',
      'src/render/advice/sarif.ts',
    ]);
  });

  it('have their tests in folders of their names', () => {
    const folders = readdirSync('test/unit', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => dirname(name).replaceAll('\\', '/'));
    expect(folders.filter((folder) => below(folder).length === 0)).toEqual([]);
  });
});

describe('the core is pure', () => {
  const core = below('decide', 'reason', 'advice', 'assess.ts', 'assemble-result.ts');

  it('reads no clock, chance or process', () => {
    const impure = /\bDate\b|\bMath\.random\b|\bperformance\b|\bprocess\b|\bconsole\b|\bsetTimeout\b/;
    expect(core.length).toBeGreaterThan(30);
    expect(core.filter((module) => impure.test(codeOf(module))).map(({ path }) => path)).toEqual([]);
  });

  it('knows a rulebook and a workload that are understood, not where they come from', () => {
    expect(listArrows(core, (to) => !/^src\/(rulebook|workload)\/read-/.test(to))).toEqual([]);
  });

  it('is all that renderers know of how advice came about', () => {
    expect(listArrows(below('render', 'report'), (to) => !/^src\/workload\/(read|parse)-/.test(to))).toEqual(
      [],
    );
  });
});

/** The longest way down from a module, and the circles that it runs into, each as `a → b → a`. */
function descend(
  path: string,
  known: Map<string, number>,
  above: readonly string[] = [],
): { depth: number; circles: string[] } {
  const depth = known.get(path);
  if (depth !== undefined) return { depth, circles: [] };
  const start = above.indexOf(path);
  if (start >= 0) return { depth: 0, circles: [[...above.slice(start), path].join(' → ')] };
  const own = (byPath.get(path)?.imports ?? []).filter((to) => byPath.has(to));
  const reached = own.map((to) => descend(to, known, [...above, path]));
  known.set(path, 1 + Math.max(0, ...reached.map((each) => each.depth)));
  return { depth: known.get(path) ?? 0, circles: reached.flatMap(({ circles }) => circles) };
}

it('commands open what they judge by in one way, and print JSON by one writer', () => {
  const reads = (to: string) => /^src\/(workload|rulebook)\/read-/.test(to);
  const readers = below('cli').filter(({ imports }) => imports.some(reads));
  // Folders are looked through for workloads, rules diff reads one profile for two rulebooks, rules lint the files
  // for their lines.
  expect(readers.map(({ path }) => path).sort()).toEqual([
    'src/cli/open-folders.ts',
    'src/cli/open-rulebook.ts',
    'src/cli/open-run.ts',
    'src/cli/rules-diff.ts',
    'src/cli/rules-lint.ts',
  ]);
  expect(below('cli').filter((module) => codeOf(module).includes('JSON.stringify'))).toEqual([]);
});

describe('the imports', () => {
  const known = new Map<string, number>();
  const circles = modules.flatMap(({ path }) => descend(path, known).circles);

  it('run in no circle, types included', () => expect(circles).toEqual([]));

  it(`lead down ${Math.max(...known.values())} files at most`, () => {
    expect(Math.max(...known.values())).toBeLessThanOrEqual(deepest);
  });
});

/** How often the type any is written. */
function countAny(module: Pick<Module, 'path' | 'text'>): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) count++;
    ts.forEachChild(node, visit);
  };
  visit(parseModule(module));
  return count;
}

describe('no module', () => {
  it.each<{ what: string; does: (module: Module, code: string) => boolean }>([
    {
      what: 'has a name of other than lower-case words',
      does: ({ path }) => !/^src(\/[a-z0-9]+(-[a-z0-9]+)*)+\.tsx?$/.test(path),
    },
    {
      what: 'is a barrel',
      does: ({ path }, code) =>
        /\/index\.tsx?$/.test(path) || /^export \*|^export (type )?\{[^}]*\} from/m.test(code),
    },
    { what: 'has a default export', does: (_, code) => /^export default\b|\bas default\b/m.test(code) },
    { what: 'uses any', does: (module) => countAny(module) > 0 },
    { what: 'keeps state of its own', does: (_, code) => /^(export )?(let|var)\b/m.test(code) },
    {
      what: 'has a class but an error',
      does: (_, code) => /\bclass\b(?!=| \w+ extends Error\b)/.test(code),
    },
  ])('$what', ({ does }) => {
    expect(modules.filter((module) => does(module, codeOf(module))).map(({ path }) => path)).toEqual([]);
  });
});

describe('a name that is exported', () => {
  // What others import from the package is called as it is inside.
  const exports = modules.filter(({ path }) => path !== 'src/library.ts').flatMap(listExports);

  it('is exported once', () => {
    const homes = new Map<string, number>();
    for (const { name } of exports) homes.set(name, (homes.get(name) ?? 0) + 1);
    const doubled = [...homes].filter(([, count]) => count > 1).map(([name]) => name);
    expect(doubled).toEqual([]);
  });

  it('keeps the promise of its verb, as a file does', () => {
    const functions = exports.flatMap(({ path, name, returns }) => {
      const verb = verbs[/^[a-z]+/.exec(name)?.[0] ?? ''];
      if (verb === undefined || returns === null) return [];
      const keeps =
        (verb.only?.test(roomOf(path)) ?? true) &&
        (verb.returns?.test(returns) ?? true) &&
        (verb.imports === undefined || (byPath.get(path)?.imports ?? []).includes(verb.imports));
      return keeps ? [] : [name];
    });
    const files = modules.flatMap(({ path }) => {
      const only = verbs[/([a-z]+)-[^/]*$/.exec(path)?.[1] ?? '']?.only;
      return only?.test(roomOf(path)) === false ? [path] : [];
    });
    expect([...functions, ...files].sort(), 'the dictionary is in test/support/house.ts').toEqual([]);
  });
});

describe('the reader of modules', () => {
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

  it.each([
    { text: 'export function f(): A | null {}', found: [{ name: 'f', returns: 'A | null' }] },
    { text: 'export async function f(a: A) {}', found: [{ name: 'f', returns: '' }] },
    {
      text: 'export const f = (a: A): B[] => [], c = 1;',
      found: [
        { name: 'f', returns: 'B[]' },
        { name: 'c', returns: null },
      ],
    },
    { text: 'export interface A {} interface B {}', found: [{ name: 'A', returns: null }] },
    { text: 'export type A = B;', found: [{ name: 'A', returns: null }] },
    { text: 'export class A extends Error {}', found: [{ name: 'A', returns: null }] },
  ])('sees what is exported by $text', ({ text, found }) => {
    const path = 'src/x/a.ts';
    expect(listExports({ path, text })).toEqual(found.map((each) => ({ path, ...each })));
  });

  it('tells the type any from the word', () => {
    const count = (text: string) => countAny({ path: 'a.tsx', text });
    expect(count("const a = 'any'; const b = { any: 1 }; // any")).toBe(0);
    expect(count('let a: any; const b = c as any[]; type D = Map<string, any>;')).toBe(3);
  });

  it('sees the whole program', () => {
    expect(modules.length).toBeGreaterThan(200);
    expect(modules.filter(({ imports }) => imports.length > 0).length).toBeGreaterThan(200);
  });
});
