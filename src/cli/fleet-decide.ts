import { exitCodes } from '../exit-code.ts';
import { numberStatements } from '../fleet/fact-codes.ts';
import type { RecordExtra } from '../fleet/fleet-record.ts';
import { gatherVectors } from '../fleet/gather-vectors.ts';
import { judgeFleet } from '../fleet/judge-fleet.ts';
import { keyedColumns, keyedForm } from '../fleet/keyed-form.ts';
import { typeVectors } from '../fleet/parquet-columns.ts';
import { listRecordColumns, recordForm } from '../fleet/record-forms.ts';
import { keyVectors } from '../fleet/vector-key.ts';
import { createProgress } from './fleet-progress.ts';
import { fileNamed, openFleetChunks } from './fleet-source.ts';
import { type KeyedOutputFlags, openKeyedFiles } from './keyed-files.ts';
import { tableMetadata } from './table-metadata.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { say } from './say.ts';
import { readSettings } from './settings.ts';
import type { World } from './world.ts';

/** The options of `advise fleet decide`. */
export interface FleetDecideFlags extends RulebookFlags, KeyedOutputFlags {
  /** Tables of decisions. */
  readonly known: readonly string[];
  readonly with: readonly RecordExtra[];
}

/** How many different reasons are told. */
const mostTold = 5;

/**
 * `advise fleet decide`: judges vectors, each once, as `fleet assess` judges the rows that have them.
 * @param paths tables of vectors; `-` for standard input
 * @returns the exit code
 */
export async function runFleetDecide(
  world: World,
  paths: readonly string[],
  flags: FleetDecideFlags,
): Promise<number> {
  const ready = await openRulebook(world, flags, readSettings(world.io, { ...flags, format: undefined }));
  const { digest } = ready.rulebook;
  const codes = numberStatements(ready.model);
  const keys = keyVectors(ready, codes);
  const extras = new Set(flags.with);
  const made = { vocabulary: keys.vocabulary, rulebook: digest };
  const files = await openKeyedFiles(
    world,
    flags,
    [...paths, ...flags.known],
    (format) => keyedForm(format, made, listRecordColumns(extras)),
    {
      columns: typeVectors(Object.keys(made), extras),
      metadata: tableMetadata(world, ready, keys.vocabulary),
    },
    [keyedColumns.key, keyedColumns.n, 'problem'],
  );
  const streams = await world.loadStreams();
  const stop = new AbortController();
  const release = streams.onInterrupt(() => stop.abort());
  const progress = createProgress(world, flags, streams, paths);
  const vectors = gatherVectors(keys.vocabulary);
  const reasons = new Map<string, { vectors: number; rows: number }>();
  let [known, judged] = [0, 0];
  try {
    const open = (path: string) => openFleetChunks(world, path, stop.signal, progress.pass);
    for (const path of paths) await vectors.take(await open(path), fileNamed(path));
    for (const path of flags.known)
      known += await vectors.leaveOut(await open(path), fileNamed(path), digest, flags.with);
    const forms = files.formats.map((format) => recordForm(format, [], extras));
    const judge = judgeFleet({ ready, codes, extras, forms, grouped: false, today: '' });
    for (const vector of vectors.listVectors()) {
      const parsed = keys.parseKey(vector.key);
      if ('problem' in parsed) {
        files.reject([vector.key, String(vector.n), parsed.problem]);
        const same = reasons.get(parsed.problem) ?? { vectors: 0, rows: 0 };
        reasons.set(parsed.problem, { vectors: same.vectors + 1, rows: same.rows + vector.n });
        continue;
      }
      files.write(vector, judge.judgeVector(parsed.vector, '').texts);
      progress.show(++judged);
    }
  } catch (error) {
    files.drop();
    if (stop.signal.aborted) return exitCodes.interrupted.code;
    throw error;
  } finally {
    release();
    progress.end();
  }
  await files.finish();
  const rejected = vectors.size() - judged;
  say(
    world,
    flags,
    `${vectors.size() + known} vectors: ${known} known, ${judged} judged, ${rejected} rejected`,
  );
  const sorted = [...reasons].sort(([, a], [, b]) => b.rows - a.rows);
  for (const [reason, { vectors: some, rows }] of sorted.slice(0, mostTold))
    say(world, flags, `${some} rejected, of ${rows} rows: ${reason}`);
  if (sorted.length > mostTold) say(world, flags, `and for ${sorted.length - mostTold} other reasons`);
  return rejected > 0 && flags.rejects === undefined ? exitCodes.noAdvice.code : exitCodes.advised.code;
}
