import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
} from 'yaml';
import type { Path } from '../../read/parse-yaml.ts';
import type { Edit } from '../load/old-forms.ts';

/** A stretch of a text, and what stands there instead. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Changes a YAML text at some places and leaves every other byte of it alone, comments included: those
 * within what is replaced stand above it then.
 * @param text one document
 * @param edits changes of different places; of two that meet, the later is left for another time
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  const { contents } = parseDocument(text);
  const splices = edits.map((edit) => makeSplice(text, contents, edit)).sort((a, b) => a.from - b.from);
  let end = 0;
  let edited = '';
  for (const { from, to, text: instead } of splices) {
    if (from < end) continue;
    edited += text.slice(end, from) + instead;
    end = to;
  }
  return edited + text.slice(end);
}

function makeSplice(text: string, contents: Node | null, edit: Edit): Splice {
  const place = findPlace(contents, edit.path);
  if (edit.do === 'rename' && isPair(place.entry)) {
    const key = place.entry.key as Node;
    return { from: startOf(key), to: endOf(key), text: edit.to };
  }
  return edit.do === 'remove'
    ? removeEntry(text, place)
    : replaceValue(text, place, edit.do === 'replace' ? edit.value : '');
}

/** A pair of a map or an item of a list, with its place in the map or list. */
interface Place {
  readonly parent: Node & { readonly items: readonly unknown[]; readonly flow?: boolean | undefined };
  readonly index: number;
  readonly entry: Pair | Node;
}

function findPlace(contents: Node | null, path: Path): Place {
  let parent: unknown = contents;
  let place: Place | undefined;
  for (const step of path) {
    if (!isMap(parent) && !isSeq(parent)) break;
    const items: readonly unknown[] = parent.items;
    const index = isMap(parent)
      ? parent.items.findIndex(({ key }) => isScalar(key) && String(key.value) === String(step))
      : Number(step);
    const entry = items[index] as Pair | Node | undefined;
    if (entry === undefined) break;
    place = { parent: parent as Place['parent'], index, entry };
    parent = isPair(entry) ? entry.value : entry;
  }
  if (place === undefined) throw new Error(`nothing stands at ${path.join('/')}`);
  return place;
}

/** Replaces a value by a flow map or a scalar behind its key. */
function replaceValue(text: string, { entry }: Place, value: unknown): Splice {
  const written = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  if (!isPair(entry)) return { from: startOf(entry), to: endOf(entry), text: written };
  const key = entry.key as Node;
  const from = endOf(key);
  const to = endOf(entry);
  const comments = listComments(text.slice(from, to));
  if (comments.length === 0) return { from, to, text: `: ${written}` };
  const indent = ' '.repeat(columnOf(text, startOf(key)));
  const above = comments.map((comment) => `${comment}\n${indent}`).join('');
  return { from: startOf(key), to, text: `${above}${text.slice(startOf(key), from)}: ${written}` };
}

/** The comments in a stretch of YAML in which no text holds a # behind a blank. */
function listComments(yaml: string): string[] {
  return [...yaml.matchAll(/(?<=^|\s)#.*$/gm)].map(([comment]) => comment.trimEnd());
}

function removeEntry(text: string, { parent, index, entry }: Place): Splice {
  const next = parent.items[index + 1] as Pair | Node | undefined;
  const before = parent.items[index - 1] as Pair | Node | undefined;
  const [from, to] = [startOf(entry), endOf(entry)];
  if (parent.flow === true) {
    if (next !== undefined) return { from, to: startOf(next), text: '' };
    return { from: before === undefined ? from : endOf(before), to, text: '' };
  }
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const rest = /^[ \t]*(#[^\n]*)?(\r?\n|$)/.exec(text.slice(to));
  const [whole = '', comment = ''] = rest ?? [];
  const alone = /^[ \t]*(- +)?$/.exec(text.slice(line, from));
  // The first key of an entry stands behind its dash, which the next key takes over.
  if (alone?.[1] !== undefined && isPair(entry) && next !== undefined)
    return { from, to: startOf(next), text: comment === '' ? '' : `${comment}\n${' '.repeat(from - line)}` };
  if (alone === null || rest === null) return { from, to, text: '' };
  const kept = comment === '' ? '' : `${text.slice(line, from).replace('-', ' ')}${comment}\n`;
  return { from: line, to: to + whole.length, text: kept };
}

function startOf(entry: Pair | Node): number {
  return (isPair(entry) ? (entry.key as Node) : entry).range?.[0] ?? 0;
}

/** Where the last character of an entry stands, blanks, line ends and comments behind it left out. */
function endOf(entry: Pair | Node): number {
  if (isPair(entry)) return entry.value === null ? endOf(entry.key as Node) : endOf(entry.value as Node);
  const last = isCollection(entry) && entry.flow !== true ? entry.items.at(-1) : undefined;
  return last === undefined ? (entry.range?.[1] ?? 0) : endOf(last as Pair | Node);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
