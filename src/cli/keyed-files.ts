import type { KeyedForm, KeyedVector } from '../fleet/keyed-form.ts';
import type { RecordFormat } from '../fleet/record-forms.ts';
import type { Sink } from '../streams.ts';
import { writeCells } from '../text/csv-cells.ts';
import { openSink } from './open-sink.ts';
import { type OutputFile, planOutputs } from './output-files.ts';
import { say } from './say.ts';
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
  /** The formats of the tables. */
  readonly formats: readonly RecordFormat[];
  /**
   * Writes a line to every table.
   * @param records what the forms of records of these formats made of the decision
   */
  write(vector: KeyedVector, records?: readonly string[]): void;
  /** Keeps what is of no use, with the reason, where somebody asked for it. */
  reject(cells: readonly string[]): void;
  finish(): void;
  /** Ends as if nothing had begun. */
  drop(): void;
}

const endings: Readonly<Record<string, RecordFormat>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
};

/** As many characters are written at once. */
const pieceSize = 1 << 16;

/**
 * Opens tables of vectors; without a file, standard output is one.
 * @param inputs the files that the run reads
 * @param rejectColumns the headings of what is of no use
 * @throws InputError where a file cannot be written, or would be lost
 */
export async function openKeyedFiles(
  world: World,
  flags: KeyedOutputFlags,
  inputs: readonly string[],
  formOf: (format: RecordFormat) => KeyedForm,
  rejectColumns: readonly string[],
): Promise<KeyedFiles> {
  const { io } = world;
  const planned = planOutputs(io, flags.output, inputs, endings);
  const rejected =
    flags.rejects === undefined
      ? []
      : planOutputs(io, [flags.rejects], [...inputs, ...flags.output], { '.csv': 'csv' }, '--rejects');
  const streams = await world.loadStreams();
  const sinks: Sink[] = [];
  const open = ({ path }: OutputFile): ((text: string) => void) => {
    const sink = openSink(streams, path);
    sinks.push(sink);
    return gather((text) => sink.write(text));
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
  const tables = planned.map((file) => ({
    form: formOf(file.format),
    format: file.format,
    write: open(file),
  }));
  if (tables.length === 0)
    tables.push({
      form: formOf(flags.format),
      format: flags.format,
      write: gather((text) => {
        io.stdout.write(text);
      }),
    });
  for (const { form, write } of tables) write(form.head);
  const [reject] = rejected.map(open);
  reject?.(`${writeCells(rejectColumns)}\n`);
  return {
    formats: tables.map(({ format }) => format),
    write: (vector, records) => {
      for (const [index, { form, write }] of tables.entries())
        write(form.writeLine(vector, records?.[index]));
    },
    reject: (cells) => reject?.(`${writeCells(cells)}\n`),
    finish: () => {
      for (const flush of flushes) flush();
      for (const sink of sinks) {
        sink.finish();
        say(world, flags, `wrote ${sink.path}`);
      }
    },
    drop: () => {
      for (const sink of sinks) sink.drop();
    },
  };
}
