import { describe, expect, it } from 'vitest';
import { tidyPath, trimPath } from '../../../src/text/path.ts';

describe('the path of a folder', () => {
  it.each([
    { path: 'rules', trimmed: 'rules' },
    { path: 'rules/', trimmed: 'rules' },
    { path: 'a/rules//', trimmed: 'a/rules' },
    { path: '/', trimmed: '/' },
    { path: '', trimmed: '' },
  ])('$path is $trimmed', ({ path, trimmed }) => expect(trimPath(path)).toBe(trimmed));
});

describe('the path of a file', () => {
  it.each([
    { path: './a.yaml', tidy: 'a.yaml' },
    { path: 'b/./a.yaml', tidy: 'b/a.yaml' },
    { path: 'b//a.yaml', tidy: 'b/a.yaml' },
    { path: '/b/a.yaml', tidy: '/b/a.yaml' },
    { path: '../a.yaml', tidy: '../a.yaml' },
    { path: '.a.yaml', tidy: '.a.yaml' },
  ])('$path is $tidy', ({ path, tidy }) => expect(tidyPath(path)).toBe(tidy));
});
