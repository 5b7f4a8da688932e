import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../support/parse-scenario.ts';
import { runScenario } from '../../support/run-scenario.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const names = readdirSync(folder).sort();
const scenarios = names.filter((name) => name.endsWith('.scenario'));

describe('scenarios', () => {
  test.each(scenarios)('%s', async (name) => {
    const before = readFileSync(folder + name, 'utf8');
    const after = await runScenario(before);
    if (process.env.UPDATE_SCENARIOS === '1' && after !== before) writeFileSync(folder + name, after);
    else expect(after).toBe(before);
  });
});

describe('the files of scenarios', () => {
  test('all of them are run', () => {
    const others = names.filter((name) => !name.endsWith('.scenario'));
    expect(others).toEqual(['README.md', 'scenarios.test.ts']);
  });

  test.each(scenarios)('%s says why it is there, and its files are used', (name) => {
    const text = readFileSync(folder + name, 'utf8');
    const { runs, rest } = parseScenario(text);
    expect(text).toMatch(/^# .+\n# .+\n/);
    expect(runs).not.toHaveLength(0);
    expect(rest.trim()).toBe('');
    const prepared = runs.flatMap((run) => run.setup.filter((section) => section.keyword === 'file'));
    const unused = prepared
      .map((section) => section.argument)
      .filter((file) => !file.startsWith('.') && text.split(file).length < 3);
    expect(unused).toEqual([]);
  });
});
