/** A JSON schema, draft-07. */
export type JsonSchema = Readonly<Record<string, unknown>>;
