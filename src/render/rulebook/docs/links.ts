import { entryOf } from '../../../entry-of.ts';
import GithubSlugger from 'github-slugger';
import type { Heading, Link, PhrasingContent, Root, RootContent } from 'mdast';
import { sortCited } from '../../../report/citations.ts';
import { createNames } from '../../../report/names.ts';
import type { Mark, Rulebook } from '../../../rulebook/rulebook.ts';
import { code, heading, type Inline, strong } from '../../../text/markdown.ts';

// What links inside a document lead to.

/**
 * A heading that links can lead to.
 * @param key what links call it by, such as rule:needs-windows
 */
export function keyedHeading(depth: Heading['depth'], key: string, ...pieces: Inline): Heading {
  return { ...heading(depth, ...pieces), data: { key } };
}

/** An invisible place that links can lead to, for rows of tables, which have no headings. */
export function anchor(key: string): PhrasingContent {
  return { type: 'html', value: `<a id="${anchorOf(key)}"></a>` };
}

/** The id of the anchor of a key: source:gvisor is source-gvisor. */
export function anchorOf(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9.-]/g, '-');
}

/** Several in one line: "a, b". */
export function join(parts: readonly Inline[], between = ', '): Inline {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [between, ...part]));
}

declare module 'mdast' {
  interface HeadingData {
    /** What links call the heading by. */
    key?: string;
  }
}

/**
 * Which rulebooks added or changed an entry, and why, a line each; none for what the first says.
 * @param marks the marks of the entry
 */
export function writeMarks(marks: readonly Mark[] | undefined): Inline[] {
  return (marks ?? []).map(({ rulebook, did, what = [], because }): Inline => {
    if (did === 'added') return [strong('Added by'), ' ', code(rulebook)];
    const keys = what.length === 0 ? '' : ` (${what.join(', ')})`;
    return [strong('Changed by'), ' ', code(rulebook), `${keys}: ${because ?? ''}`];
  });
}

const scheme = 'here:';

/**
 * A link to another place of the document.
 * @param key what that place is called by, such as rule:needs-windows
 */
export function linkHere(key: string, label: PhrasingContent | string): Link {
  const child = typeof label === 'string' ? ({ type: 'text', value: label } as const) : label;
  return { type: 'link', url: scheme + key, children: [child] as Link['children'] };
}

/** Links to things by their ids: "`a`, `b`". */
export function linkAll(sort: string, ids: readonly string[]): Inline {
  return join(ids.map((id) => [linkHere(`${sort}:${id}`, code(id))]));
}

/**
 * Citations, each a link to the claim, the correction or the source.
 * @param cites ids, or judgement
 */
export function linkCitations(rulebook: Rulebook, cites: readonly string[]): Inline {
  return join(
    sortCited(createNames(rulebook), cites).map(({ sort, of, ids }) => {
      if (sort === 'judgement') return [of];
      const links = join(ids.map((id): Inline => [linkHere(`${sort}:${id}`, id)]));
      return of === '' ? links : [`${of} (`, ...links, ')'];
    }),
  );
}

/**
 * Placements as a rule or action names them: one by one, a group, a kind, or all.
 */
export function linkPlacements(rulebook: Rulebook, names: string | readonly string[]): Inline {
  const words: Readonly<Record<string, string>> = {
    vm: 'every VM',
    container: 'every container',
    all: 'every placement',
  };
  return join(
    [names].flat().map((name) => {
      if (rulebook.placements.some(({ id }) => id === name)) return linkAll('placement', [name]);
      return entryOf(rulebook.placementGroups, name) !== undefined
        ? [linkHere('groups', code(name))]
        : [words[name] ?? name];
    }),
  );
}

/**
 * Turns links to places into links that a forge follows: headings are called as forges call them,
 * rows of tables by their anchors. Changes the document in place.
 * @throws Error where a link leads nowhere
 */
export function resolveLinks(root: Root): void {
  const slugger = new GithubSlugger();
  const places = new Map<string, string>();
  visit(root, (node) => {
    if (node.type === 'heading') places.set(node.data?.key ?? '', slugger.slug(readText(node)));
    if (node.type !== 'html') return;
    const id = /^<a id="(.*)">/.exec(node.value)?.[1];
    if (id !== undefined) places.set(id, id);
  });
  visit(root, (node) => {
    if (node.type !== 'link' || !node.url.startsWith(scheme)) return;
    const key = node.url.slice(scheme.length);
    const place = places.get(key) ?? places.get(anchorOf(key));
    if (place === undefined) throw new Error(`a link leads nowhere: ${key}`);
    node.url = `#${place}`;
  });
}

type Node = Root | RootContent;

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

function readText(node: Heading): string {
  let text = '';
  visit(node, (each) => {
    if ('value' in each) text += each.value;
  });
  return text;
}
