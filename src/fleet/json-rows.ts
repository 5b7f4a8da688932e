import { isInputError } from '../errors.ts';
import { hasDoubledKey, parseRecord } from '../import/read-records.ts';
import { findPlainColumn } from '../import/table/plain-map.ts';
import { findNamed } from '../rulebook/look-up.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Workload } from '../workload/workload.ts';
import {
  type FleetRow,
  joinKey,
  type RowLabel,
  type RowSource,
  type RowWishes,
  systemColumn,
} from './fleet-row.ts';
import { type BlockView, parseFlatLines } from './flat-lines.ts';
import type { KeyMeaning } from './key-roles.ts';
import type { ProfileLayers } from './profile-layers.ts';
import { keyedColumn, type SaidColumn } from './said-column.ts';
import { lineEnd } from './stream-lines.ts';
import { viewBytes } from './text-numbers.ts';

/** A parsed line. */
type JsonMap = Readonly<Record<string, unknown>>;

/**
 * The rows of a file that has a JSON object a line: either with a key a fact (`os_family` or `os.family`), or
 * whole workload documents, which are told by their key `facts`.
 * @param blocks its bytes, in pieces of whole lines
 * @param file what it is called
 */
export function openJsonRows(
  blocks: AsyncIterable<Buffer>,
  file: string,
  rulebook: Rulebook,
  profiles: ProfileLayers,
  wishes: RowWishes,
): RowSource {
  const parse = parseLines(file, rulebook, profiles, wishes);
  const batches = async function* (): AsyncGenerator<readonly FleetRow[]> {
    let line = 0;
    for await (const bytes of blocks) {
      const block = { ...viewBytes(bytes), bytes };
      const rows: FleetRow[] = [];
      let end: number;
      for (let from = 0; from < bytes.length; from = end + 1) {
        end = bytes.indexOf(lineEnd, from);
        line++;
        if (end > from && !(end === from + 1 && bytes[from] === 0x0d))
          rows.push(parse(block, from, end, line));
      }
      yield rows;
    }
  };
  return { file, headings: ['workload'], batches: batches(), blocks };
}

function parseLines(
  file: string,
  rulebook: Rulebook,
  profiles: ProfileLayers,
  wishes: RowWishes,
): (block: BlockView, from: number, end: number, line: number) => FleetRow {
  const { facts } = rulebook;
  const { carry, by, key: named = ['name'], ignoreColumns, systems } = wishes;
  // Keys that are no part of a document.
  const beside = new Set([
    ...(profiles.hasNames ? ['profile'] : []),
    ...carry,
    ...(by === undefined ? [] : [by]),
    ...(systems === true ? [systemColumn] : []),
    ...named,
  ]);
  beside.delete('name');
  let ids = 0;
  const flat = new Map<string, KeyMeaning>();
  const nested = new Map<string, Map<string, KeyMeaning>>();
  const likely = new Map<string, Map<string, KeyMeaning>>();
  /** The keys of the record before, and what they say. */
  const keys: string[] = [];
  const meanings: KeyMeaning[] = [];
  const columns: SaidColumn[] = [];
  const cells: unknown[] = [];

  const meaningOf = (key: string): KeyMeaning => {
    const known = flat.get(key);
    if (known !== undefined || flat.has(key)) return known;
    const is = findPlainColumn(key, facts);
    const isNone = is === undefined || (ignoreColumns === true && 'problem' in is);
    const meaning = isNone ? undefined : 'problem' in is ? is : keyedColumn(is, ids++, facts, false);
    flat.set(key, meaning);
    return meaning;
  };
  const meaningIn = (
    known: Map<string, Map<string, KeyMeaning>>,
    group: string,
    name: string,
  ): KeyMeaning => {
    const inner = known.get(group) ?? new Map<string, KeyMeaning>();
    known.set(group, inner);
    if (inner.has(name)) return inner.get(name);
    const fact = findNamed(facts, `${group}.${name}`);
    const origin = known === likely ? 'suggested' : 'stated';
    const meaning = fact && keyedColumn({ fact, origin }, ids++, facts, true);
    inner.set(name, meaning);
    return meaning;
  };

  /** @returns what is wrong with the record */
  const takeFlat = (record: JsonMap): string[] => {
    const problems: string[] = [];
    let place = 0;
    for (const key in record) {
      // Most records have the same keys in the same order.
      if (keys[place] !== key) {
        keys[place] = key;
        meanings[place] = meaningOf(key);
      }
      const meaning = meanings[place++];
      if (meaning === undefined) continue;
      if ('problem' in meaning) problems.push(meaning.problem);
      else {
        columns.push(meaning);
        cells.push(record[key]);
      }
    }
    return problems;
  };
  /** @returns whether all was understood that there is */
  const takeNested = (groups: unknown, known: Map<string, Map<string, KeyMeaning>>): boolean => {
    if (groups === undefined) return true;
    if (!isMap(groups)) return false;
    for (const group in groups) {
      const inner = groups[group];
      if (!isMap(inner)) return false;
      for (const name in inner) {
        const meaning = meaningIn(known, group, name);
        if (meaning === undefined || 'problem' in meaning) return false;
        columns.push(meaning);
        cells.push(inner[name]);
      }
    }
    return true;
  };

  const coderOf = profiles.layCoders();
  const parseFlat = parseFlatLines(coderOf, profiles.hasNames, wishes, meaningOf);
  return (block, from, end, line) =>
    parseFlat(block, from, end) ?? parseText(block.bytes.toString('utf8', from, end), line);
  function parseText(text: string, line: number): FleetRow {
    const reject = (reason: string): FleetRow => ({ is: 'rejected', line, reason, cells: [text.trim()] });
    const record = parseMap(text);
    if (typeof record === 'string') return reject(record);
    const profile = profiles.hasNames ? textOf(record, 'profile') : '';
    const coder = coderOf(profile);
    if ('problem' in coder) return reject(`profile: ${coder.problem}`);
    const name = joinKey(named.map((key) => textOf(record, key)));
    const label: RowLabel = {
      name,
      carried: carry.map((key) => (Object.hasOwn(record, key) ? record[key] : undefined)),
      group: by === undefined ? '' : textOf(record, by),
      system: systems === true ? textOf(record, systemColumn) : '',
    };
    columns.length = 0;
    cells.length = 0;
    if (!Object.hasOwn(record, 'facts')) {
      const problems = takeFlat(record);
      if (name === '') problems.push('a record without a name');
      const vector = coder.codeCells(columns, cells, problems);
      return problems.length > 0 ? reject(problems.join('; ')) : { is: 'plain', vector, ...label };
    }
    if (
      isPlainDocument(record, beside) &&
      takeNested(record.facts, nested) &&
      takeNested(record.likely, likely)
    ) {
      const problems: string[] = [];
      const vector = coder.codeCells(columns, cells, problems);
      if (problems.length === 0) return { is: 'plain', vector, ...label };
    }
    // Whatever is out of the ordinary is read as a workload file is.
    try {
      const own = Object.entries(record).filter(([key]) => !beside.has(key));
      const written =
        own.length < Object.keys(record).length ? JSON.stringify(Object.fromEntries(own)) : text;
      const workload = parseRecord({ text: written.trim() }, { file, line, column: 1 }, rulebook, line);
      const all = wishes.key === undefined ? { ...label, name: workload.name } : label;
      return isPlain(workload)
        ? { is: 'plain', vector: coder.codeStatements(workload.facts), ...all }
        : { is: 'document', workload, profile, ...all };
    } catch (error) {
      if (!isInputError(error)) throw error;
      return reject(error.problems.map(({ message }) => message).join('; '));
    }
  }
}

/** @returns the record, or what is wrong with the text */
function parseMap(text: string): JsonMap | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'not valid JSON';
  }
  if (!isMap(data)) return 'not a JSON object';
  return hasDoubledKey(text, data) ? 'a key stands twice' : data;
}

function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers are names, too. */
function textOf(record: JsonMap, key: string): string {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

const plainKeys = new Set(['advise', 'name', 'facts', 'likely', 'imported']);

function isPlainDocument(record: JsonMap, beside: ReadonlySet<string>): boolean {
  if (record.advise !== 1 || typeof record.name !== 'string' || record.name.trim() === '') return false;
  for (const key in record) if (!plainKeys.has(key) && !beside.has(key)) return false;
  return true;
}

/** Whether nothing counts of it but its facts. */
function isPlain({ components, waivers, rulings = [] }: Workload): boolean {
  return components.length + waivers.length + rulings.length === 0;
}
