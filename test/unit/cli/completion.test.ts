import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/main.ts';
import { createTestWorld } from '../../support/create-test-world.ts';

// Tab is pressed in folders of strangers, so the files of the folder are read only where nothing else
// knows the words.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'advise-read-'));
  writeFileSync(join(folder, '.advise.yaml'), 'rules: own.yaml\n');
  for (const name of ['own', 'other'])
    writeFileSync(
      join(folder, `${name}.yaml`),
      `rulebook: 1\nname: ${name}\nversion: 1.0.0\ndate: 2027-01-01\nextends: default\n`,
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The YAML files that were looked for, or read. */
async function listRead(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { world } = createTestWorld({ folder, env });
  const read = new Set<string>();
  const io = new Proxy(world.io, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      if (typeof found !== 'function') return found;
      return (...args: readonly unknown[]): unknown => {
        if (typeof args[0] === 'string') read.add(args[0]);
        return Reflect.apply(found, target, args);
      };
    },
  });
  expect(await main(['complete', 'fish', '--', ...words], { ...world, io })).toBe(0);
  return [...read].filter((path) => path.endsWith('.yaml')).sort();
}

describe('no file is touched to complete', () => {
  test.each([
    { what: 'a command', words: [''] },
    { what: 'a command that is begun', words: ['wh'] },
    { what: 'a command of a command', words: ['rules', ''] },
    { what: 'an option', words: ['why', '--'] },
    { what: 'an option, where a rule may stand too', words: ['why', '-'] },
    { what: 'the value of an option', words: ['assess', '--format', ''] },
    { what: 'a value behind an equals sign', words: ['assess', '--format='] },
    { what: 'a file', words: ['assess', ''] },
    { what: 'a file behind a rule', words: ['why', 'only-processes', ''] },
    { what: 'the file of an option', words: ['why', '--profile', ''] },
    { what: 'a rulebook', words: ['why', '--rules='] },
    { what: 'what has a schema', words: ['schema', ''] },
    { what: 'a shell', words: ['completion', ''] },
    { what: 'what nobody knows', words: ['assess', '--today', ''] },
    { what: 'a command there is not', words: ['nonsense', ''] },
    { what: 'nothing at all', words: [] },
  ])('$what', async ({ words }) => expect(await listRead(words)).toEqual([]));
});

describe('the rulebook that counts is read to complete', () => {
  const own = ['.advise.yaml', 'own.yaml'];
  test.each([
    { what: 'a rule to explain', words: ['why', ''], read: own },
    { what: 'a rule to show', words: ['rules', 'show', 'on'], read: own },
    { what: 'one more rule to test', words: ['rules', 'test', 'only-processes', ''], read: own },
    { what: 'a fact', words: ['facts', ''], read: own },
    { what: 'a fact to set', words: ['assess', 'x', '--set', ''], read: own },
    { what: 'a value to set', words: ['assess', 'x', '--set=os.family='], read: own },
    { what: 'a rule, without the settings', words: ['why', '--no-config', ''], read: [] },
    {
      what: 'a rule of a rulebook that is named',
      words: ['why', '--no-config', '-r', 'other.yaml', ''],
      read: ['other.yaml'],
    },
    {
      what: 'the same behind an equals sign',
      words: ['rules', 'show', '--no-config', '--rules=other.yaml', ''],
      read: ['other.yaml'],
    },
    {
      what: 'a rule of the rulebook of the environment',
      words: ['why', ''],
      env: { ADVISE_RULES: 'other.yaml' },
      read: ['.advise.yaml', 'other.yaml'],
    },
  ])('$what', async ({ words, env, read }) => expect(await listRead(words, env)).toEqual(read));
});
