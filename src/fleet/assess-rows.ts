import { at } from '../at.ts';
import type { RowTaker } from '../duckdb/write-parquet.ts';
import type { FleetRow, RowSource } from './fleet-row.ts';
import type { FleetJudge } from './judge-fleet.ts';
import type { ProfileLayers } from './profile-layers.ts';
import type { SystemJoin } from './join-systems.ts';
import type { JudgedRow } from './outcomes.ts';
import type { RecordForm } from './record-forms.ts';
import type { RowWaivers } from './row-waivers.ts';

/** What became of the rows of a fleet. */
export interface RowCounts {
  /** Rows that were read. */
  readonly read: number;
  /** Those of which a record was written. */
  readonly judged: number;
  readonly rejected: number;
}

/** What takes the records of rows. */
export interface RecordOutlet {
  readonly form: RecordForm;
  /** Takes lines, many at a time. */
  readonly take: (lines: string) => void;
  /** Takes rows instead, where a table is made of them. */
  readonly rows?: RowTaker | undefined;
}

/** Where rows go to. */
export interface RowOutlets {
  /** By the place of their form. */
  readonly write: readonly RecordOutlet[];
  /** Takes a row that is of no use. */
  readonly reject: (row: Extract<FleetRow, { is: 'rejected' }>) => void;
  /** Takes the records of rows that are parts of systems. */
  readonly systems?: Pick<SystemJoin, 'add'> | undefined;
  /** Called between pieces of the work. */
  readonly goOn: (counts: RowCounts) => void;
}

/** What rows are judged by. */
export interface RowRules {
  readonly judge: FleetJudge;
  readonly profiles: ProfileLayers;
  readonly waivers?: RowWaivers | undefined;
  /** Takes the names of rows that waivers are for. */
  readonly waived?: Set<string>;
}

/**
 * Judges the rows of a source, one after the other, in memory that does not grow with their number.
 * @param before what became of the rows of sources before it
 * @throws whatever the source throws; what was read until then has been written
 */
export async function assessRows(
  { batches, left }: RowSource,
  rules: RowRules,
  { write, reject, systems, goOn }: RowOutlets,
  before: RowCounts,
): Promise<RowCounts> {
  let { read, judged, rejected } = before;
  for await (const rows of batches) {
    const lines = write.map(() => '');
    for (const row of rows) {
      read++;
      if (row.is === 'rejected') {
        rejected++;
        reject(row);
        if (left !== undefined) for (const { rows: table } of write) table?.skipRow();
        continue;
      }
      const { texts, record } = judgeRow(row, rules);
      judged++;
      if (record !== undefined && row.system !== '') systems?.add(row.system, record);
      for (let index = 0; index < write.length; index++) {
        const { form, rows: table } = at(write, index);
        const text = texts[index] ?? '';
        if (table === undefined) lines[index] = (lines[index] ?? '') + form.writeLine(row, text);
        else table.takeRow(left === undefined ? form.writeLabel(row) : '', text);
      }
    }
    for (const [index, { take }] of write.entries()) take(lines[index] ?? '');
    goOn({ read, judged, rejected });
  }
  return { read, judged, rejected };
}

function judgeRow(
  row: Exclude<FleetRow, { is: 'rejected' }>,
  { judge, profiles, waivers, waived }: RowRules,
): JudgedRow {
  const own = waivers?.get(row.name);
  if (own !== undefined) waived?.add(row.name);
  if (row.is === 'plain')
    return own === undefined
      ? judge.judgeVector(row.vector, row.group)
      : judge.judgeWaived(row.vector, row, own);
  const { workload } = row;
  const judged = own === undefined ? workload : { ...workload, waivers: [...workload.waivers, ...own] };
  return judge.judgeDocument(judged, profiles.factsOf(row.profile), row.group);
}
