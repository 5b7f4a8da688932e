import type {
  BlockContent,
  Code,
  Heading,
  List,
  ListItem,
  Node,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import stringWidth from 'fast-string-width';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { escapeAddress, escapeLines, escapeText } from './safe.ts';

// Parts of a Markdown document as a syntax tree. What would be marks, or could drive a terminal, is
// made safe when the tree is written: every text shows as it was typed.

/** A piece of running text: a node, or plain text. */
export type Piece = PhrasingContent | string;
/** What stands in a line. */
export type Inline = readonly Piece[];

/** The deepest heading that Markdown has. */
const deepest = 6;

function toNodes(pieces: Inline): PhrasingContent[] {
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => (typeof piece === 'string' ? { type: 'text', value: piece } : piece));
}

/** Heading of a depth from 1; deeper than 6 stays 6. */
export function heading(depth: number, ...pieces: Inline): Heading {
  return { type: 'heading', depth: Math.min(depth, deepest) as Heading['depth'], children: toNodes(pieces) };
}

/** A paragraph. */
export function paragraph(...pieces: Inline): Paragraph {
  return { type: 'paragraph', children: toNodes(pieces) };
}

/** Text that is emphasised strongly. */
export function strong(...pieces: Inline): PhrasingContent {
  return { type: 'strong', children: toNodes(pieces) };
}

/** A name out of a file or rulebook, as it is typed. */
export function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value };
}

/** Names of facts or rules, one after the other. */
export function listCodes(names: readonly string[]): Piece[] {
  return names.flatMap((name, index): Piece[] => [...(index === 0 ? [] : [', ']), code(name)]);
}

/** A block of code. */
export function codeBlock(lang: string, value: string): Code {
  return { type: 'code', lang, value };
}

/** A link to an address outside; it shows the address where nothing else is given. */
export function linkTo(url: string, ...pieces: Inline): PhrasingContent {
  return { type: 'link', url, children: toNodes(pieces.length === 0 ? [url] : pieces) };
}

/** Footnote marks, one for each citation. */
export function cite(ids: readonly string[]): PhrasingContent[] {
  return ids.map((id) => ({ type: 'footnoteReference', identifier: id, label: id }));
}

/** What a footnote says. */
export function footnote(id: string, ...pieces: Inline): RootContent {
  return { type: 'footnoteDefinition', identifier: id, label: id, children: [paragraph(...pieces)] };
}

/** A list; an item is a line, or a line with what stands below it. */
export function bulletList(items: readonly (Inline | ListItem)[]): List {
  const isLine = (entry: Inline | ListItem): entry is Inline => Array.isArray(entry);
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((entry) => (isLine(entry) ? item(entry) : entry)),
  };
}

/** An item of a list, with what stands below its line. */
export function item(line: Inline, ...below: readonly BlockContent[]): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(...line), ...below] };
}

/** A list of things to tick off. */
export function taskList(items: readonly Inline[], ticked: readonly boolean[] = []): List {
  const made = bulletList(items);
  return {
    ...made,
    children: made.children.map((entry, index) => ({ ...entry, checked: ticked[index] ?? false })),
  };
}

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly Inline[])[]): Table {
  const all = [head.map((title): Inline => [title]), ...rows];
  return {
    type: 'table',
    align: head.map(() => null),
    children: all.map((cells) => ({
      type: 'tableRow',
      children: cells.map((pieces) => ({ type: 'tableCell', children: toNodes(pieces) })),
    })),
  };
}

/** Content that is folded away until a reader opens it, as GitHub shows it; its title is plain text. */
export function fold(title: string, ...content: readonly RootContent[]): RootContent[] {
  const shown = title.replace(/[^\p{L}\p{N} ,]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
  return [
    { type: 'html', value: `<details>\n<summary>${shown}</summary>` },
    ...content,
    { type: 'html', value: '</details>' },
  ];
}

/** How many bytes a text has as a file. */
export function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/**
 * Text as a label of a Mermaid picture, inside quotes. Mermaid reads Markdown, HTML, entities and web
 * addresses there; only letters, digits and a few signs mean nothing to it.
 */
export function escapeLabel(text: string): string {
  return escapeText(text).replace(/[^\p{L}\p{N}\p{M} ,-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
}

/**
 * Writes a document as GitHub's Markdown, safe to read and to print.
 * @param options how marks are written; `tablePipeAlign` fills the columns of tables up to one width
 * @param finish changes the tree once its texts are what a reader sees
 */
export function writeMarkdown(
  children: readonly RootContent[],
  { tablePipeAlign, ...options }: Options & { readonly tablePipeAlign: boolean },
  finish: (root: Root) => void = () => undefined,
): string {
  const root: Root = { type: 'root', children: children.map(makeSafe) };
  finish(root);
  const gfm = gfmToMarkdown({ tablePipeAlign, stringLength: stringWidth });
  return toMarkdown(root, { ...options, bullet: '-', extensions: [gfm] });
}

/** A copy with every text of it made safe. */
function makeSafe<T extends Node>(node: T): T {
  const safe = Object.entries(node).map(([key, value]: [string, unknown]) => [
    key,
    makeValueSafe(node, key, value),
  ]);
  return Object.fromEntries(safe) as T;
}

function makeValueSafe({ type }: Node, key: string, value: unknown): unknown {
  if (key === 'children') return (value as readonly Node[]).map(makeSafe);
  if (typeof value !== 'string' || key === 'type') return value;
  if (key === 'url') return escapeAddress(value);
  return type === 'code' || type === 'html' ? escapeLines(value) : escapeText(value).replace(/\s+/g, ' ');
}
