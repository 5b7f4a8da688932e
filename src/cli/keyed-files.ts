import type { KeyedForm, KeyedVector } from '../fleet/keyed-form.ts';
import { recordEndings, type RecordFormat } from '../fleet/record-forms.ts';
import { writeCells } from '../text/csv-cells.ts';
import { groupFiles, type TableOfFile } from './file-group.ts';
import { planOutputs } from './output-files.ts';
import type { CommonOptions, World } from './world.ts';

/** The options that say where tables of vectors go to. */
export interface KeyedOutputFlags extends CommonOptions {
  readonly output: readonly string[];
  /** Of standard output, where no file is written. */
  readonly format: RecordFormat;
  readonly rejects?: string;
}

/** Tables of vectors that are being written, one after the other a line. */
export interface KeyedFiles {
  /** The formats of the lines of the tables. */
  readonly formats: readonly RecordFormat[];
  /**
   * Writes a line to every table.
   * @param records what the forms of records of these formats made of the decision
   */
  write(vector: KeyedVector, records?: readonly string[]): void;
  /** Keeps what is of no use, with the reason, where somebody asked for it. */
  reject(cells: readonly string[]): void;
  finish(): Promise<void>;
  /** Ends as if nothing had begun. */
  drop(): void;
}

/** As many characters are written at once. */
const pieceSize = 1 << 16;

/**
 * Opens tables of vectors; without a file, standard output is one.
 * @param inputs the files that the run reads
 * @param parquet what Parquet files have beside their rows
 * @param rejectColumns the headings of what is of no use
 * @throws InputError where a file cannot be written, or would be lost
 */
export async function openKeyedFiles(
  world: World,
  flags: KeyedOutputFlags,
  inputs: readonly string[],
  formOf: (format: RecordFormat) => KeyedForm,
  parquet: TableOfFile,
  rejectColumns: readonly string[],
): Promise<KeyedFiles> {
  const { io } = world;
  const planned = planOutputs(io, flags.output, inputs, recordEndings);
  const rejected =
    flags.rejects === undefined
      ? []
      : planOutputs(io, [flags.rejects], [...inputs, ...flags.output], { '.csv': 'csv' }, '--rejects');
  const files = groupFiles(world, flags);
  const open = async (...file: Parameters<typeof files.open>): Promise<(text: string) => void> => {
    const { write } = await files.open(...file);
    return gather((text) => {
      try {
        write(text);
      } catch (error) {
        files.drop();
        throw error;
      }
    });
  };
  const flushes: (() => void)[] = [];
  const gather = (take: (text: string) => void): ((text: string) => void) => {
    let waiting = '';
    const flush = (): void => {
      take(waiting);
      waiting = '';
    };
    flushes.push(flush);
    return (text) => {
      waiting += text;
      if (waiting.length > pieceSize) flush();
    };
  };
  const tables: { form: KeyedForm; format: RecordFormat; write: (text: string) => void }[] = [];
  for (const { path, format } of planned) {
    const [lines, table] = format === 'parquet' ? (['ndjson', parquet] as const) : ([format] as const);
    const form = formOf(lines);
    tables.push({ form, format: lines, write: await open(path, form.head, { table }) });
  }
  let reject: ((text: string) => void) | undefined;
  for (const { path } of rejected) reject = await open(path, `${writeCells(rejectColumns)}\n`);
  if (tables.length === 0) {
    const { format } = flags;
    const form = formOf(format);
    io.stdout.write(form.head);
    tables.push({ form, format, write: gather((text) => io.stdout.write(text)) });
  }
  return {
    formats: tables.map(({ format }) => format),
    write: (vector, records) => {
      for (const [index, { form, write }] of tables.entries())
        write(form.writeLine(vector, records?.[index]));
    },
    reject: (cells) => reject?.(`${writeCells(cells)}\n`),
    finish: () => {
      for (const flush of flushes) flush();
      return files.finish();
    },
    drop: () => files.drop(),
  };
}
