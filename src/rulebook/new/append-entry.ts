import { isMap, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Skeleton } from './write-skeleton.ts';

/**
 * Adds an entry at the end of its list in a YAML text, and leaves every other byte of the text alone; where
 * there is no such list, one at the end.
 * @param text one document without mistakes
 */
export function appendEntry(text: string, { key, lines }: Skeleton): string {
  const { contents } = parseDocument(text);
  const pair = isMap(contents)
    ? contents.items.find((each) => isPair(each) && isScalar(each.key) && each.key.value === key)
    : undefined;
  const list = pair?.value;
  if (!isSeq(list) || list.flow === true || list.items.length === 0)
    return `${endLine(text)}${text === '' ? '' : '\n'}${writeList(key, lines)}`;
  const first = (list.items[0] as Node).range?.[0] ?? 0;
  const dash = text.lastIndexOf('-', first);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  const end = endOfLine(text, lastCharacter(list.items[list.items.length - 1] as Node));
  return `${endLine(text.slice(0, end))}\n${writeEntry(lines, indent)}${text.slice(end)}`;
}

/** A list with one entry, as a file of its own. */
export function writeList(key: string, lines: readonly string[]): string {
  return `${key}:\n${writeEntry(lines, '  ')}`;
}

function writeEntry(lines: readonly string[], indent: string): string {
  return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}\n`).join('');
}

/** Where an entry ends, comments and empty lines behind it left out. */
function lastCharacter(node: Node): number {
  if (isMap(node) || isSeq(node)) {
    const last = node.items[node.items.length - 1];
    const value = isPair(last) ? (last.value ?? last.key) : last;
    if (node.flow !== true && value !== undefined && value !== null) return lastCharacter(value as Node);
  }
  return node.range?.[1] ?? 0;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
