import { InputError } from '../errors.ts';
import { keyedColumns, type KeyedVector } from './keyed-form.ts';
import { streamKeyedRows } from './keyed-rows.ts';

/** Vectors of several files, each once, with how many rows have it in all of them. */
export interface GatheredVectors {
  /** In the order in which they came first. */
  listVectors(): Iterable<KeyedVector>;
  /** How many. */
  readonly size: () => number;
  /**
   * Takes the vectors of a file.
   * @param chunks its bytes, UTF-8
   * @param file what it is called
   * @throws InputError where it is no table of vectors, or they are of another vocabulary
   */
  take(chunks: AsyncIterable<Uint8Array>, file: string): Promise<void>;
  /**
   * Leaves out the vectors of which a file has decisions by this rulebook.
   * @param rulebook its digest
   * @param columns what its decisions must say, beside what all do
   */
  leaveOut(
    chunks: AsyncIterable<Uint8Array>,
    file: string,
    rulebook: string,
    columns: readonly string[],
  ): Promise<number>;
}

const { vocabulary: vocabularyColumn, rulebook: rulebookColumn } = keyedColumns;

/**
 * Begins to gather vectors.
 * @param vocabulary the digest of what their keys must be made of
 */
export function gatherVectors(vocabulary: string): GatheredVectors {
  const counts = new Map<string, number>();
  return {
    listVectors: function* () {
      for (const [key, n] of counts) yield { key, n };
    },
    size: () => counts.size,
    take: async (chunks, file) => {
      for await (const rows of streamKeyedRows(chunks, file, [vocabularyColumn]))
        for (const { key, n, line, cellOf } of rows) {
          const own = cellOf(vocabularyColumn);
          if (own !== vocabulary) refuseVocabulary(own, vocabulary, file, line);
          counts.set(key, (counts.get(key) ?? 0) + n);
        }
    },
    leaveOut: async (chunks, file, rulebook, columns) => {
      let left = 0;
      for await (const rows of streamKeyedRows(chunks, file, [vocabularyColumn, rulebookColumn, ...columns]))
        for (const { key, cellOf } of rows)
          if (
            cellOf(rulebookColumn) === rulebook &&
            cellOf(vocabularyColumn) === vocabulary &&
            counts.delete(key)
          )
            left++;
      return left;
    },
  };
}

function refuseVocabulary(own: string, wanted: string, file: string, line: number): never {
  throw new InputError([
    {
      message: `a vector of the vocabulary ${own === '' ? '(none)' : own}, and that of the rulebook is ${wanted}`,
      at: { file, line, column: 1 },
      ways: ['facts, their values or where numbers are cut have changed: make the vectors anew'],
    },
  ]);
}
