import { InputError } from '../../errors.ts';
import { isolationLevels } from '../../words.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { listFactStages, listNotUnderstood } from './fact-stages.ts';
import { listHeadlineStages } from './headline-stages.ts';
import { listRuleStages } from './rule-stages.ts';
import type { SqlDialect } from './sql-dialects.ts';
import { writeIsOneOf } from './sql-text.ts';
import { columnNames } from './stage-columns.ts';
import { type StageColumn, writeSelect, writeStages } from './stage.ts';
import { writeToldLists } from './told-lists.ts';

/** What is said of the statement before it: what it does, and what it does not. */
export const verdictHead = [
  'POINT VERDICT: the rules as SQL, a column a rule, for whoever wants to read or count them where the rows lie.',
  'It is not what advise assess says. A list of values, or a text that is no value, counts as unknown here, and',
  'not_understood names its column. There is no proof, which may settle what rules leave open, and no status; nothing',
  'of what would change the verdict; no waivers, no rulings, no systems of parts. For all that: vectors and join.',
  'NULL in a fact is unknown. What is unknown holds no rule: COALESCE(..., FALSE) is what holds for certain.',
];

/** The rows and what of them is judged. */
export interface VerdictRows {
  readonly table: string;
  /** The columns that rows are called by. */
  readonly keys: readonly string[];
  /** The columns of facts that the table has. */
  readonly columns: ReadonlySet<string>;
}

/**
 * What deciding says of rows, as one selection in stages: the rulebook to read, and to run where the rows lie. It is
 * what the engine decides of a row before it proves anything, of single values.
 * @throws InputError where the names of a rulebook do not fit a database
 */
export function writeVerdict(ready: ReadyRulebook, dialect: SqlDialect, rows: VerdictRows): string {
  const { table, keys, columns } = rows;
  const stages = [
    ...listFactStages(ready, dialect, { table, keeps: keys }, columns),
    ...listRuleStages(ready, keys, joinTexts(dialect, listNotUnderstood(ready, columns))),
    ...listHeadlineStages(ready, dialect),
  ];
  const told = Object.entries(writeToldLists(ready)).map(([name, items]): StageColumn => ({
    name,
    text: joinTexts(dialect, items),
  }));
  const selected = [
    ...keys,
    ...['headline', 'strength', 'contested', 'placement'],
    { name: 'isolation', text: writeIsolation(ready) },
    ...['form_vm', 'form_container'],
    ...told,
    'not_understood',
    ...ready.model.rules.map(columnNames.rule),
  ];
  refuseNames(keys, [...stages.flatMap((stage) => stage.columns), ...told], dialect);
  return `${writeStages(stages, dialect)}\n${writeSelect('forms', selected, '')}`;
}

/** A text with bars, an item a line. */
function joinTexts(dialect: SqlDialect, items: readonly string[]): string {
  if (items.length === 0) return "''";
  return dialect.joinTexts(`\n      ${items.join(',\n      ')}\n    `).replace(/ +\n/g, '\n');
}

function writeIsolation({ model }: ReadyRulebook): string {
  const branches = isolationLevels.flatMap((level, index) => {
    const ids = model.placements.filter((each) => each.level === index).map(({ id }) => id);
    return ids.length === 0 ? [] : [`WHEN ${writeIsOneOf('placement', ids)} THEN '${level}'`];
  });
  return `CASE ${branches.join(' ')} END`;
}

/** @throws InputError where a name is too long, or two columns have the same one */
function refuseNames(
  keys: readonly string[],
  made: readonly StageColumn[],
  { longestName }: SqlDialect,
): void {
  const owners = new Map<string, string>();
  const problems = [...keys.map((key) => ({ name: bareName(key), of: '--key' })), ...made].flatMap(
    ({ name, of = 'the verdict' }) => {
      const other = owners.get(name);
      owners.set(name, of);
      if (other !== undefined) return [{ message: `${of} and ${other} would both have the column ${name}` }];
      return Buffer.byteLength(name) <= longestName
        ? []
        : [{ message: `${of} would have the column ${name}, which is longer than ${longestName} bytes` }];
    },
  );
  if (problems.length > 0) throw new InputError(problems);
}

/** A name as databases compare it that do not look at capital letters. */
function bareName(name: string): string {
  return name.replace(/["`]/g, '').toLowerCase();
}
