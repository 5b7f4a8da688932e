import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/main.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { loadRules } from '../../support/load-rules.ts';

const { digest } = loadRules().rulebook;
const other = digest.replace(/./g, (digit) => (digit === '0' ? '1' : '0'));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'advise-digest-'));
  writeFileSync(join(folder, 'web.yaml'), 'advise: 1\nname: web\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('--rules-digest', () => {
  test.each([
    { name: 'all digits', given: digest, ends: 0 },
    { name: 'in capitals', given: digest.toUpperCase(), ends: 0 },
    { name: 'the first half, which nobody can forge', given: digest.slice(0, 32), ends: 0 },
    { name: 'a digit less', given: digest.slice(0, 31), ends: 2 },
    { name: 'the eight digits of the text output', given: digest.slice(0, 8), ends: 2 },
    { name: 'nothing, as an unset variable gives', given: '', ends: 2 },
    { name: 'a digit more than there are', given: `${digest}0`, ends: 2 },
    { name: 'the end of the digest', given: digest.slice(32), ends: 2 },
    { name: 'another one', given: other, ends: 2 },
    { name: 'one that differs in the last digit', given: digest.slice(0, 63) + other.slice(63), ends: 2 },
  ])('$name: ends with $ends', async ({ given, ends }) => {
    const { world, stdout, stderr } = createTestWorld({ folder });
    expect(await main(['assess', 'web.yaml', '--rules-digest', given], world)).toBe(ends);
    expect(stdout() === '').toBe(ends === 2);
    expect(stderr().startsWith('advise: --rules-digest')).toBe(ends === 2);
  });
});
