import { defineConfig } from 'vitest/config';

// The tests that mutants of deciding and reasoning must not survive: see stryker.config.json beside it.

export default defineConfig({
  test: {
    include: ['test/unit/decide/**/*.test.ts', 'test/unit/reason/**/*.test.ts', 'test/laws/kernel.test.ts'],
    testTimeout: 300_000,
  },
});
