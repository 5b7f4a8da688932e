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
  Schema,
  type YAMLMap,
} from 'yaml';
import { InputError, type Position, type Problem } from '../errors.ts';
import { wordYamlError, parseTokens, type YamlLimits } from '../read/parse-yaml.ts';
import { leaveOutKinds } from './leave-out-kinds.ts';
import { layOut } from './lay-out.ts';
import type { Spot } from './spot.ts';

/** Files of other programs are larger than ours: a rendered chart has some hundred documents. */
const limits: YamlLimits = { lexemes: 2_000_000, documents: 200_000, whose: 'read' };

/** How many mistakes are told. */
const mostProblems = 10;

/** The documents of a text that could be read, and what is wrong with the others. */
export interface ReadDocuments {
  readonly documents: readonly Spot[];
  readonly problems: readonly Problem[];
}

/**
 * Parses the YAML documents of a foreign text, leniently: merge keys, tags and keys that stand twice,
 * of which the last counts, are taken; aliases are followed when they are looked at, so that none can
 * multiply.
 * @param file the name it is called by in messages
 * @returns the documents that hold something, and every syntax error in others with its line
 * @throws InputError where it holds more than is ever read
 */
export function parseYamlSpots(given: string, file: string): ReadDocuments {
  const lines = new LineCounter();
  const composer = new Composer({
    prettyErrors: false,
    schema: new Schema({ schema: 'core' }),
    uniqueKeys: false,
  });
  const text = leaveOutKinds(given);
  const locate = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const documents: Spot[] = [];
  const problems: Problem[] = [];
  let broken = 0;
  // One after the other: what the library makes of a document takes ten times the room of what is kept of it.
  for (const document of composer.compose(parseTokens(text, lines, file, limits))) {
    const { contents, errors } = document;
    for (const error of errors) {
      const message = wordYamlError(error, errors, text);
      if (message !== null && problems.length < mostProblems)
        problems.push({ message, at: locate(error.pos[0]) });
    }
    if (errors.length > 0) broken++;
    if (errors.length > 0 || contents === null || (isScalar(contents) && contents.value === null)) continue;
    documents.push(
      layOut(contents, locate, 0) ??
        makeSpot(
          contents,
          { document, locate, text, file, within: [], taken: { aliases: 0 }, targets: new Map() },
          0,
        ),
    );
  }
  if (broken > 0 && documents.length > 0)
    problems.push({
      message: `${broken} of ${documents.length + broken} documents cannot be read`,
      at: { file },
    });
  return { documents, problems };
}

/** What spots of one document share. */
interface Source {
  readonly document: Document.Parsed;
  readonly locate: (offset: number) => Position;
  readonly text: string;
  readonly file: string;
  /** What the aliases on the way down stand for: a value that holds itself ends there. */
  readonly within: readonly Node[];
  /** How many aliases were followed to what they stand for, aliases in that included. */
  readonly taken: { aliases: number };
  /** What each alias stands for; to find it takes a walk over the document. */
  readonly targets: Map<Node, Node | undefined>;
}

/** Aliases of aliases multiply; nobody writes so many. */
const mostAliases = 10_000;

/**
 * What an alias stands for; undefined of one within itself.
 * @throws InputError where there are too many of them
 */
function followAlias(
  node: Node | null,
  { document, file, within, taken, targets }: Source,
): Node | undefined {
  if (!isAlias(node)) return undefined;
  if (++taken.aliases > mostAliases)
    throw new InputError([
      { message: `aliases stand for other values more than ${mostAliases} times`, at: { file } },
    ]);
  if (!targets.has(node)) targets.set(node, node.resolve(document));
  const meant = targets.get(node);
  return meant === undefined || within.includes(meant) ? undefined : meant;
}

/** A value as a spot; of what an alias stands for, with the place of the alias. */
function makeSpot(node: Node | null, from: Source, keyOffset: number): Spot {
  const target = followAlias(node, from);
  const source = target === undefined ? from : { ...from, within: [...from.within, target] };
  const meant = isAlias(node) ? (target ?? null) : node;
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
function listMerged(value: Node | null, source: Source): YAMLMap[] {
  const meant = followAlias(value, source) ?? value;
  if (isMap(meant)) return [meant];
  if (!isSeq(meant)) return [];
  return meant.items.flatMap((item) => {
    const each = followAlias(item as Node, source) ?? item;
    return isMap(each) ? [each] : [];
  });
}
