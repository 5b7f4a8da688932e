import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { saySkipped } from './test/support/say-skipped.ts';

// Two tiers. `npm test` runs the first, which is what a contributor waits for. `npm run test:rest` runs the
// rest: what needs dist/, a browser, a terminal, other shells or other Nodes, and once more, at full size,
// the files of the first tier that draw at random.

const outside = [
  'binary',
  'completion',
  'editor',
  'estates',
  'faults',
  'package',
  'page',
  'pipelines',
  'terminal',
  'validators',
].map((folder) => `test/program/${folder}/**/*.test.ts`);

const drawing = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('how-many.ts'));

export default defineConfig(({ mode }) => ({
  test: {
    // No test is about time: these limits are for what hangs, on a machine that is busy with other things.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    reporters: ['default', saySkipped],
    projects: [
      {
        extends: true,
        test: {
          name: 'first',
          include: ['test/**/*.test.ts'],
          exclude: outside,
          // Modules, and with them the rulebooks, are loaded once a worker and not once a file.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: mode === 'thorough' ? [...outside, ...drawing] : outside,
          env: mode === 'thorough' ? { THOROUGH: '1' } : {},
        },
      },
    ],
  },
}));
