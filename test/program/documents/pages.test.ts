import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { listBrokenLinks, listNamedPaths, readPages } from './read-pages.ts';

// What the documents name is there: files, folders, headings, npm scripts.

const pages = readPages();

/** Rooms that docs/architecture.md names before anybody has built them. */
const planned: readonly string[] = [];

/** Files that docs/recipes.md has one write. */
const written = readPages().flatMap(({ text }) =>
  [...text.matchAll(/<!-- new (\S+) -->/g)].map(([, path]) => path),
);

describe.each(pages)('$path', (page) => {
  it('links to files and headings that exist', () => expect(listBrokenLinks(page)).toEqual([]));

  it('names files and folders that exist', () => {
    const missing = listNamedPaths(page).filter(
      (path) => !existsSync(path) && !planned.includes(path) && !written.includes(path),
    );
    expect(missing).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const scripts = [...page.text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script = '']) => script);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });
});

describe('the documents', () => {
  it('are all found', () => {
    expect(pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/lint.md']),
    );
  });

  it('plan only what is not there', () => {
    expect(planned.filter((path) => existsSync(path))).toEqual([]);
  });

  it.each([
    { name: 'a file', text: 'see [x](nowhere.md)', broken: ['nowhere.md'] },
    { name: 'a heading', text: '# One\n\nsee [x](#two)', broken: ['#two'] },
    { name: 'a heading elsewhere', text: 'see [x](lint.md#nothing-here)', broken: ['lint.md#nothing-here'] },
  ])('with a link to $name that is missing would be noticed', ({ text, broken }) => {
    expect(listBrokenLinks({ path: 'docs/x.md', text })).toEqual(broken);
  });

  it('that name a file are looked at', () => {
    expect(
      listNamedPaths({ path: 'x.md', text: 'in `src/a/b.ts`, `src/<room>/`, `src` and `a.ts`' }),
    ).toEqual(['src/a/b.ts']);
  });
});
