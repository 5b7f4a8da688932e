import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { escapeText } from './safe.ts';
import type { Look, Style } from './style.ts';

// Text for people at a terminal, as blocks of lines that are laid out and made safe when they are
// written, and nowhere before: what somebody else wrote can stand in any of them.

/** Text of a line: plain, marked, or several pieces one after the other. */
export type Text = string | Marked | readonly Text[];
/** Text that is marked. */
export interface Marked {
  readonly look: Look;
  readonly of: Text;
}

/** What stands on lines of its own. */
export type Block =
  | { readonly is: 'flow' | 'line'; readonly text: Text; readonly indent: number }
  | {
      readonly is: 'entry';
      readonly label: Text;
      readonly text: Text;
      readonly remark: Text;
      readonly at: Columns;
    };

/** The column of a label and that of the text behind it. */
export interface Columns {
  readonly label: number;
  readonly text: number;
}

/** What lines are written for. */
export interface LineOptions {
  /** Columns to fill. */
  readonly width: number;
  readonly style: Style;
}

/** Text gets at least this many columns; where a label leaves fewer, the text goes below it. */
const leastRoom = 22;

/** Marks text. */
export function marked(look: Look, ...of: readonly Text[]): Text {
  return { look, of };
}

/** Marks text as what a section or entry is called. */
export function bold(...of: readonly Text[]): Text {
  return marked('bold', ...of);
}

/** Marks text as a remark. */
export function dim(...of: readonly Text[]): Text {
  return marked('dim', ...of);
}

/** Marks text as something to look at. */
export function warn(...of: readonly Text[]): Text {
  return marked('warn', ...of);
}

/**
 * Text that is broken into lines that fit. A word that is longer than a line sticks out: an id in two
 * pieces could be neither searched nor copied.
 * @param indent columns to leave free on the left
 */
export function flow(text: Text, indent = 0): Block {
  return { is: 'flow', text, indent };
}

/** A line that is never broken: a place in a file, or what stands in one. */
export function line(text: Text, indent = 0): Block {
  return { is: 'line', text, indent };
}

/**
 * A labelled paragraph with a remark at its end: on the last line at the right where it fits, else
 * on lines of its own.
 * @param label what stands in the column on the left
 * @param remark what stands at the right end; empty for nothing
 */
export function entry(label: Text, text: Text, remark: Text, at: Columns): Block {
  return { is: 'entry', label, text, remark, at };
}

/** Groups of blocks with an empty line between them. */
export function separate(groups: readonly (readonly Block[])[]): Block[] {
  return groups.flatMap((group, index) => (index === 0 ? [...group] : [line(''), ...group]));
}

/** Text filled up with spaces to a number of columns. */
export function pad(text: string, width: number): Text {
  return [text, ' '.repeat(Math.max(width - measure(text), 0))];
}

/** The columns that text takes when it is written. */
export function measure(text: string): number {
  return stringWidth(escapeText(text));
}

/** Writes blocks, with one line end behind them. */
export function writeLines(blocks: readonly Block[], options: LineOptions): string {
  return `${blocks.flatMap((block) => layOut(block, options)).join('\n')}\n`;
}

function layOut(block: Block, { width, style }: LineOptions): string[] {
  if (block.is === 'entry') return layOutEntry(block, width, style);
  const text = apply(block.text, style);
  return block.is === 'line' ? [indentLine(text, block.indent)] : wrap(text, width, block.indent);
}

/** Text as it is printed: marked, and made safe. */
function apply(text: Text, style: Style): string {
  if (typeof text === 'string') return escapeText(text);
  return 'look' in text
    ? style[text.look](apply(text.of, style))
    : text.map((each) => apply(each, style)).join('');
}

function wrap(text: string, width: number, indent: number): string[] {
  return wrapAnsi(text, Math.max(width - indent, leastRoom), { hard: false })
    .split('\n')
    .map((each) => indentLine(each, indent));
}

function indentLine(text: string, indent: number): string {
  return text === '' ? '' : ' '.repeat(indent) + text;
}

function layOutEntry(block: Extract<Block, { is: 'entry' }>, width: number, style: Style): string[] {
  const { at } = block;
  const label = apply(block.label, style);
  const text = apply(block.text, style);
  const beside = width - at.text >= leastRoom && stringWidth(label) < at.text - at.label;
  const indent = beside ? at.text : Math.min(at.text, at.label + 4);
  const lines = text === '' ? [] : wrap(text, width, indent);
  const lead = `${' '.repeat(at.label)}${label}`;
  const [first = '', ...rest] = lines;
  const filled = lead + ' '.repeat(Math.max(indent - stringWidth(lead), 0));
  const body = beside || label === '' ? [`${filled}${first.trimStart()}`, ...rest] : [lead, ...lines];
  return placeRemark(
    body.map((each) => each.trimEnd()),
    apply(block.remark, style),
    width,
    indent,
  );
}

function placeRemark(body: readonly string[], remark: string, width: number, indent: number): string[] {
  if (remark === '') return [...body];
  const last = body[body.length - 1] ?? '';
  const room = width - stringWidth(last) - stringWidth(remark);
  if (room >= 2) return [...body.slice(0, -1), last + ' '.repeat(room) + remark];
  const own = wrap(remark, width, indent);
  if (own.length > 1) return [...body, ...own];
  return [...body, ' '.repeat(Math.max(width - stringWidth(remark), indent)) + remark];
}
