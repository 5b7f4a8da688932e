// Writes schemas/, which editors and other programs read: npm run schemas
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSchema } from '../src/schema/create-schema.ts';
import { schemaNames } from '../src/schema/schema-names.ts';
import { loadSourceRulebook } from './load-source-rulebook.ts';

const folder = fileURLToPath(new URL('../schemas/', import.meta.url));
const { rulebook } = loadSourceRulebook();
mkdirSync(folder, { recursive: true });
for (const name of schemaNames)
  writeFileSync(`${folder}${name}.schema.json`, `${JSON.stringify(createSchema(name, rulebook), null, 2)}\n`);
