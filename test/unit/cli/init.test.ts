import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/main.ts';
import { createTestWorld } from '../../support/create-test-world.ts';

let project = '';
beforeEach(() => {
  project = join(mkdtempSync(join(tmpdir(), 'advise-init-')), 'checkout');
  mkdirSync(join(project, 'api'), { recursive: true });
});
afterEach(() => {
  rmSync(join(project, '..'), { recursive: true, force: true });
});

describe('a workload that init writes', () => {
  it.each([
    { from: '', path: 'workload.yaml', name: 'checkout' },
    { from: '', path: './advise.yaml', name: 'checkout' },
    { from: 'api', path: '../workload.yaml', name: 'checkout' },
    { from: '', path: 'api/workload.yaml', name: 'api' },
    { from: '', path: 'payments.yaml', name: 'payments' },
  ])('as $path is called $name', async ({ from, path, name }) => {
    const folder = join(project, from);
    const { world, stderr } = createTestWorld({ folder });
    expect(await main(['init', path], world)).toBe(0);
    expect(readFileSync(join(folder, path), 'utf8')).toMatch(new RegExp(`^name: ${name}$`, 'm'));
    expect(stderr()).toContain(`calls the workload ${name};`);
  });
});
