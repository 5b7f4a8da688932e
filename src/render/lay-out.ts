import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/**
 * Breaks text into lines that fit, each behind an indent.
 * @param text one paragraph
 * @param width columns, the indent included
 * @param indent columns to leave free on the left
 */
export function wrapText(text: string, width: number, indent = 0): string[] {
  const room = Math.max(width - indent, 20);
  return wrapAnsi(text, room, { hard: true })
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
 * on a line of its own.
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
  at: { label: number; text: number },
): string[] {
  const lines = wrapText(text, width, at.text);
  const first = `${' '.repeat(at.label)}${padText(label, at.text - at.label)}${(lines[0] ?? '').trimStart()}`;
  const body = [first, ...lines.slice(1)];
  if (remark === '') return body;
  const last = body[body.length - 1] ?? '';
  const room = width - stringWidth(last) - stringWidth(remark);
  if (room >= 2) return [...body.slice(0, -1), last + ' '.repeat(room) + remark];
  return [...body, ' '.repeat(Math.max(width - stringWidth(remark), at.text)) + remark];
}
