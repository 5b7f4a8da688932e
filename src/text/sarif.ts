import type { Log, Run } from 'sarif';
import { writeJson } from './json.ts';
import { escapeLines, escapeText } from './safe.ts';

/** The keys under which a viewer finds what it shows. */
const shown: readonly string[] = ['text', 'markdown', 'name', 'fullyQualifiedName'];

/** Writes a SARIF 2.1.0 log of one run; what viewers show of it is made safe, data stays as it is. */
export function writeSarif(run: Run): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [makeShownSafe(run, 'run') as Run],
  };
  return writeJson(log);
}

/** Help is a text of several lines; everything else stands on one. */
function makeShownSafe(value: unknown, key: string, show = escapeText): unknown {
  if (typeof value === 'string') return shown.includes(key) ? show(value) : value;
  if (typeof value !== 'object' || value === null || key === 'properties') return value;
  const inside = key === 'help' ? escapeLines : show;
  if (Array.isArray(value)) return value.map((each: unknown) => makeShownSafe(each, key, inside));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => [name, makeShownSafe(each, name, inside)]),
  );
}
