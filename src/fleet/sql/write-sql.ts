import { InputError } from '../../errors.ts';
import { columnOf } from '../../import/table/plain-map.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { suggestName } from '../../text/suggest.ts';
import { fleetRecordShape, type RecordExtra } from '../fleet-record.ts';
import { keyedColumns } from '../keyed-form.ts';
import { listRecordColumns } from '../record-forms.ts';
import { digestVocabulary } from '../vector-key.ts';
import { writeKeyExpression } from './key-expression.ts';
import type { SqlLanguage, SqlSubject } from './sql-choices.ts';
import { type SqlDialect, sqlDialects } from './sql-dialects.ts';
import { checkedName } from './sql-text.ts';
import { verdictHead, writeVerdict } from './write-verdict.ts';

/** What statements are about. */
export interface SqlWishes {
  readonly dialect: SqlLanguage;
  /** The table with the rows: a name, or what dbt puts one in the place of. */
  readonly from: string;
  /** The table with the decisions. */
  readonly decisions: string;
  /** The view to make; left out, only what it selects is written. */
  readonly view?: string | undefined;
  /** The columns of the rows that the view has; none for all. */
  readonly key: readonly string[];
  /** The columns of facts that the table with the rows has; none for all. */
  readonly columns: readonly string[];
  readonly extras: ReadonlySet<RecordExtra>;
}

/** The statements: those that move vectors and decisions know no rule, the last one is the rules. */
export const statements: Readonly<Record<SqlSubject, (ready: ReadyRulebook, wishes: SqlWishes) => string>> = {
  vectors: writeVectors,
  decisions: writeDecisions,
  join: writeJoin,
  verdict: selectVerdict,
};

/** Selects what is known of the rows, each once, with how many have it. */
function writeVectors(ready: ReadyRulebook, wishes: SqlWishes): string {
  const dialect: SqlDialect = sqlDialects[wishes.dialect];
  const expression = writeKeyExpression(ready, dialect, pickColumns(ready, wishes), '    ');
  return `${writeHead(ready, 'What is known of the rows, each once: for advise fleet decide.')}
SELECT ${keyedColumns.key}, COUNT(*) AS ${keyedColumns.n}, '${digestVocabulary(ready)}' AS ${keyedColumns.vocabulary}
FROM (
  SELECT ${dialect.binary(`\n${expression}\n  `)} AS ${keyedColumns.key}
  FROM ${checkedName(wishes.from, '--from')} w
) k
GROUP BY ${keyedColumns.key}
`;
}

/** Makes the table that takes decisions. */
function writeDecisions(ready: ReadyRulebook, { dialect: name, decisions, extras }: SqlWishes): string {
  const dialect: SqlDialect = sqlDialects[name];
  const { text, count, flag } = dialect.types;
  const typeOf = (column: ReturnType<typeof listRecordColumns>[number]): string => {
    const { type } = fleetRecordShape.shape[column].def;
    return type === 'boolean' ? flag : type === 'number' ? count : text;
  };
  const { key, n, ...made } = keyedColumns;
  const lines = [
    `${key} ${text} NOT NULL`,
    `${n} ${count} NOT NULL`,
    ...Object.values(made).map((column) => `${column} ${text} NOT NULL`),
    ...listRecordColumns(extras).map((column) => `${quoteColumn(column, dialect)} ${typeOf(column)}`),
    ...(dialect.hasKeys ? [`PRIMARY KEY (${key}, ${made.rulebook})`] : []),
  ];
  return `${writeHead(ready, 'What advise fleet decide writes; lists have bars between their items.')}
CREATE TABLE IF NOT EXISTS ${checkedName(decisions, '--decisions')} (
  ${lines.join(',\n  ')}
);
`;
}

/** Selects the rows with what is decided of each; nothing where that is still to be judged, or was refused. */
function writeJoin(ready: ReadyRulebook, wishes: SqlWishes): string {
  const dialect: SqlDialect = sqlDialects[wishes.dialect];
  const { key, vocabulary, rulebook } = keyedColumns;
  const own = wishes.key.length === 0 ? ['w.*'] : wishes.key.map((each) => `w.${checkedName(each, '--key')}`);
  const decided = listRecordColumns(wishes.extras).map((column) => `d.${quoteColumn(column, dialect)}`);
  const expression = writeKeyExpression(ready, dialect, pickColumns(ready, wishes), '    ');
  const { begin, end } = writeView(wishes);
  return `${writeHead(ready, 'The rows with what is decided of each; NULL: not judged yet, or refused.')}
${begin}SELECT ${[...own, ...decided].join(', ')}
FROM ${checkedName(wishes.from, '--from')} w
LEFT JOIN ${checkedName(wishes.decisions, '--decisions')} d
  ON ${dialect.binary(`d.${key}`)} = ${dialect.binary(`\n${expression}\n  `)}
  AND d.${vocabulary} = '${digestVocabulary(ready)}'
  AND d.${rulebook} = '${ready.rulebook.digest}'${end}
`;
}

/** Selects the rows with what the rules say of each, written out. */
function selectVerdict(ready: ReadyRulebook, wishes: SqlWishes): string {
  const { begin, end } = writeView(wishes);
  const rows = {
    table: checkedName(wishes.from, '--from'),
    keys: wishes.key.length === 0 ? ['name'] : wishes.key.map((key) => checkedName(key, '--key')),
    columns: pickColumns(ready, wishes),
  };
  return `${writeHead(ready, ...verdictHead)}
${begin}${writeVerdict(ready, sqlDialects[wishes.dialect], rows)}${end}
`;
}

/** What makes a view of a selection, where one is asked for. */
function writeView({ view }: SqlWishes): { readonly begin: string; readonly end: string } {
  if (view === undefined) return { begin: '', end: '' };
  return { begin: `CREATE OR REPLACE VIEW ${checkedName(view, '--view')} AS\n`, end: ';' };
}

function writeHead({ rulebook: { name, version, digest } }: ReadyRulebook, ...what: string[]): string {
  return `${what.map((line) => `-- ${line}\n`).join('')}-- Rulebook ${name} ${version} (${digest.slice(0, 8)})`;
}

/** Names of columns that are words of the language. */
const reserved: ReadonlySet<string> = new Set(['if']);

function quoteColumn(column: string, { quote }: SqlDialect): string {
  return reserved.has(column) ? `${quote}${column}${quote}` : column;
}

/**
 * The columns of facts that the table has.
 * @throws InputError where one is none, or its name is longer than the database takes
 */
function pickColumns({ rulebook }: ReadyRulebook, { columns, dialect }: SqlWishes): ReadonlySet<string> {
  const known = rulebook.facts.map(columnOf);
  const { longestName } = sqlDialects[dialect];
  const long = known.filter((name) => Buffer.byteLength(name) > longestName);
  if (long.length > 0)
    throw new InputError(
      long.map((name) => ({
        message: `${name} is longer than the ${longestName} bytes that ${dialect} takes`,
      })),
    );
  const unknown = columns.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new InputError(
      unknown.map((name) => ({ message: `no fact has the column ${name}${suggestName(name, known)}` })),
    );
  return new Set(columns.length === 0 ? known : columns);
}
