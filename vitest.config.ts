import { defineConfig } from 'vitest/config';

// `npm test` runs the first tier, `npm run test:rest` the rest: what needs dist/, a browser, a terminal,
// other shells or the network, and much more than a contributor wants to wait for.
const rest = ['binary', 'completion', 'editor', 'package', 'page', 'pipelines', 'terminal'].map(
  (folder) => `test/program/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'first',
          include: ['test/**/*.test.ts'],
          exclude: rest,
          // The modules and the rulebook are loaded once a worker, not once a file.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'rest', include: rest } },
    ],
  },
});
