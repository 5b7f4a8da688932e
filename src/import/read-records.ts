import { InputError, isInputError, type Position, type Problem } from '../errors.ts';
import { parseWorkload, type WorkloadNames } from '../workload/parse-workload.ts';
import type { Workload } from '../workload/workload.ts';
import type { ImportedTable, RejectedRow } from './importer.ts';
import { locateInJson } from './json-places.ts';
import { type JsonRecord, splitRecords } from './split-records.ts';

/** Workloads one a line or in a list, and what became none. */
export interface WorkloadRecords {
  /** One after the other, so that whoever keeps few of them needs little memory; read once. */
  readonly workloads: Iterable<Workload>;
  /** Complete when the workloads were read. */
  readonly table: ImportedTable;
}

/** As many as a table may have rows; more are an estate that is to be split. */
const mostRecords = 200_000;

/**
 * Takes workload objects out of a JSON text: NDJSON, or a list. One that is wrong is rejected with its line
 * and all that is wrong with it, and the others are read.
 * @param file what the text is called
 * @returns undefined where it is neither
 */
export function findRecords(text: string, file: string, names: WorkloadNames): WorkloadRecords | undefined {
  const records = splitRecords(text);
  if (records === undefined) return undefined;
  const rejected: RejectedRow[] = [];
  return {
    workloads: parseRecords(records, file, names, rejected),
    table: { headings: ['workload'], rejected },
  };
}

function* parseRecords(
  records: Iterable<JsonRecord>,
  file: string,
  names: WorkloadNames,
  rejected: RejectedRow[],
): Generator<Workload> {
  let number = 0;
  for (const record of records) {
    const at: Position = { file, line: record.line, column: record.column };
    if (++number > mostRecords)
      throw new InputError([{ message: `more than ${mostRecords} workloads; split the file`, at }]);
    try {
      yield parseRecord(record, at, names, number);
    } catch (error) {
      if (!isInputError(error)) throw error;
      rejected.push(reject(record, at, error.problems));
    }
  }
  // One thing that is no JSON is no list of which somebody wants to know what was left out.
  const [only, other] = rejected;
  if (number === 1 && only?.reason === noJson && other === undefined)
    throw new InputError([{ message: noJson, at: only.at }]);
}

const noJson = 'not valid JSON';

/**
 * Parses one JSON text as a workload.
 * @param from where it begins
 * @param number its position in the file, from 1
 * @throws InputError with everything that is wrong with it
 */
export function parseRecord(
  { text }: Pick<JsonRecord, 'text'>,
  from: Position,
  names: WorkloadNames,
  number: number,
): Workload {
  const data = parseText(text, from);
  const places = locateInJson(text, from);
  const document = {
    file: from.file,
    data,
    locate: (path: readonly (string | number)[], part: 'key' | 'value' = 'value') => places([...path], part),
  };
  // A name that is left out is made of its position in the file, which no other document tells it by.
  return { ...parseWorkload(document, names, number), document: undefined, at: from };
}

function parseText(text: string, at: Position): unknown {
  let data: unknown;
  try {
    data = JSON.parse(text) as unknown;
  } catch {
    throw new InputError([{ message: text === '' ? 'the list is never closed' : noJson, at }]);
  }
  if (hasDoubledKey(text, data)) throw new InputError([{ message: 'a key stands twice', at }]);
  return data;
}

/**
 * Whether a key stands twice in one map: of such the last one would be taken, and nobody told.
 * @param data what the text was parsed as
 */
export function hasDoubledKey(text: string, data: unknown): boolean {
  const keys = countKeys(data);
  // Every key has a colon; only where there are more of them is it worth telling keys from texts.
  let colons = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) colons++;
  return colons > keys && countWrittenKeys(text) > keys;
}

/** The keys in a valid JSON text, those included that another of the same name replaces. */
function countWrittenKeys(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) keys++;
  return keys;
}

function countKeys(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  const isList = Array.isArray(data);
  let keys = 0;
  // Millions of records are looked at: no list of their keys is made.
  for (const key in data) {
    if (!isList) keys++;
    const value = (data as Readonly<Record<string, unknown>>)[key];
    if (typeof value === 'object') keys += countKeys(value);
  }
  return keys;
}

function reject({ text }: JsonRecord, at: Position, problems: readonly Problem[]): RejectedRow {
  const place = problems.map((problem) => problem.at).find((each) => each !== undefined && 'line' in each);
  return {
    cells: [text],
    at: place !== undefined && 'line' in place ? place : at,
    reason: problems.map(({ message }) => message).join('; '),
    wrong: true,
  };
}
