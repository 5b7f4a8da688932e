import { InputError } from '../errors.ts';
import type { FleetRow, RowSource } from '../fleet/fleet-row.ts';
import type { RecordForm, RecordFormat } from '../fleet/record-forms.ts';
import type { RowOutlets } from '../fleet/assess-rows.ts';
import type { Sink, Streams } from '../streams.ts';
import { writeCells } from '../text/csv-cells.ts';
import type { FormatOf } from '../render/render.ts';
import { openSink } from './open-sink.ts';
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
  begin(headings: RowSource['headings']): void;
  /** Whether nobody reads standard output any more, and there is nothing else to write. */
  isClosed(): boolean;
  finish(): void;
  /** Ends early; the paths where what was written so far stands. */
  keep(): string[];
  /** Ends as if nothing had begun. */
  drop(): void;
  /** The files that say what the fleet comes to. */
  readonly summaries: readonly OutputFile<PortfolioFormat>[];
  /** The file of the records of systems. */
  readonly systems: readonly OutputFile<RecordFormat>[];
  /** Says how many rows were rejected, for which reasons, and where they are. */
  sayRejected(): void;
}

const endings: Readonly<Record<string, RecordFormat>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
};

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

/**
 * Opens what a fleet is written to.
 * @param inputs the files that the run reads
 * @throws InputError where one of them cannot be written, or would be lost
 */
export function openFleetFiles(
  world: World,
  streams: Streams,
  flags: FleetOutputFlags,
  inputs: readonly string[],
  formOf: (format: RecordFormat) => RecordForm,
): FleetFiles {
  const { io } = world;
  const planned = planOutputs(io, flags.output, inputs, endings);
  const [rejectsTo] =
    flags.rejects === undefined
      ? []
      : planOutputs(io, [flags.rejects], [...inputs, ...flags.output], { '.csv': 'csv' }, '--rejects');
  const summaries = planOutputs(io, flags.summary, [...inputs, ...flags.output], summaryEndings, '--summary');
  const systems = planOutputs(
    io,
    flags.systems === undefined ? [] : [flags.systems],
    [...inputs, ...flags.output],
    endings,
    '--systems',
  );
  const sinks: Sink[] = [];
  const drop = (): void => {
    for (const sink of sinks) sink.drop();
  };
  /** Nothing half written is left where one of them fails. */
  const orDrop = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      drop();
      throw error;
    }
  };
  const open = (path: string): Sink =>
    orDrop(() => {
      const sink = openSink(streams, path);
      sinks.push(sink);
      return sink;
    });
  const write = planned.map(({ path, format }) => {
    const [form, sink] = [formOf(format), open(path)];
    orDrop(() => {
      sink.write(form.head);
    });
    return { form, take: (lines: string) => sink.write(lines) };
  });
  const { format } = flags;
  if (isRecordFormat(format)) {
    const form = formOf(format);
    io.stdout.write(form.head);
    write.push({ form, take: (lines) => io.stdout.write(lines) });
  }
  const rejects = rejectsTo && open(rejectsTo.path);
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
    begin: (own) => {
      const line = `${writeCells([...own, 'line', 'problem'])}\n`;
      if (headings !== undefined && headings !== line && rejects !== undefined)
        throw new InputError('--rejects takes the rows of one table; give the tables to a run each');
      if (headings === undefined) rejects?.write(line);
      headings = line;
    },
    isClosed: () => io.stdout.isClosed && sinks.length === 0,
    finish: () => {
      orDrop(() => {
        for (const sink of sinks) {
          sink.finish();
          say(world, flags, `wrote ${sink.path}`);
        }
      });
    },
    keep: () => sinks.map((sink) => sink.keep()),
    drop,
    summaries,
    systems,
    sayRejected: () => {
      const sorted = [...reasons].sort(([, a], [, b]) => b.count - a.count);
      for (const [reason, { count, line }] of sorted.slice(0, mostTold))
        say(world, flags, `${count} rejected, line ${line} first: ${reason}`);
      const told = sorted.slice(0, mostTold).reduce((sum, [, { count }]) => sum + count, 0);
      if (told < rejected) say(world, flags, `${rejected - told} rejected for other reasons`);
    },
  };
}
