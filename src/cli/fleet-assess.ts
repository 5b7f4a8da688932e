import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { RowCounts, RowOutlets } from '../fleet/assess-rows.ts';
import {
  checkFleetGates,
  type FleetGates,
  parseFleetGates,
  type WrittenGates,
} from '../fleet/check-fleet-gates.ts';
import { type FactCodes, numberStatements } from '../fleet/fact-codes.ts';
import { type RecordExtra } from '../fleet/fleet-record.ts';
import type { ShareRules } from '../fleet/judge-share.ts';
import { layProfiles, type ProfileLayers } from '../fleet/profile-layers.ts';
import { joinSystems, type SystemJoin } from '../fleet/join-systems.ts';
import { typeRecords } from '../fleet/parquet-columns.ts';
import { listRecordColumns, recordForm, type RecordForm } from '../fleet/record-forms.ts';
import { parseRowWaivers, type RowWaivers } from '../fleet/row-waivers.ts';
import { summariseFleet } from '../portfolio/summarise-fleet.ts';
import { readText } from '../read/read-text.ts';
import { render } from '../render/render.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { openFleetFiles, type FleetFiles, type FleetOutputFlags, isRecordFormat } from './fleet-files.ts';
import { createProgress } from './fleet-progress.ts';
import { beginAlone, type FleetJudges, type JudgedFleet, startJudges } from './fleet-judges.ts';
import { tableMetadata } from './table-metadata.ts';
import { openFleetSource, wishesOf } from './fleet-source.ts';
import { writeFiles } from './output-files.ts';
import { readNamedProfiles, settleDay } from './open-run.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { say, sayAlways } from './say.ts';
import { quoteValue } from '../text/safe.ts';
import { readSettings } from './settings.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise fleet assess`. */
export interface FleetAssessFlags extends RulebookFlags, FleetOutputFlags, WrittenGates {
  /** Each a file, or name=file. */
  readonly profile: readonly string[];
  readonly map?: string;
  readonly all?: boolean;
  readonly carry: readonly string[];
  readonly by?: string;
  readonly key: readonly string[];
  readonly ignoreColumns?: boolean;
  readonly failFast?: boolean;
  readonly waivers?: string;
  readonly systems?: string;
  readonly with: readonly RecordExtra[];
  /** How many threads judge. */
  readonly threads: number;
  readonly today?: string;
}

/**
 * `advise fleet assess`: judges rows, as many as there are, in one pass.
 * @param paths the files; `-` for standard input
 * @returns the exit code
 */
export async function runFleetAssess(
  world: World,
  paths: readonly string[],
  flags: FleetAssessFlags,
): Promise<number> {
  const gates = parseFleetGates(flags);
  const settings = readSettings(world.io, { ...flags, profile: undefined, format: undefined });
  const ready = await openRulebook(world, flags, settings);
  const { common, named } = readNamedProfiles(world.io, flags.profile, settings, ready);
  const codes = numberStatements(ready.model);
  const profiles = layProfiles(ready, codes, common, named);
  const extras = new Set(flags.with);
  refuseDoubled(flags.carry, extras);
  const waivers =
    flags.waivers === undefined
      ? undefined
      : parseRowWaivers(readText(world.io, flags.waivers), flags.waivers, ready.rulebook);
  const today = settleDay(flags, world.io);
  // Last of what may be wrong: what is begun here must be finished, or dropped.
  const files = await openFleetFiles(world, flags, paths, {
    formOf: (format, carry) => recordForm(format, carry ? flags.carry : [], extras),
    tableOf: (carry) => ({
      ...typeRecords(carry ? flags.carry : [], extras),
      metadata: tableMetadata(world, ready),
    }),
  });
  const rules: ShareRules = {
    ready,
    common,
    named,
    wishes: wishesOf(flags),
    formats: files.write.map(({ form }) => form.format),
    extras,
    waivers,
    today,
  };
  const systems = flags.systems === undefined ? undefined : joinSystems();
  const judges =
    flags.threads > 1
      ? startJudges(await world.loadStreams(), flags.threads, rules, codes)
      : beginAlone(rules, codes, profiles);
  return judgeAll({
    world,
    paths,
    flags,
    ready,
    codes,
    systems,
    waivers,
    profiles,
    judges,
    files,
    gates,
    today,
  });
}

/**
 * Of two columns that are called alike, readers see one; in Parquet, capital letters make no difference.
 * @throws InputError where what is carried would be hidden, or hide
 */
function refuseDoubled(carry: readonly string[], extras: ReadonlySet<RecordExtra>): void {
  const taken = new Set(['name', ...listRecordColumns(extras)]);
  for (const column of carry) {
    const name = column.toLowerCase();
    if (taken.has(name)) throw new InputError(`--carry ${column}: records have a column of that name`);
    taken.add(name);
  }
}

interface FleetRun {
  readonly world: World;
  readonly paths: readonly string[];
  readonly flags: FleetAssessFlags;
  readonly ready: ReadyRulebook;
  readonly codes: FactCodes;
  readonly profiles: ProfileLayers;
  readonly waivers: RowWaivers | undefined;
  readonly systems: SystemJoin | undefined;
  readonly judges: FleetJudges;
  readonly files: FleetFiles;
  readonly gates: FleetGates;
  /** The day waivers are judged by. */
  readonly today: string;
}

async function judgeAll(run: FleetRun): Promise<number> {
  const { world, flags, files, judges, gates, waivers, systems } = run;
  const streams = await world.loadStreams();
  const stop = new AbortController();
  const release = streams.onInterrupt(() => stop.abort());
  const progress = createProgress(world, flags, streams, run.paths);
  let counts: RowCounts = { read: 0, judged: 0, rejected: 0 };
  let file = '';
  const outlets: RowOutlets = {
    write: files.write,
    systems,
    reject: (row) => {
      if (flags.failFast === true)
        throw new InputError([{ message: row.reason, at: { file, line: row.line, column: 1 } }]);
      files.reject(row);
    },
    goOn: (soFar) => {
      counts = soFar;
      progress.show(soFar.read);
      if (files.isClosed()) stop.abort();
    },
  };
  const judgeFiles = async (): Promise<JudgedFleet> => {
    for (const path of run.paths) {
      const leaves = files.leaves && waivers === undefined;
      const source = await openFleetSource({ ...run, leaves }, path, stop.signal, progress.pass);
      ({ file } = source);
      files.begin(source);
      counts = await judges.assess(source, outlets, counts);
    }
    return judges.end();
  };
  const fleet = await judgeFiles()
    .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
    .finally(async () => {
      release();
      progress.end();
      await judges.stop();
    });
  const { read, judged, rejected } = counts;
  const lines = `${read} row${read === 1 ? '' : 's'} read, ${judged} judged, ${rejected} rejected`;
  if (fleet instanceof Error) {
    if (read === 0) {
      files.drop();
      throw fleet;
    }
    const kept = (await files.keep()).map((path) => `; what was written so far is in ${path}`);
    if (stop.signal.aborted && !files.isClosed()) sayAlways(world.io, `stopped: ${lines}${kept.join('')}`);
    if (stop.signal.aborted) return files.isClosed() ? exitCodes.advised.code : exitCodes.interrupted.code;
    sayAlways(world.io, `${lines}${kept.join('')}`);
    throw fleet;
  }
  if (read !== judged + rejected) {
    files.drop();
    throw new Error(`rows were lost: ${lines}`);
  }
  await files.finish((form) => writeSystems(form, systems));
  say(world, flags, lines);
  files.sayRejected();
  for (const name of waivers?.keys() ?? [])
    if (!fleet.waived.has(name))
      say(world, flags, `no row is called ${quoteValue(name)}: its waivers are of no use`);
  await publish(run, fleet, counts);
  const tripped = checkFleetGates(gates, counts, fleet.counts);
  for (const gate of tripped) sayAlways(world.io, `✗ ${gate}`);
  const excused = flags.rejects !== undefined || gates.rejectLimit !== undefined;
  if (rejected > 0 && !excused) return exitCodes.noAdvice.code;
  return tripped.length > 0 ? exitCodes.gateTripped.code : exitCodes.advised.code;
}

/** Says what the fleet comes to, where somebody wants to know. */
async function publish(
  { world, flags, ready, codes, files, today }: FleetRun,
  fleet: JudgedFleet,
  counts: RowCounts,
): Promise<void> {
  const { format, by } = flags;
  if (isRecordFormat(format) && files.summaries.length === 0) return;
  const portfolio = summariseFleet({ version: world.version, ready, codes, today, by }, fleet, counts);
  const context = openOutput(world, flags, ready.rulebook);
  const texts = [];
  for (const summary of files.summaries)
    texts.push({ path: summary.path, text: await render('portfolio', summary.format, portfolio, context) });
  if (!isRecordFormat(format)) world.io.stdout.write(await render('portfolio', format, portfolio, context));
  writeFiles(world, flags, texts);
}

/** The records of systems, a line each. */
function writeSystems(form: RecordForm, systems: SystemJoin | undefined): string {
  const lines = systems
    ?.listSystems()
    .map(([name, record]) =>
      form.writeLine({ name, carried: [], group: '', system: '' }, form.writeRecord(record)),
    );
  return lines?.join('') ?? '';
}
