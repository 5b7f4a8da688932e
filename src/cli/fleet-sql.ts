import { InputError } from '../errors.ts';
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
  readonly from?: string;
  readonly decisions?: string;
  readonly view?: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly with: readonly RecordExtra[];
}

type SqlOption = 'from' | 'decisions' | 'view' | 'key' | 'columns' | 'with';

/** What each statement depends on. */
const optionsOf: Readonly<Record<SqlSubject, readonly SqlOption[]>> = {
  vectors: ['from', 'columns'],
  decisions: ['decisions', 'with'],
  join: ['from', 'decisions', 'view', 'key', 'columns', 'with'],
  verdict: ['from', 'view', 'key', 'columns'],
};

/**
 * `advise fleet sql`: what a database is asked, so that its rows are judged where they lie.
 * @returns the exit code
 */
export async function runFleetSql(world: World, subject: SqlSubject, flags: FleetSqlFlags): Promise<number> {
  refuseIdle(subject, flags);
  const ready = await openRulebook(world, flags, readSettings(world.io, { ...flags, format: undefined }));
  const { dialect, from = 'workloads', decisions = 'advise_decisions', view, key, columns } = flags;
  const wishes = { dialect, from, decisions, view, key, columns, extras: new Set(flags.with) };
  world.io.stdout.write(statements[subject](ready, wishes));
  return exitCodes.advised.code;
}

/**
 * An option that changes nothing was meant to change something.
 * @throws InputError where a statement does not depend on what was given
 */
function refuseIdle(subject: SqlSubject, flags: FleetSqlFlags): void {
  const known = optionsOf[subject];
  const given = (['from', 'decisions', 'view', 'key', 'columns', 'with'] as const).filter(
    (option) => flags[option] !== undefined && flags[option].length > 0,
  );
  const idle = given.filter((option) => !known.includes(option));
  if (idle.length > 0)
    throw new InputError(
      idle.map((option) => ({
        message: `--${option}: fleet sql ${subject} does not depend on it, but on ${known.map((each) => `--${each}`).join(', ')}`,
      })),
    );
}
