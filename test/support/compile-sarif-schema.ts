import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * The published schema of SARIF 2.1.0. It is of draft 4, of which it uses nothing that later drafts
 * read otherwise but its own id.
 */
export function compileSarifSchema(): ValidateFunction {
  const path = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  const { $schema: draft, id, ...rest } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  if (!String(draft).includes('draft-04') || !String(id).includes('sarif-2.1.0'))
    throw new Error('another schema than was expected');
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(rest);
}
