import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { InputError, type Position } from '../errors.ts';
import { wordYamlError, parseTokens, type YamlLimits } from '../read/parse-yaml.ts';
import { leaveOutSchemas } from './leave-out-schemas.ts';
import type { Spot } from './spot.ts';

/** Files of other programs are larger than ours: a rendered chart has some hundred documents. */
const limits: YamlLimits = { lexemes: 2_000_000, documents: 200_000, whose: 'read' };

/**
 * Parses the YAML documents of a foreign text, leniently: merge keys, tags and keys that stand twice,
 * of which the last counts, are taken; aliases are followed when they are looked at, so that none can
 * multiply.
 * @param file the name it is called by in messages
 * @returns the documents that hold something
 * @throws InputError with every syntax error and its line
 */
export function parseYamlSpots(given: string, file: string): Spot[] {
  const lines = new LineCounter();
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false });
  const text = leaveOutSchemas(given);
  const documents = [...composer.compose(parseTokens(text, lines, file, limits))];
  const locate = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = documents.flatMap(({ errors }) =>
    errors.flatMap((error) => {
      const message = wordYamlError(error, errors, text);
      return message === null ? [] : [{ message, at: locate(error.pos[0]) }];
    }),
  );
  if (problems.length > 0) throw new InputError(problems.slice(0, 10));
  return documents
    .filter(({ contents }) => contents !== null && !(isScalar(contents) && contents.value === null))
    .map((document) => makeSpot(document.contents, { document, locate, text }, 0));
}

/** What spots of one document share. */
interface Source {
  readonly document: Document.Parsed;
  readonly locate: (offset: number) => Position;
  readonly text: string;
}

/** A value as a spot; of what an alias stands for, with the place of the alias. */
function makeSpot(node: Node | null, source: Source, keyOffset: number): Spot {
  const meant = isAlias(node) ? (node.resolve(source.document) ?? null) : node;
  const empty = meant === null || (isScalar(meant) && meant.value === null);
  const offset = empty ? keyOffset : (node?.range?.[0] ?? keyOffset);
  let entries: ReadonlyMap<string, Spot> | undefined;
  let items: readonly Spot[] | undefined;
  return {
    is: isMap(meant) ? 'map' : isSeq(meant) ? 'list' : empty ? 'nothing' : 'text',
    text: isScalar(meant) && !empty ? (meant.source ?? String(meant.value)) : undefined,
    tag: meant?.tag,
    get entries() {
      return (entries ??= isMap(meant) ? readEntries(meant, source, []) : new Map());
    },
    get items() {
      return (items ??= isSeq(meant)
        ? meant.items.map((item) =>
            makeSpot(item as Node | null, source, (item as Node | null)?.range?.[0] ?? offset),
          )
        : []);
    },
    get at() {
      return source.locate(offset);
    },
    get key() {
      return source.locate(keyOffset);
    },
  };
}

/** The entries of a map, what is merged into it first; a map that is merged into itself only once. */
function readEntries(map: YAMLMap, source: Source, within: readonly YAMLMap[]): Map<string, Spot> {
  const own = new Map<string, Spot>();
  const merged = new Map<string, Spot>();
  for (const { key, value } of map.items as Pair<Node | null, Node | null>[]) {
    if (!isScalar(key)) continue;
    const name = key.source ?? String(key.value);
    if (name !== '<<') own.set(name, makeSpot(value, source, key.range?.[0] ?? 0));
    else
      for (const from of listMerged(value, source))
        if (from !== map && !within.includes(from))
          for (const [inner, spot] of readEntries(from, source, [...within, map]))
            if (!merged.has(inner)) merged.set(inner, spot);
  }
  return new Map([...merged, ...own]);
}

/** The maps that a merge key names: one, or a list of them. */
function listMerged(value: Node | null, { document }: Source): YAMLMap[] {
  const meant = isAlias(value) ? value.resolve(document) : value;
  if (isMap(meant)) return [meant];
  if (!isSeq(meant)) return [];
  return meant.items.flatMap((item) => {
    const each = isAlias(item) ? item.resolve(document) : item;
    return isMap(each) ? [each] : [];
  });
}
