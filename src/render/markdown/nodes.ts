import type {
  Code,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  Text,
} from 'mdast';

/** A piece of running text: a node, or plain text that shows as it is typed. */
export type Piece = PhrasingContent | string;

/** The deepest heading that Markdown has. */
const deepest = 6;

function toNodes(pieces: readonly Piece[]): PhrasingContent[] {
  return pieces.map((piece) =>
    typeof piece === 'string' ? ({ type: 'text', value: piece } satisfies Text) : piece,
  );
}

/** Heading of a depth from 1; deeper than 6 stays 6. */
export function heading(depth: number, ...pieces: Piece[]): Heading {
  return { type: 'heading', depth: Math.min(depth, deepest) as Heading['depth'], children: toNodes(pieces) };
}

/** A paragraph. */
export function paragraph(...pieces: Piece[]): Paragraph {
  return { type: 'paragraph', children: toNodes(pieces) };
}

/** Text that is emphasised strongly. */
export function strong(...pieces: Piece[]): PhrasingContent {
  return { type: 'strong', children: toNodes(pieces) };
}

/** A name out of a file or rulebook. */
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

/** A link that shows its own address. */
export function linkTo(address: string): PhrasingContent {
  return { type: 'link', url: address, children: [{ type: 'text', value: address }] };
}

/** Footnote marks, one for each citation. */
export function cite(ids: readonly string[]): PhrasingContent[] {
  return ids.map((id) => ({ type: 'footnoteReference', identifier: id, label: id }));
}

/** What a footnote says. */
export function footnote(id: string, ...pieces: Piece[]): RootContent {
  return { type: 'footnoteDefinition', identifier: id, label: id, children: [paragraph(...pieces)] };
}

/** A list; an item is a paragraph of pieces. */
export function list(items: readonly (readonly Piece[])[]): List {
  return {
    type: 'list',
    spread: false,
    children: items.map((pieces): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(...pieces)],
    })),
  };
}

/** A list of things to tick off. */
export function checkList(items: readonly (readonly Piece[])[]): List {
  const made = list(items);
  return { ...made, children: made.children.map((item) => ({ ...item, checked: false })) };
}

/** A table; the first row is its head. */
export function table(rows: readonly (readonly (readonly Piece[])[])[]): Table {
  return {
    type: 'table',
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((pieces): TableCell => ({ type: 'tableCell', children: toNodes(pieces) })),
    })),
  };
}
