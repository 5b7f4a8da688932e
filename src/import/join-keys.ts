/** What machines of several artefacts may be known by; kept apart from joining, since the help names them. */
export const joinKeys = ['name', 'uuid', 'address'] as const;

/** What begins a key that is a column of a table. */
const columnLead = 'column:';

/** What machines of several artefacts are known by: of tables, a column may hold what others call the machine. */
export type JoinKey = (typeof joinKeys)[number] | `${typeof columnLead}${string}`;

/** The key that somebody named; undefined of what is none. */
export function findJoinKey(text: string): JoinKey | undefined {
  const key = joinKeys.find((each) => each === text);
  if (key !== undefined) return key;
  return text.startsWith(columnLead) && text.length > columnLead.length
    ? `${columnLead}${text.slice(columnLead.length)}`
    : undefined;
}

/** The heading of the column that a key is; undefined of any other key. */
export function headingOfKey(key: JoinKey | undefined): string | undefined {
  return key?.startsWith(columnLead) === true ? key.slice(columnLead.length) : undefined;
}
