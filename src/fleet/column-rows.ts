import type { ColumnTable } from '../duckdb/parquet-rows.ts';
import { findPlainColumn } from '../import/table/plain-map.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import type { Vector } from './code-rows.ts';
import { type FleetRow, joinKey, type RowSource, type RowWishes, systemColumn } from './fleet-row.ts';
import type { ProfileLayers } from './profile-layers.ts';
import { keyedColumn, type SaidColumn } from './said-column.ts';

/** What the columns of facts say, as far as it is the same for all rows in which they are the same. */
interface SaidOnce {
  readonly vector: Vector;
  readonly problems: readonly string[];
  readonly profileProblem: string | undefined;
}

/** How much is known of what rows say, and how many rows wait for the cells of those that are rejected. */
const [mostKnown, mostWaiting] = [100_000, 20_000];

const profileColumn = 'profile';

const oddCharacter = 'a value holds the character U+001F';

/**
 * The rows of a table that is read by its columns, as those of NDJSON with a key a column are: what stands in all
 * columns of facts comes as one text, and is understood once.
 * @param file what it is called
 */
export function openColumnRows(
  table: ColumnTable,
  file: string,
  facts: readonly Fact[],
  profiles: ProfileLayers,
  wishes: RowWishes,
): RowSource {
  const { carry, by, key: named = ['name'], ignoreColumns, systems, rejects } = wishes;
  const left = findLeft(table, wishes);
  const { saying, columns, wrong } = findSaying(table, facts, ignoreColumns === true);
  const hasProfile = profiles.hasNames && table.columns.includes(profileColumn);
  const joined = hasProfile ? [...saying, profileColumn] : saying;
  const beside = [
    ...(left === undefined ? [...named, ...carry] : []),
    ...(by === undefined ? [] : [by]),
    ...(systems === true ? [systemColumn] : []),
  ];
  const single = [...new Set(beside)].filter((column) => table.columns.includes(column));
  const coderOf = profiles.layCoders();
  const known = new Map<string, SaidOnce>();

  const understand = (text: string): SaidOnce => {
    const cells = table.splitJoined(text, joined);
    if (cells === undefined) return { vector: '', problems: [oddCharacter], profileProblem: undefined };
    const coder = coderOf(hasProfile ? textOf(cells.at(-1)) : '');
    if ('problem' in coder) return { vector: '', problems: [], profileProblem: `profile: ${coder.problem}` };
    const problems: string[] = [];
    return { vector: coder.codeCells(columns, cells, problems), problems, profileProblem: undefined };
  };
  let last: { readonly text: string; readonly said: SaidOnce } | undefined;
  const find = (text: string): SaidOnce => {
    // Rows that are alike often stand together, and to compare two texts is quicker than to look one up.
    if (last?.text === text) return last.said;
    let said = known.get(text);
    if (said === undefined) {
      said = understand(text);
      if (known.size >= mostKnown) known.clear();
      known.set(text, said);
    }
    last = { text, said };
    return said;
  };
  const parse = (
    text: string,
    line: number,
    isNameless: boolean,
    cellOf: (column: string) => unknown,
  ): FleetRow => {
    const said = find(text);
    const name = left === undefined ? joinKey(named.map((column) => textOf(cellOf(column)))) : '';
    const lacksName = left === undefined ? name === '' : isNameless;
    if (!lacksName && said.profileProblem === undefined && wrong.length + said.problems.length === 0)
      return {
        is: 'plain',
        vector: said.vector,
        name,
        carried: left === undefined ? carry.map(cellOf) : [],
        group: by === undefined ? '' : textOf(cellOf(by)),
        system: systems === true ? textOf(cellOf(systemColumn)) : '',
      };
    const nameless = lacksName ? ['a record without a name'] : [];
    const reason = said.profileProblem ?? [...wrong, ...nameless, ...said.problems].join('; ');
    return { is: 'rejected', line, reason, cells: [] };
  };

  const batches = async function* (): AsyncGenerator<readonly FleetRow[]> {
    const places = new Map(single.map((column, index) => [column, index]));
    let waiting: FleetRow[] = [];
    let line = 0;
    try {
      for await (const piece of table.readPieces({ joined, single, tested: left && named[0] })) {
        let row = 0;
        const cellOf = (column: string): unknown => piece.single[places.get(column) ?? -1]?.[row];
        const rows = piece.joined.map((text, index) => {
          row = index;
          return parse(text, ++line, piece.empty[index] === true, cellOf);
        });
        if (rejects !== true) {
          yield rows;
          continue;
        }
        // All of them wait, so that a run that somebody stops has told of every row up to one.
        waiting = [...waiting, ...rows];
        if (waiting.length < mostWaiting && waiting.some(({ is }) => is === 'rejected')) continue;
        yield await addCells(table, waiting);
        waiting = [];
      }
      yield await addCells(table, waiting);
    } finally {
      table.close();
    }
  };
  return { file, headings: ['workload'], batches: batches(), left };
}

/** Where what rows are called and carry along may stay, if it is called so by itself. */
function findLeft(
  table: ColumnTable,
  { leaves, key: [name, ...more] = ['name'], carry }: RowWishes,
): RowSource['left'] {
  if (leaves !== true || more.length > 0 || name === undefined || !table.columns.includes(name))
    return undefined;
  const carried = carry.filter((column) => table.columns.includes(column));
  return table.leaveRows(new Map([['name', name], ...carried.map((column) => [column, column] as const)]));
}

/** The columns that say something of facts, and what is wrong with others that look so. */
function findSaying(
  table: ColumnTable,
  facts: readonly Fact[],
  ignores: boolean,
): { readonly saying: string[]; readonly columns: SaidColumn[]; readonly wrong: string[] } {
  const [saying, columns, wrong]: [string[], SaidColumn[], string[]] = [[], [], []];
  for (const column of table.columns) {
    const is = findPlainColumn(column, facts);
    if (is === undefined) continue;
    if ('problem' in is) {
      if (!ignores) wrong.push(is.problem);
      continue;
    }
    columns.push(keyedColumn(is, columns.length, facts, false));
    saying.push(column);
  }
  return { saying, columns, wrong };
}

/** Rows, those that are rejected with what stands in them. */
async function addCells(table: ColumnTable, rows: readonly FleetRow[]): Promise<readonly FleetRow[]> {
  const rejected = rows.filter((row) => row.is === 'rejected');
  if (rejected.length === 0) return rows;
  const found: string[] = [];
  for await (const lines of table.readLines(rejected.map(({ line }) => line - 1))) found.push(...lines);
  if (found.length !== rejected.length)
    throw new Error(`${found.length} of ${rejected.length} rejected rows were found again`);
  const cells = found.values();
  return rows.map((row) => (row.is === 'rejected' ? { ...row, cells: [cells.next().value ?? ''] } : row));
}

/** Numbers are names, too. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
