import { describe, expect, it } from 'vitest';
import type { Log } from 'sarif';
import { main } from '../../../../src/main.ts';
import { findingKinds } from '../../../../src/prove/lint/finding.ts';
import { compileSarifSchema } from '../../../support/compile-sarif-schema.ts';
import { createTestWorld } from '../../../support/create-test-world.ts';
import { writeRulebook } from '../../../support/build-rulebook.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The SARIF that rules lint writes is what the published schema wants.

const validate = compileSarifSchema();

async function lint(folder: string, ...argv: string[]): Promise<{ log: Log; code: number }> {
  const test = createTestWorld({ folder });
  const code = await main(['rules', 'lint', '-f', 'sarif', ...argv], test.world);
  return { log: JSON.parse(test.stdout()) as Log, code };
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'advise-sarif-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('rules lint -f sarif', () => {
  it('is valid for the default rulebook, and names its files', async () => {
    const { log, code } = await withFolder((folder) => lint(folder));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(code).toBe(0);
    const [run] = log.runs;
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(Object.keys(findingKinds));
    const places = run?.results?.map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    );
    expect(new Set(places)).toEqual(new Set(['rules/sources.yaml']));
    expect(run?.results?.every(({ level }) => level === 'note')).toBe(true);
  });

  it('is valid with witnesses, related places and odd file names', async () => {
    await withFolder(async (folder) => {
      const vote = { favours: { vm: 'moderate' } };
      const files = writeRulebook({
        rules: {
          'a b': {
            one: { ...vote, when: { 't.a': 'yes', 't.b': 'yes' } },
            two: { ...vote, when: { 't.a': 'yes', 't.b': 'no' } },
            three: { favours: { vm: 'slight' }, when: { 't.a': 'yes', 't.b': 'yes' } },
          },
        },
      });
      for (const { name, text } of files) writeFileSync(join(folder, name), text);
      const { log, code } = await lint(folder, '--rules', '.');
      expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
      expect(code).toBe(1);
      const halves = log.runs[0]?.results?.find(({ ruleId }) => ruleId === 'complementary-halves');
      expect(halves?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('./a%20b.yaml');
      expect(halves?.relatedLocations).toHaveLength(1);
      expect(halves?.properties?.workload).toContain('b: unknown');
    });
  });

  it('is not valid once something required is missing', () => {
    expect(validate({ version: '2.1.0' })).toBe(false);
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });
});
