// What the command line offers by name. It stands by itself, since the statements are loaded only when they are written.

/** The languages that are written. */
export const sqlLanguages = ['duckdb', 'spark', 'postgres', 'snowflake', 'bigquery', 'trino'] as const;
/** @see sqlLanguages */
export type SqlLanguage = (typeof sqlLanguages)[number];

/** The statements that are written, and what each is for. */
export const sqlSubjects = {
  vectors: 'what is known of rows, each once',
  decisions: 'the table that takes what decide writes',
  join: 'rows with decisions',
  verdict:
    'the rules written out, for a point verdict: no lists of values, no proof, status or flips, no waivers, no parts',
} as const;
/** @see sqlSubjects */
export type SqlSubject = keyof typeof sqlSubjects;
