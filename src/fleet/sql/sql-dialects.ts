import type { SqlLanguage } from './sql-choices.ts';

/** What databases write differently, as far as it is needed to make keys and to join by them. */
export interface SqlDialect {
  /** Names of types, as columns and casts have them. */
  readonly types: Readonly<Record<'text' | 'number' | 'count' | 'flag', string>>;
  /** The longest name of a column, in bytes. */
  readonly longestName: number;
  /** Stands around a name that is a word of the language. */
  readonly quote: '"' | '`';
  /** Whether a table keeps two rows of one key apart. */
  readonly hasKeys: boolean;
  /** What a stage of a statement is called by: AS, and what keeps the stages apart where the planner would not. */
  readonly stage: string;
  /** Texts that are not NULL, with bars between them: of any number of texts, an empty one where there is none. */
  joinTexts(texts: string): string;
  /** Whether all of a text is of a pattern; nothing of a text that is NULL. */
  matches(text: string, pattern: string): string;
  /** A text as a number, where it is one. */
  toNumber(text: string): string;
  /** A text that is compared byte by byte, whatever the column or the database says of letters. */
  binary(text: string): string;
}

/** The languages by their names; what they do alike is written in one way that all of them have. */
export const sqlDialects = {
  duckdb: {
    types: { text: 'VARCHAR', number: 'DOUBLE', count: 'BIGINT', flag: 'BOOLEAN' },
    longestName: 255,
    quote: '"',
    hasKeys: true,
    stage: 'AS',
    joinTexts: (texts) => `CONCAT_WS('|', ${texts})`,
    matches: (text, pattern) => `regexp_full_match(${text}, '${pattern}')`,
    toNumber: (text) => `TRY_CAST(${text} AS DOUBLE)`,
    binary: (text) => `(${text}) COLLATE C`,
  },
  spark: {
    types: { text: 'STRING', number: 'DOUBLE', count: 'BIGINT', flag: 'BOOLEAN' },
    longestName: 255,
    quote: '`',
    hasKeys: false,
    stage: 'AS',
    joinTexts: (texts) => `CONCAT_WS('|', ${texts})`,
    matches: (text, pattern) => `${text} RLIKE '^${pattern}$'`,
    toNumber: (text) => `TRY_CAST(${text} AS DOUBLE)`,
    // A cast to STRING has the collation of the session, which is binary unless somebody says otherwise.
    binary: (text) => `(${text})`,
  },
  postgres: {
    types: { text: 'TEXT', number: 'DOUBLE PRECISION', count: 'BIGINT', flag: 'BOOLEAN' },
    longestName: 63,
    quote: '"',
    hasKeys: true,
    // Without it the planner pulls all stages into one expression, and does not end.
    stage: 'AS MATERIALIZED',
    // A function of PostgreSQL takes a hundred arguments.
    joinTexts: (texts) => `ARRAY_TO_STRING(ARRAY[${texts}], '|')`,
    matches: (text, pattern) => `${text} ~ '^${pattern}$'`,
    // Only reached where the pattern has matched: CASE tries its branches in order.
    toNumber: (text) => `CAST(${text} AS DOUBLE PRECISION)`,
    binary: (text) => `(${text}) COLLATE "C"`,
  },
  snowflake: {
    types: { text: 'VARCHAR', number: 'DOUBLE', count: 'NUMBER', flag: 'BOOLEAN' },
    longestName: 255,
    quote: '"',
    hasKeys: false,
    stage: 'AS',
    // CONCAT_WS of Snowflake is NULL where any text is.
    joinTexts: (texts) => `ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT(${texts}), '|')`,
    matches: (text, pattern) => `REGEXP_LIKE(${text}, '${pattern}')`,
    toNumber: (text) => `TRY_CAST(${text} AS DOUBLE)`,
    binary: (text) => `COLLATE(${text}, '')`,
  },
  bigquery: {
    types: { text: 'STRING', number: 'FLOAT64', count: 'INT64', flag: 'BOOL' },
    longestName: 300,
    quote: '`',
    hasKeys: false,
    stage: 'AS',
    joinTexts: (texts) => `ARRAY_TO_STRING([${texts}], '|')`,
    matches: (text, pattern) => `REGEXP_CONTAINS(${text}, '^${pattern}$')`,
    toNumber: (text) => `SAFE_CAST(${text} AS FLOAT64)`,
    binary: (text) => `COLLATE(${text}, '')`,
  },
  trino: {
    types: { text: 'VARCHAR', number: 'DOUBLE', count: 'BIGINT', flag: 'BOOLEAN' },
    longestName: 255,
    quote: '"',
    hasKeys: false,
    stage: 'AS',
    joinTexts: (texts) => `ARRAY_JOIN(ARRAY[${texts}], '|')`,
    matches: (text, pattern) => `REGEXP_LIKE(${text}, '^${pattern}$')`,
    toNumber: (text) => `TRY_CAST(${text} AS DOUBLE)`,
    binary: (text) => `(${text})`,
  },
} as const satisfies Readonly<Record<SqlLanguage, SqlDialect>>;
