import { exitCodes } from '../exit-code.ts';
import type { RecordExtra } from '../fleet/fleet-record.ts';
import type { SqlLanguage, SqlSubject } from '../fleet/sql/sql-choices.ts';
import { statements } from '../fleet/sql/write-sql.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { readSettings } from './settings.ts';
import type { World } from './world.ts';

/** The options of `advise fleet sql`. */
export interface FleetSqlFlags extends RulebookFlags {
  readonly dialect: SqlLanguage;
  readonly from: string;
  readonly decisions: string;
  readonly view?: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly with: readonly RecordExtra[];
}

/**
 * `advise fleet sql`: what a database is asked, so that its rows are judged where they lie.
 * @returns the exit code
 */
export async function runFleetSql(world: World, subject: SqlSubject, flags: FleetSqlFlags): Promise<number> {
  const ready = await openRulebook(world, flags, readSettings(world.io, { ...flags, format: undefined }));
  const { dialect, from, decisions, view, key, columns } = flags;
  const wishes = { dialect, from, decisions, view, key, columns, extras: new Set(flags.with) };
  world.io.stdout.write(statements[subject](ready, wishes));
  return exitCodes.advised.code;
}
