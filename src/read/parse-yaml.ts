import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  visit,
  type YAMLError,
} from 'yaml';
import { InputError, type Position, type Problem } from '../errors.ts';

/** Nothing of ours nests more than about a dozen levels, each two deep in the parser's stack. */
const deepestNesting = 100;

const mostAliases = 100;

/** How much a text may hold. */
export interface YamlLimits {
  /** In one document. */
  readonly lexemes: number;
  readonly documents: number;
  /** What is said of a text that holds more: "our files". */
  readonly whose: string;
}

/**
 * A workload has some hundred lexemes, our largest rulebook file some ten thousand; the library compares
 * every key of a map with every other, so there has to be an end.
 */
const ourLimits: YamlLimits = { lexemes: 40_000, documents: 1_000, whose: 'one of our files' };

/** A path into a document: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** One YAML (or JSON) document as plain data, with the way back from a path to its line. */
export interface YamlDocument {
  readonly file: string;
  readonly data: unknown;
  /**
   * Where the value at a path stands, or its key; the nearest existing parent where it is missing.
   */
  locate(path: Path, part?: 'key' | 'value'): Position;
}

/**
 * Parses the YAML 1.2 documents of a text; JSON is a part of YAML and read by the same parser.
 * Duplicate keys, unknown tags, alias bombs and absurd nesting are refused.
 * @param text the text
 * @param file the name it is called by in messages
 * @throws InputError with every syntax error and its line
 */
export function parseYaml(text: string, file: string): YamlDocument[] {
  const lines = new LineCounter();
  const documents = composeDocuments(text, lines, file);
  const problems = documents.flatMap((document) => [
    ...listErrors(document, text, lines, file),
    ...findOddNodes(document, lines, file),
  ]);
  if (problems.length > 0) throw new InputError(problems.slice(0, 10));
  return documents
    .map((document) => ({
      file,
      data: toData(document, file),
      locate: (path: Path, part: 'key' | 'value' = 'value') => locate(document, path, part, lines, file),
    }))
    .filter((document) => document.data !== null);
}

function composeDocuments(text: string, lines: LineCounter, file: string): Document.Parsed[] {
  const composer = new Composer({ prettyErrors: false });
  return [...composer.compose(parseTokens(text, lines, file, ourLimits))];
}

/**
 * The library's own token stream, watched: composing recurses, and text nested thousands of levels
 * deep would not just throw but abort the process.
 * @param lines takes where lines begin
 * @throws InputError where it holds more than the limits allow
 */
export function* parseTokens(
  text: string,
  lines: LineCounter,
  file: string,
  { lexemes: mostLexemes, documents: mostDocuments, whose }: YamlLimits,
): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let lexemes = 0;
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      lexemes = 0;
      documents++;
      yield token;
    }
    if (parser.stack.length > deepestNesting) throw refuse(`nested too deeply to be ${whose}`, file);
    if (++lexemes > mostLexemes) throw refuse(`holds too much to be ${whose}`, file);
    if (documents > mostDocuments) throw refuse(`holds more than ${mostDocuments} documents; split it`, file);
  }
  yield* parser.end();
}

function refuse(message: string, file: string): InputError {
  return new InputError([{ message, at: { file } }]);
}

function toData(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    // The library's guard against aliases that multiply ("billion laughs") throws a ReferenceError.
    if (error instanceof ReferenceError) throw refuse('too many aliases; write the values out', file);
    throw error;
  }
}

/** What the library lets pass and would only stumble over later: keys that are lists, aliases of nothing. */
function findOddNodes(document: Document.Parsed, lines: LineCounter, file: string): Problem[] {
  const problems: Problem[] = [];
  let aliases = 0;
  const say = (message: string, offset: number | undefined): void => {
    problems.push({ message, at: positionOf(offset ?? 0, lines, file) });
  };
  visit(document, {
    Pair: (_, { key }) => {
      // Bytes are a scalar, too (!!binary), and would be shown as a list.
      if (!isScalar(key) || (typeof key.value === 'object' && key.value !== null))
        say('a key must be plain text', (key as Node | null)?.range?.[0]);
    },
    Alias: (_, alias, above) => {
      if (++aliases > mostAliases) throw refuse('too many aliases; write the values out', file);
      const meant = alias.resolve(document);
      if (meant !== undefined && above.includes(meant))
        say(`${alias.source} would hold itself`, alias.range?.[0]);
      if (meant === undefined)
        say(
          'an alias of no anchor that stands before it; a text that begins with * needs quotes',
          alias.range?.[0],
        );
    },
  });
  return problems;
}

function listErrors(document: Document.Parsed, text: string, lines: LineCounter, file: string): Problem[] {
  const errors = [...document.errors, ...document.warnings];
  return errors.flatMap((error) => {
    const message = wordYamlError(error, errors, text);
    return message === null ? [] : [{ message, at: positionOf(error.pos[0], lines, file) }];
  });
}

function positionOf(offset: number, lines: LineCounter, file: string): Position {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function locate(
  document: Document.Parsed,
  path: Path,
  part: 'key' | 'value',
  lines: LineCounter,
  file: string,
): Position {
  let node: Node | null = document.contents;
  let found: Node | null = node;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const next = stepInto(node, step, part === 'key' && depth === path.length - 1);
    if (next === null) break;
    node = next;
    found = next;
  }
  return positionOf(found?.range?.[0] ?? 0, lines, file);
}

function stepInto(node: Node | null, step: string | number, wantKey: boolean): Node | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    if (pair === undefined) return null;
    return (wantKey || pair.value === null ? pair.key : pair.value) as Node;
  }
  if (isSeq(node)) return (node.items[Number(step)] as Node | undefined) ?? null;
  return null;
}

const stand = 'the keys of one map, and the dashes of one list, stand below each other';

/**
 * What is wrong with the syntax, in the words of people who write YAML by hand; null for a second
 * complaint about the same slip.
 * @param error what the library found
 * @param errors all that it found in the document
 * @param text the text it was found in
 */
export function wordYamlError(error: YAMLError, errors: readonly YAMLError[], text: string): string | null {
  const [offset] = error.pos;
  const alsoHere = (code: YAMLError['code']) =>
    errors.some((each) => each.code === code && each.pos[0] === offset);
  if (error.code === 'MULTILINE_IMPLICIT_KEY' && alsoHere('BLOCK_AS_IMPLICIT_KEY')) return null;
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY')
    return alsoHere('MULTILINE_IMPLICIT_KEY')
      ? `the next line is indented deeper than this one, as if it went on with this value; ${stand}`
      : 'a value that holds a colon and a blank needs quotes';
  if (/^Sequence item without -|must start at the same column/.test(error.message))
    return `this line is indented otherwise than those above it; ${stand}`;
  if (error.code === 'DUPLICATE_KEY') {
    const connective = ['any', 'all', 'not'].some((word) => text.startsWith(`${word}:`, offset));
    return `this key stands twice in one map${connective ? '; write all: [{any: ...}, {any: ...}] instead' : ''}`;
  }
  if (error.code === 'TAG_RESOLVE_FAILED') return 'YAML tags (!...) are not used here';
  if (error.code === 'TAB_AS_INDENT') return 'a tab cannot indent; use spaces';
  const said = error.message.replace(quoted, '');
  return `not valid YAML: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
}

/** What the library repeats of the text: it may be a secret that somebody forgot to put in quotes. */
const quoted =
  /: "(?:[^"\\]|\\.)*"$|(?<=extra characters): .*$|(?<=(?:escape sequence|directive|YAML version)) \S.*$/s;
