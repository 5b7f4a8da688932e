import type { FleetRow, RowSource } from './fleet-row.ts';
import type { FleetJudge } from './judge-fleet.ts';
import type { ProfileLayers } from './profile-layers.ts';
import type { RecordForm } from './record-forms.ts';

/** What became of the rows of a fleet. */
export interface RowCounts {
  /** Rows that were read. */
  readonly read: number;
  /** Those of which a record was written. */
  readonly judged: number;
  readonly rejected: number;
}

/** Where rows go to. */
export interface RowOutlets {
  /** What takes lines, by the place of their form; they come many at a time. */
  readonly write: readonly { readonly form: RecordForm; readonly take: (lines: string) => void }[];
  /** Takes a row that is of no use. */
  readonly reject: (row: Extract<FleetRow, { is: 'rejected' }>) => void;
  /** Called between pieces of the work. */
  readonly goOn: (counts: RowCounts) => void;
}

/**
 * Judges the rows of a source, one after the other, in memory that does not grow with their number.
 * @param before what became of the rows of sources before it
 * @throws whatever the source throws; what was read until then has been written
 */
export async function assessRows(
  { batches }: RowSource,
  judge: FleetJudge,
  profiles: ProfileLayers,
  { write, reject, goOn }: RowOutlets,
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
        continue;
      }
      const records =
        row.is === 'plain'
          ? judge.judgeVector(row.vector, row.group)
          : judge.judgeDocument(row.workload, profiles.factsOf(row.profile), row.group);
      judged++;
      for (let index = 0; index < write.length; index++)
        lines[index] = (lines[index] ?? '') + (write[index]?.form.writeLine(row, records[index] ?? '') ?? '');
    }
    for (const [index, { take }] of write.entries()) take(lines[index] ?? '');
    goOn({ read, judged, rejected });
  }
  return { read, judged, rejected };
}
