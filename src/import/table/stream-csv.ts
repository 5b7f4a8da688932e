import { parse } from 'csv-parse';
import { takeRecords } from './read-csv.ts';
import type { TableRow } from './table.ts';

/**
 * The records of a CSV file below its first one that is not empty, some at a time, in memory that does not
 * grow with the file.
 * @param chunks its bytes, UTF-8
 * @param file what it is called
 * @throws InputError where a quote is never closed, with the line where it opens
 */
export async function* streamRecords(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  separator: string,
): AsyncGenerator<readonly TableRow[]> {
  let rows: TableRow[] = [];
  const takes = takeRecords(file, separator, (row) => rows.push(row));
  const parser = parse({ ...takes.options, bom: true });
  // Told again by whoever waits for a piece to be taken.
  parser.on('error', () => undefined);
  const settle = async (give: (done: (error?: Error | null) => void) => void): Promise<void> => {
    const error = await new Promise<unknown>((resolve) => {
      give(resolve);
    });
    if (error instanceof Error) throw takes.mend(error);
  };
  const empty = (): readonly TableRow[] => {
    const taken = rows;
    rows = [];
    return taken;
  };
  for await (const chunk of chunks) {
    await settle((done) => parser.write(chunk, done));
    yield empty();
  }
  parser.resume();
  await settle((done) => parser.end(done));
  yield empty();
}
