/** What a schema can be printed of. */
export const schemaNames = [
  'workload',
  'profile',
  'test',
  'rulebook',
  'result',
  'record',
  'portfolio',
] as const;
/** @see schemaNames */
export type SchemaName = (typeof schemaNames)[number];
