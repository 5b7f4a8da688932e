import { InputError } from '../errors.ts';
import type { FleetRow, RowSource } from '../fleet/fleet-row.ts';
import {
  type LineFormat,
  linesOf,
  recordEndings,
  type RecordForm,
  type RecordFormat,
} from '../fleet/record-forms.ts';
import type { RecordOutlet, RowOutlets } from '../fleet/assess-rows.ts';
import { writeCells } from '../text/csv-cells.ts';
import type { FormatOf } from '../render/render.ts';
import { groupFiles, type TableOfFile } from './file-group.ts';
import { type OutputFile, planOutputs } from './output-files.ts';
import { say } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/** The options that say where a fleet goes to. */
export interface FleetOutputFlags extends CommonOptions {
  readonly output: readonly string[];
  readonly format: FleetFormat;
  readonly summary: readonly string[];
  readonly rejects?: string;
  readonly systems?: string;
}

/** Everything that is written while a fleet is judged. */
export interface FleetFiles extends Pick<RowOutlets, 'write' | 'reject'> {
  /** Begins with the rows of a file. */
  begin(source: Pick<RowSource, 'headings' | 'left'>): void;
  /** Whether what rows are called and carry along may stay in the file that they are read from. */
  readonly leaves: boolean;
  /** Whether nobody reads standard output any more, and there is nothing else to write. */
  isClosed(): boolean;
  /** Gives the files their places, that of systems among them. */
  finish(systems: (form: RecordForm) => string): Promise<void>;
  /** Ends early; the paths where what was written so far stands. */
  keep(): Promise<string[]>;
  /** Ends as if nothing had begun. */
  drop(): void;
  /** The files that say what the fleet comes to. */
  readonly summaries: readonly OutputFile<PortfolioFormat>[];
  /** Says how many rows were rejected, for which reasons, and where they are. */
  sayRejected(): void;
}

const summaryEndings: Readonly<Record<string, PortfolioFormat>> = {
  '.md': 'markdown',
  '.html': 'html',
  '.json': 'json',
  '.csv': 'csv',
  '.txt': 'text',
};

/** What standard output can carry: what the fleet comes to, or a record a row. */
export type FleetFormat = Exclude<PortfolioFormat, 'csv'> | RecordFormat;
type PortfolioFormat = FormatOf<'portfolio'>;

/** Whether a format is one of records. */
export function isRecordFormat(format: FleetFormat): format is RecordFormat {
  return format === 'ndjson' || format === 'csv';
}

/** How many different reasons are counted, and how many of them are told. */
const [mostCounted, mostTold] = [1000, 5];

/** How the records of a fleet are written. */
export interface FleetForms {
  /** @param carry whether they have what rows carry along */
  formOf(format: LineFormat, carry: boolean): RecordForm;
  tableOf(carry: boolean): TableOfFile;
}

/**
 * Opens what a fleet is written to.
 * @param inputs the files that the run reads
 * @throws InputError where one of them cannot be written, or would be lost
 */
export async function openFleetFiles(
  world: World,
  flags: FleetOutputFlags,
  inputs: readonly string[],
  forms: FleetForms,
): Promise<FleetFiles> {
  const { io } = world;
  const planned = planOutputs(io, flags.output, inputs, recordEndings);
  const [rejectsTo] =
    flags.rejects === undefined
      ? []
      : planOutputs(io, [flags.rejects], [...inputs, ...flags.output], { '.csv': 'csv' }, '--rejects');
  const summaries = planOutputs(io, flags.summary, [...inputs, ...flags.output], summaryEndings, '--summary');
  const [systemsTo] = planOutputs(
    io,
    flags.systems === undefined ? [] : [flags.systems],
    [...inputs, ...flags.output],
    recordEndings,
    '--systems',
  );
  const files = groupFiles(world, flags);
  const write: RecordOutlet[] = [];
  for (const { path, format } of planned) {
    const form = forms.formOf(linesOf(format), true);
    const table = format === 'parquet' ? forms.tableOf(true) : undefined;
    const { write: take, rows } = await files.open(path, form.head, { table });
    write.push({ form, take, rows });
  }
  const rejects = rejectsTo && (await files.open(rejectsTo.path, ''));
  const systemForm = systemsTo && forms.formOf(linesOf(systemsTo.format), false);
  const writeSystems =
    systemsTo &&
    (await files.open(systemsTo.path, systemForm?.head ?? '', {
      table: systemsTo.format === 'parquet' ? forms.tableOf(false) : undefined,
      isAllOrNothing: true,
    }));
  const { format } = flags;
  if (isRecordFormat(format)) {
    const form = forms.formOf(format, true);
    io.stdout.write(form.head);
    write.push({ form, take: (lines) => io.stdout.write(lines) });
  }
  let headings: string | undefined;
  let rejected = 0;
  const reasons = new Map<string, { count: number; readonly line: number }>();
  const reject = ({ cells, line, reason }: Extract<FleetRow, { is: 'rejected' }>): void => {
    rejected++;
    rejects?.write(`${writeCells([...cells, String(line), reason])}\n`);
    const known = reasons.get(reason);
    if (known !== undefined) known.count++;
    else if (reasons.size < mostCounted) reasons.set(reason, { count: 1, line });
  };
  return {
    write,
    reject,
    leaves: write.every(({ rows }) => rows !== undefined) && (write.length === 0 || inputs.length === 1),
    begin: ({ headings: own, left }) => {
      if (left !== undefined) for (const { rows } of write) rows?.leaveRows(left);
      if (own.length === 0) return;
      const line = `${writeCells([...own, 'line', 'problem'])}\n`;
      if (headings !== undefined && headings !== line && rejects !== undefined)
        throw new InputError('--rejects takes the rows of one table; give the tables to a run each');
      if (headings === undefined) rejects?.write(line);
      headings = line;
    },
    isClosed: () => io.stdout.isClosed && files.isEmpty(),
    finish: (systems) => {
      if (systemForm !== undefined) writeSystems?.write(systems(systemForm));
      return files.finish();
    },
    keep: () => files.keep(),
    drop: () => files.drop(),
    summaries,
    sayRejected: () => {
      const sorted = [...reasons].sort(([, a], [, b]) => b.count - a.count);
      for (const [reason, { count, line }] of sorted.slice(0, mostTold))
        say(world, flags, `${count} rejected, line ${line} first: ${reason}`);
      const told = sorted.slice(0, mostTold).reduce((sum, [, { count }]) => sum + count, 0);
      if (told < rejected) say(world, flags, `${rejected - told} rejected for other reasons`);
    },
  };
}
