import type { LockedDecision, LockedPart } from '../advice/describe-drift.ts';
import type { Io } from '../io.ts';
import { parseYaml, type Path } from '../read/parse-yaml.ts';
import { parseShape, type ShapeReader, throwProblems } from '../read/shape-reader.ts';
import { readText } from '../read/read-text.ts';
import { wordWrongValue } from '../text/suggest.ts';
import { headlines } from '../words.ts';
import type { ReadRecord } from './match-record.ts';
import { readResult } from './read-result.ts';

/** A lock holds some hundred bytes a workload. */
const largestLock = 16 * 1024 * 1024;

/**
 * Reads what decisions are held to: a result of `assess -f json`, or a lock; told by what it holds.
 * @param path the file, or `-` for standard input
 * @param name the name it is called by in messages
 * @param version the version of this program
 * @throws InputError with what is wrong, each with file, line and column
 */
export function readRecord(io: Io, path: string, name: string, version: string): ReadRecord {
  // Standard input can be read once, and a lock lies in a file.
  if (path !== '-' && isLock(io, path)) return readLock(io, path, name, version);
  const result = readResult(io, path, name, version);
  return { ...result, results: result.results.map((advice) => ({ workload: advice.workload, advice })) };
}

function isLock(io: Io, path: string): boolean {
  try {
    const text = new TextDecoder().decode(io.readBytes(path, 4096));
    return /^advise-lock:/m.test(text);
  } catch {
    return false;
  }
}

function readLock(io: Io, path: string, name: string, version: string): ReadRecord {
  const [document] = parseYaml(readText(io, path, name, largestLock), name);
  if (document === undefined) return { tool: { name: 'advise', version }, rulebooks: [], results: [] };
  const reader = parseShape(document);
  const top = reader.map(document.data, [], ['advise-lock', 'rulebooks', 'workloads'], 'a lock');
  if (top?.['advise-lock'] !== 1) reader.say('a lock begins with advise-lock: 1', ['advise-lock']);
  const rulebooks = readList(
    reader,
    top?.rulebooks,
    ['rulebooks'],
    ['name', 'version', 'digest'],
    (entry, at) => ({
      name: readWord(reader, entry.name, [...at, 'name']),
      version: readWord(reader, entry.version, [...at, 'version']),
      digest: readWord(reader, entry.digest, [...at, 'digest']),
    }),
  );
  const keys = ['file', 'document', 'name', ...partKeys, 'parts'];
  const results = readList(reader, top?.workloads, ['workloads'], keys, (entry, at) => ({
    workload: {
      name: readWord(reader, entry.name, [...at, 'name']),
      file: readWord(reader, entry.file, [...at, 'file']),
      ...(typeof entry.document === 'number' ? { document: entry.document } : {}),
    },
    advice: {
      ...readPart(reader, entry, at),
      components: readList(
        reader,
        entry.parts ?? [],
        [...at, 'parts'],
        ['name', ...partKeys],
        (part, place) => ({
          name: readWord(reader, part.name, [...place, 'name']),
          ...readPart(reader, part, place),
        }),
      ),
    } satisfies LockedDecision,
  }));
  throwProblems(reader);
  return { tool: { name: 'advise', version }, rulebooks, results };
}

type Entry = Readonly<Record<string, unknown>>;

function readList<T>(
  reader: ShapeReader,
  value: unknown,
  path: Path,
  keys: readonly string[],
  read: (entry: Entry, path: Path) => T,
): T[] {
  return reader.list(value, path, String(path[path.length - 1])).flatMap((each, index) => {
    const entry = reader.map(each, [...path, index], keys, 'an entry of a lock');
    return entry === undefined ? [] : [read(entry, [...path, index])];
  });
}

function readWord(reader: ShapeReader, value: unknown, path: Path): string {
  return reader.text(value, path, String(path[path.length - 1])) ?? '';
}

/** What stands in a lock of everything that was placed. */
const partKeys = ['headline', 'proven', 'placement', 'must', 'said', 'rules'];

function readPart(reader: ShapeReader, entry: Entry, path: Path): LockedPart {
  const decision = readDecision(reader, entry, path);
  if (entry.said === undefined && entry.rules === undefined) return { decision };
  const said = reader.map(
    entry.said ?? {},
    [...path, 'said'],
    Object.keys(entry.said ?? {}),
    'what was said',
  );
  const rules = reader
    .list(entry.rules ?? [], [...path, 'rules'], 'rules')
    .map((each, index) => readWord(reader, each, [...path, 'rules', index]));
  for (const [fact, value] of Object.entries(said ?? {}))
    if (!isSaid(value)) reader.say('must be a value, a list of values, or bounds', [...path, 'said', fact]);
  return { decision, said: (said ?? {}) as NonNullable<LockedPart['said']>, rules };
}

/** A value, bounds of a number, or a list of them. */
function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((each) => !Array.isArray(each) && isSaid(each));
  if (typeof value !== 'object' || value === null) return ['string', 'number'].includes(typeof value);
  return Object.entries(value).every(
    ([key, bound]) => ['at-least', 'at-most'].includes(key) && typeof bound === 'number',
  );
}

function readDecision(reader: ShapeReader, entry: Entry, path: Path): LockedDecision['decision'] {
  const headline = headlines.find((each) => each === entry.headline);
  if (headline === undefined)
    reader.say(wordWrongValue('headline', entry.headline, headlines), [...path, 'headline']);
  const words = (key: string) =>
    reader
      .list(entry[key] ?? [], [...path, key], key)
      .map((each, index) => readWord(reader, each, [...path, key, index]));
  return { headline: headline ?? 'none', placements: words('placement'), must: words('must') };
}
