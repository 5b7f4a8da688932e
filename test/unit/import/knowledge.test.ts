import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as capabilities from '../../../src/import/knowledge/capabilities.ts';
import * as clusters from '../../../src/import/knowledge/clusters.ts';
import * as devices from '../../../src/import/knowledge/devices.ts';
import * as dongles from '../../../src/import/knowledge/dongles.ts';
import * as hostPaths from '../../../src/import/knowledge/host-paths.ts';
import * as imageName from '../../../src/import/knowledge/image-name.ts';
import * as images from '../../../src/import/knowledge/images.ts';
import * as judgeRelease from '../../../src/import/knowledge/judge-release.ts';
import * as officialImages from '../../../src/import/knowledge/official-images.ts';
import * as operators from '../../../src/import/knowledge/operators.ts';
import * as publicRegistries from '../../../src/import/knowledge/public-registries.ts';
import * as releaseNames from '../../../src/import/knowledge/release-names.ts';
import * as releaseRules from '../../../src/import/knowledge/release-rules.ts';
import * as repackagers from '../../../src/import/knowledge/repackagers.ts';
import * as resources from '../../../src/import/knowledge/resources.ts';
import * as systems from '../../../src/import/knowledge/systems.ts';
import * as windowsRoles from '../../../src/import/knowledge/windows-roles.ts';
import * as windowsServices from '../../../src/import/knowledge/windows-services.ts';

const folder = 'src/import/knowledge';

/** What holds no table: readers of names, and what judges by the tables of others. */
const withoutTable = ['image-name.ts', 'judge-release.ts', 'release-rules.ts'];

interface Entry {
  readonly source?: string;
}

const modules = Object.entries<Readonly<Record<string, unknown>>>({
  'capabilities.ts': capabilities,
  'clusters.ts': clusters,
  'devices.ts': devices,
  'dongles.ts': dongles,
  'host-paths.ts': hostPaths,
  'image-name.ts': imageName,
  'images.ts': images,
  'judge-release.ts': judgeRelease,
  'official-images.ts': officialImages,
  'operators.ts': operators,
  'public-registries.ts': publicRegistries,
  'release-names.ts': releaseNames,
  'release-rules.ts': releaseRules,
  'repackagers.ts': repackagers,
  'resources.ts': resources,
  'systems.ts': systems,
  'windows-roles.ts': windowsRoles,
  'windows-services.ts': windowsServices,
}).map(([file, exports]) => ({ file, exports }));
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
  it('is looked at here', () => {
    expect(modules.map(({ file }) => file)).toEqual(
      readdirSync(folder)
        .filter((file) => file.endsWith('.ts'))
        .sort(),
    );
  });

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
