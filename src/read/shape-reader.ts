import { InputError, type Problem } from '../errors.ts';
import type { Path, YamlDocument } from './parse-yaml.ts';
import { quoteValue } from '../text/safe.ts';
import { wordUnknownKey } from '../text/suggest.ts';

/** Where more is wrong with one document than this, it is another kind of file. */
const mostProblems = 50;

/** A map of a parsed file. */
export type YamlMap = Readonly<Record<string, unknown>>;

/** Reads one document strictly: every problem is kept with its line, none stops the reading. */
export interface ShapeReader {
  readonly document: YamlDocument;
  readonly problems: Problem[];
  say(message: string, path: Path, part?: 'key' | 'value'): void;
  /** The map at a path, only with known keys; undefined where it is something else. */
  map(value: unknown, path: Path, known: readonly string[], what: string): YamlMap | undefined;
  /** The list at a path; an empty one where it is something else. */
  list(value: unknown, path: Path, what: string): readonly unknown[];
  /** The text at a path; undefined where it is something else. */
  text(value: unknown, path: Path, what: string): string | undefined;
}

/**
 * Starts reading a document.
 * @param document a parsed document
 */
export function parseShape(document: YamlDocument): ShapeReader {
  const problems: Problem[] = [];
  const say: ShapeReader['say'] = (message, path, part = 'value') => {
    if (problems.length < mostProblems) problems.push({ message, at: document.locate(path, part) });
  };
  return {
    document,
    problems,
    say,
    map(value, path, known, what) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        // What is one text as a whole is somebody else's file, and may hold a secret.
        const isForeign = path.length === 0 && typeof value === 'string';
        say(`${what} must be a map, got ${isForeign ? 'a text' : quoteValue(value)}`, path);
        return undefined;
      }
      for (const key of Object.keys(value))
        if (!known.includes(key)) say(wordUnknownKey(key, known), [...path, key], 'key');
      return value as YamlMap;
    },
    list(value, path, what) {
      if (Array.isArray(value)) return value as unknown[];
      say(`${what} must be a list, got ${quoteValue(value)}`, path);
      return [];
    },
    text(value, path, what) {
      if (typeof value === 'string' && value.trim() !== '') return value;
      say(`${what} must be text, got ${value === '' ? 'nothing' : quoteValue(value)}`, path);
      return undefined;
    },
  };
}

/**
 * Ends the reading of a document: with every problem, in the order of the file, if there is one.
 * @throws InputError
 */
export function throwProblems(reader: ShapeReader): void {
  if (reader.problems.length === 0) return;
  const place = ({ at }: Problem): number =>
    at !== undefined && 'line' in at ? at.line * 100_000 + at.column : 0;
  throw new InputError([...reader.problems].sort((a, b) => place(a) - place(b)));
}

/** The version of the file format that this program understands. */
export const formatVersion = 1;

/**
 * Checks the format's version, `advise: 1`.
 * @param value what stands under the key
 */
export function checkVersion(reader: ShapeReader, value: unknown): void {
  if (value === formatVersion) return;
  const newer = typeof value === 'number' && Number.isInteger(value) && value > formatVersion;
  if (value === undefined) reader.say('the first key must be the version of the format, advise: 1', []);
  else if (newer)
    reader.say(
      `written for version ${value} of the format; this program understands ${formatVersion}. A newer advise reads it`,
      ['advise'],
    );
  else
    reader.say(`advise must be ${formatVersion}, the version of the format, got ${quoteValue(value)}`, [
      'advise',
    ]);
}
