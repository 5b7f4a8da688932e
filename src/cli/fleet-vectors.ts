import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { numberStatements } from '../fleet/fact-codes.ts';
import { keyedForm } from '../fleet/keyed-form.ts';
import { typeVectors } from '../fleet/parquet-columns.ts';
import { layProfiles } from '../fleet/profile-layers.ts';
import type { RecordFormat } from '../fleet/record-forms.ts';
import { keyVectors } from '../fleet/vector-key.ts';
import type { Vector } from '../fleet/code-rows.ts';
import { createProgress } from './fleet-progress.ts';
import { openFleetSource } from './fleet-source.ts';
import { type KeyedOutputFlags, openKeyedFiles } from './keyed-files.ts';
import { tableMetadata } from './table-metadata.ts';
import { readNamedProfiles } from './open-run.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { say } from './say.ts';
import { readSettings } from './settings.ts';
import type { World } from './world.ts';

/** The options of `advise fleet vectors`. */
export interface FleetVectorsFlags extends RulebookFlags, KeyedOutputFlags {
  /** Each a file, or name=file. */
  readonly profile: readonly string[];
  readonly map?: string;
  readonly key: readonly string[];
  readonly ignoreColumns?: boolean;
  readonly count?: boolean;
}

/**
 * `advise fleet vectors`: what is known of rows, each once, with how many rows have it.
 * @param paths the files; `-` for standard input
 * @returns the exit code
 */
export async function runFleetVectors(
  world: World,
  paths: readonly string[],
  flags: FleetVectorsFlags,
): Promise<number> {
  if (flags.count === true && flags.output.length > 0)
    throw new InputError('--count only counts: it writes no file');
  const settings = readSettings(world.io, { ...flags, profile: undefined, format: undefined });
  const ready = await openRulebook(world, flags, settings);
  const { common, named } = readNamedProfiles(world.io, flags.profile, settings, ready);
  const codes = numberStatements(ready.model);
  const keys = keyVectors(ready, codes);
  const profiles = layProfiles(ready, codes, common, named);
  const made = { vocabulary: keys.vocabulary };
  const form = (format: RecordFormat) => keyedForm(format, made, []);
  const parquet = {
    columns: typeVectors(Object.keys(made)),
    metadata: tableMetadata(world, ready, keys.vocabulary),
  };
  const files =
    flags.count === true
      ? undefined
      : await openKeyedFiles(world, flags, paths, form, parquet, ['file', 'line', 'problem']);
  const streams = await world.loadStreams();
  const stop = new AbortController();
  const release = streams.onInterrupt(() => stop.abort());
  const progress = createProgress(world, flags, streams, paths);
  const counts = new Map<Vector, number>();
  let [read, rejected, alone] = [0, 0, 0];
  try {
    for (const path of paths) {
      const { file, batches } = await openFleetSource(
        // Only the places of rejected rows are written.
        { world, flags: { ...flags, rejects: undefined }, ready, profiles, leaves: true },
        path,
        stop.signal,
        progress.pass,
      );
      for await (const rows of batches) {
        read += rows.length;
        for (const row of rows) {
          if (row.is === 'plain') counts.set(row.vector, (counts.get(row.vector) ?? 0) + 1);
          else if (row.is === 'document') alone++;
          else {
            rejected++;
            files?.reject([file, String(row.line), row.reason]);
          }
        }
        progress.show(read);
      }
    }
  } catch (error) {
    files?.drop();
    if (stop.signal.aborted) return exitCodes.interrupted.code;
    throw error;
  } finally {
    release();
    progress.end();
  }
  // Sorted, so that the order of rows changes nothing.
  const keyed = files && [...counts].map(([vector, n]) => ({ key: keys.writeKey(vector), n }));
  for (const line of keyed?.sort((a, b) => (a.key < b.key ? -1 : 1)) ?? []) files?.write(line);
  await files?.finish();
  const lines = `${read} row${read === 1 ? '' : 's'} read, ${counts.size} vector${counts.size === 1 ? '' : 's'}, ${rejected} rejected`;
  if (flags.count === true) world.io.stdout.write(`${lines}\n`);
  else say(world, flags, lines);
  if (alone > 0)
    say(
      world,
      flags,
      `${alone} rows have parts, waivers or rulings of their own: only fleet assess judges them`,
    );
  return rejected > 0 && flags.rejects === undefined ? exitCodes.noAdvice.code : exitCodes.advised.code;
}
