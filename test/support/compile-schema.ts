import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { JsonSchema } from '../../src/schema/workload-schema.ts';

/** Says whether a value is as a schema wants it. */
export type Validate = (value: unknown) => { readonly valid: boolean; readonly errors: string };

/** Compiles a draft-07 schema as an editor would, unknown keywords and formats being errors. */
export function compileSchema(schema: JsonSchema): Validate {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate: ValidateFunction = ajv.compile(schema);
  return (value) => {
    const valid = validate(value);
    return { valid, errors: (validate.errors ?? []).slice(0, 5).map(describe).join('\n') };
  };
}

function describe(error: ErrorObject): string {
  return `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`;
}
