import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'src/import/knowledge';

/** What holds no table: readers of names, and what judges by the tables of others. */
const withoutTable = ['image-name.ts', 'judge-release.ts', 'release-rules.ts'];

interface Entry {
  readonly source?: string;
}

const modules = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map(async (file) => ({
      file,
      exports: (await import(`../../../${folder}/${file}`)) as Readonly<Record<string, unknown>>,
    })),
);
const tables = modules.flatMap(({ file, exports }) =>
  Object.entries(exports).flatMap(([name, value]) =>
    Array.isArray(value) ? [{ name: `${file}: ${name}`, entries: value as readonly Entry[] }] : [],
  ),
);
/** Lists of names that were taken from one place. */
const lists = modules.flatMap(({ file, exports }) =>
  Object.entries(exports).flatMap(([name, value]) =>
    value instanceof Set ? [{ name: `${file}: ${name}`, exports }] : [],
  ),
);

describe('everything that is known', () => {
  it('is in a table', () => {
    const known = new Set([...tables, ...lists].map(({ name }) => name.split(':')[0]));
    expect(modules.map(({ file }) => file).filter((file) => !known.has(file))).toEqual(withoutTable);
  });

  it.each(tables)('$name says where each of its entries stands', ({ entries }) => {
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ source = '' }) => !/^https?:\/\/\S+$/.test(source))).toEqual([]);
  });

  it.each(lists)('$name was taken from a place that is named beside it', ({ exports }) => {
    const sources = Object.entries(exports).filter(([name]) => name.endsWith('Source'));
    expect(sources.map(([, value]) => value)).toEqual([expect.stringMatching(/^https:\/\//)]);
  });
});
