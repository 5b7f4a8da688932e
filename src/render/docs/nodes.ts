import type { BlockContent, Heading, Link, List, ListItem, Paragraph, PhrasingContent, Table } from 'mdast';
import { showText } from '../../read/show-text.ts';

// Parts of a Markdown document. Text is escaped when the document is written, not here.

/** What stands in a line: nodes, or plain text. */
export type Inline = readonly (PhrasingContent | string)[];

/** Plain text on one line, safe to print. */
function clean(text: string): string {
  return showText(text.replace(/\s+/g, ' '));
}

function inline(parts: Inline): PhrasingContent[] {
  return parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? { type: 'text', value: clean(part) } : part));
}

/** A name, as it is typed. */
export function code(text: string): PhrasingContent {
  return { type: 'inlineCode', value: clean(text) };
}

/** What catches the eye. */
export function strong(...parts: Inline): PhrasingContent {
  return { type: 'strong', children: inline(parts) };
}

/** A link to an address outside. */
export function linkTo(url: string, ...parts: Inline): Link {
  return { type: 'link', url, children: inline(parts) };
}

/** A paragraph. */
export function paragraph(...parts: Inline): Paragraph {
  return { type: 'paragraph', children: inline(parts) };
}

/**
 * A heading that links can lead to.
 * @param key what links call it by, such as rule:needs-windows
 */
export function heading(depth: Heading['depth'], key: string, ...parts: Inline): Heading {
  return { type: 'heading', depth, children: inline(parts), data: { key } };
}

/** An invisible place that links can lead to, for rows of tables, which have no headings. */
export function anchor(key: string): PhrasingContent {
  return { type: 'html', value: `<a id="${anchorOf(key)}"></a>` };
}

/** The id of the anchor of a key: source:gvisor is source-gvisor. */
export function anchorOf(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9.-]/g, '-');
}

/** A list; an item is a line, or a line with what stands below it. */
export function list(items: readonly (Inline | ListItem)[]): List {
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

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly Inline[])[]): Table {
  const all = [head.map((each): Inline => [each]), ...rows];
  return {
    type: 'table',
    align: head.map(() => null),
    children: all.map((row) => ({
      type: 'tableRow',
      children: row.map((each) => ({ type: 'tableCell', children: inline(each) })),
    })),
  };
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
