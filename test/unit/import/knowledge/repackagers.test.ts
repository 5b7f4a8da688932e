import { expect, it } from 'vitest';
import { isRepackager, repackagers } from '../../../../src/import/knowledge/repackagers.ts';

it.each(repackagers)('$name builds images of programs that others make', ({ name }) => {
  expect(isRepackager(name)).toBe(true);
});

it.each(['library', 'linux', 'linuxserver2', ''])('%j does not', (name) => {
  expect(isRepackager(name)).toBe(false);
});
