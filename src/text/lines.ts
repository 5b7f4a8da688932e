import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Text gets at least this many columns; where a label leaves fewer, the text goes below it. */
const leastRoom = 24;

/**
 * Breaks text into lines that fit, each behind an indent. A word that is longer than a line sticks
 * out: an id in two pieces could be neither searched nor copied.
 * @param text one paragraph
 * @param width columns, the indent included
 * @param indent columns to leave free on the left
 */
export function wrapText(text: string, width: number, indent = 0): string[] {
  return wrapAnsi(text, Math.max(width - indent, leastRoom), { hard: false })
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
}

/**
 * Fills text up with spaces.
 * @param width columns to fill
 */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - stringWidth(text), 0));
}

/**
 * A labelled paragraph with a remark at its end: on the last line at the right where it fits, else
 * on lines of its own.
 * @param label what stands in the column on the left
 * @param text the paragraph
 * @param remark what stands at the right end, already styled; empty for nothing
 * @param at the column of the label and that of the text
 */
export function layOutEntry(
  label: string,
  text: string,
  remark: string,
  width: number,
  at: { readonly label: number; readonly text: number },
): string[] {
  const beside = width - at.text >= leastRoom && stringWidth(label) < at.text - at.label;
  const indent = beside ? at.text : Math.min(at.text, at.label + 4);
  const lines = text === '' ? [] : wrapText(text, width, indent);
  const lead = `${' '.repeat(at.label)}${label}`;
  const [first = '', ...rest] = lines;
  const body =
    beside || label === '' ? [`${padText(lead, indent)}${first.trimStart()}`, ...rest] : [lead, ...lines];
  return placeRemark(
    body.map((line) => line.trimEnd()),
    remark,
    width,
    indent,
  );
}

function placeRemark(body: readonly string[], remark: string, width: number, indent: number): string[] {
  if (remark === '') return [...body];
  const last = body[body.length - 1] ?? '';
  const room = width - stringWidth(last) - stringWidth(remark);
  if (room >= 2) return [...body.slice(0, -1), last + ' '.repeat(room) + remark];
  const own = wrapText(remark, width, indent);
  if (own.length > 1) return [...body, ...own];
  return [...body, ' '.repeat(Math.max(width - stringWidth(remark), indent)) + remark];
}
