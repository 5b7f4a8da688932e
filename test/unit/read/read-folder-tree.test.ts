import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectProcess } from '../../../src/io.ts';
import { readFolderTree } from '../../../src/read/read-folder-tree.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tree-'));
  for (const each of ['in/.git', 'in/_old', 'in/node_modules', 'in/shop/web', 'out'])
    mkdirSync(join(folder, each), { recursive: true });
  for (const each of ['in/.env', 'in/.git/a', 'in/_x', 'in/_old/a', 'in/node_modules/a', 'out/a'])
    writeFileSync(join(folder, each), '');
  for (const each of ['in/b', 'in/shop/a', 'in/shop/web/a']) writeFileSync(join(folder, each), '');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function list() {
  const { files, passedOver } = readFolderTree(connectProcess(), join(folder, 'in'));
  const shorten = (path: string) => path.slice(join(folder, 'in/').length);
  return { files: files.map(shorten), passedOver: passedOver.map(shorten) };
}

it('lists files in order, and says which folders it did not look into', () => {
  expect(list()).toEqual({
    files: ['b', 'shop/a', 'shop/web/a'],
    passedOver: ['.git', '_old', 'node_modules'],
  });
});

it.each([
  { what: 'out of the folder', to: '../../out', file: '', passed: ['shop/link'] },
  { what: 'to a file out of the folder', to: '../../out/a', file: '', passed: ['shop/link'] },
  { what: 'up, in a circle', to: '..', file: '', passed: [] },
  { what: 'to nothing, which is told when it is read', to: 'gone', file: 'shop/link', passed: [] },
  { what: 'to a file in the folder', to: '../b', file: 'shop/link', passed: [] },
])('a link leads $what', ({ to, file, passed }) => {
  symlinkSync(to, join(folder, 'in/shop/link'));
  const { files, passedOver } = list();
  expect(files.filter((each) => each.includes('link')).join()).toBe(file);
  expect(passedOver.filter((each) => each.includes('link'))).toEqual(passed);
});
