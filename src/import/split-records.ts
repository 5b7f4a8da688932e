/** A JSON value among others in a text, with where it begins. */
export interface JsonRecord {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * Takes a text of many JSON values apart, without looking at what they say: one a line, or the items of a
 * list.
 * @returns undefined of what is neither: a text that begins otherwise, or that holds one value
 */
export function splitRecords(text: string): Iterable<JsonRecord> | undefined {
  if (/^\s*\[/.test(text)) return splitList(text);
  return /^\s*\{[^\n]*\n\s*\{/.test(text) ? splitLines(text) : undefined;
}

function* splitLines(text: string): Generator<JsonRecord> {
  let line = 0;
  for (let from = 0; from < text.length;) {
    const next = text.indexOf('\n', from);
    const end = next === -1 ? text.length : next;
    const written = text.slice(from, end);
    line++;
    from = end + 1;
    if (written.trim() !== '') yield { text: written.trim(), line, column: written.search(/\S/) + 1 };
  }
}

/**
 * Commas of the list itself lie between its items; those in strings, and deeper down, do not. What follows the
 * end of the list is handed over, too, and what is left of one that is never closed: whoever reads it says that it
 * is no value. Where a list ends behind a whole item, nothing else would tell, and nothing is handed over at last.
 */
function* splitList(text: string): Generator<JsonRecord> {
  const { ends, isCutOff } = findEnds(text);
  let from = text.indexOf('[') + 1;
  let line = countLines(text, 0, from) + 1;
  for (const end of [...ends, text.length]) {
    const written = text.slice(from, end);
    const start = from + Math.max(written.search(/\S/), 0);
    line += countLines(text, from, start);
    if (written.trim() !== '')
      yield { text: written.trim(), line, column: start - text.lastIndexOf('\n', start) };
    line += countLines(text, start, end);
    from = end + 1;
  }
  if (isCutOff) yield { text: '', line, column: text.length - text.lastIndexOf('\n') };
}

/** Where the items of a list end: at its commas, and where it does; and whether it only breaks off between them. */
function findEnds(text: string): { readonly ends: readonly number[]; readonly isCutOff: boolean } {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]/g)) {
    if (mark === '[' || mark === '{') depth++;
    if (mark === ']' || mark === '}') depth--;
    if ((depth === 1 && mark === ',') || depth === 0) ends.push(index);
    if (depth === 0) return { ends, isCutOff: false };
  }
  return { ends, isCutOff: depth === 1 };
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
