// Writes what docs/architecture.md shows of the imports: part of npm run docs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { fillIn } from './draw-architecture.ts';
import { readModules } from './read-modules.ts';

const page = fileURLToPath(new URL('../docs/architecture.md', import.meta.url));
const filled = fillIn(readFileSync(page, 'utf8'), readModules());
writeFileSync(page, await format(filled, { ...(await resolveConfig(page)), filepath: page }));
