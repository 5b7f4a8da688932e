import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import GithubSlugger from 'github-slugger';

/** A document of the project. */
export interface Page {
  /** Path below the project, such as docs/words.md. */
  readonly path: string;
  readonly text: string;
}

/** Everything that is written to be read, but the rulebook as a document, which has tests of its own. */
export function readPages(): Page[] {
  const written = ['docs', 'docs/decisions', '.']
    .flatMap((folder) => readdirSync(folder).map((name) => normalize(join(folder, name))))
    .filter((path) => path.endsWith('.md') && path !== 'docs/rulebook.md');
  return written.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The links of a page to places of the project that are not there. */
export function listBrokenLinks({ path, text }: Page): string[] {
  const links = [...stripCode(text).matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, target = '']) => target);
  return links.filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : normalize(join(dirname(path), file));
    if (!existsSync(target)) return true;
    return anchor !== undefined && !listAnchors(readFileSync(target, 'utf8')).includes(anchor);
  });
}

/** What the headings of a page are called in links to it. */
function listAnchors(text: string): string[] {
  const slugger = new GithubSlugger();
  return [...stripCode(text).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => slugger.slug(title));
}

/**
 * Paths of the project that a page names between backquotes; those with `<...>` or a star in them stand
 * for many.
 */
export function listNamedPaths({ text }: Page): string[] {
  const folders = ['src', 'test', 'rules', 'scripts', 'fixtures', 'docs', 'bench', 'bin', 'schemas'];
  const words = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return words.filter((word) => new RegExp(`^(${folders.join('|')})/[\\w./-]*$`).test(word));
}

/** A page without its blocks of code, in which nothing is a heading or a link. */
function stripCode(text: string): string {
  return text.replace(/^( *)```[^]*?^\1```$/gm, '');
}
