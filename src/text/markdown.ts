import type {
  BlockContent,
  Code,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { showText } from './safe.ts';

// Parts of a Markdown document as a syntax tree. The library escapes when the tree is written.

/** A piece of running text: a node, or plain text that shows as it is typed. */
export type Piece = PhrasingContent | string;
/** What stands in a line. */
export type Inline = readonly Piece[];

/** The deepest heading that Markdown has. */
const deepest = 6;

/** Plain text on one line, safe to print. */
function clean(text: string): string {
  return showText(text.replace(/\s+/g, ' '));
}

function toNodes(pieces: Inline): PhrasingContent[] {
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => (typeof piece === 'string' ? { type: 'text', value: clean(piece) } : piece));
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
  return { type: 'inlineCode', value: clean(value) };
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
export function taskList(items: readonly Inline[]): List {
  const made = bulletList(items);
  return { ...made, children: made.children.map((entry) => ({ ...entry, checked: false })) };
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

/**
 * Text as a label of a Mermaid picture, inside quotes. Mermaid reads Markdown, HTML, entities and web
 * addresses there; only letters, digits and a few signs mean nothing to it.
 */
export function escapeLabel(text: string): string {
  return showText(text).replace(/[^\p{L}\p{N}\p{M} ,-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
}
