import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingKinds } from '../../../../src/prove/lint/finding.ts';

// docs/lint.md has a section a kind of finding, below the heading of its level, and none besides.

const page = readFileSync(new URL('../../../../docs/lint.md', import.meta.url), 'utf8');
const levels = { Errors: 'error', Warnings: 'warning', Notes: 'note' } as const;

function listSections(title: string): string[] {
  const [, rest = ''] = page.split(`\n## ${title}\n`);
  const [part = ''] = rest.split('\n## ');
  return [...part.matchAll(/^### (.+)$/gm)].map(([, name = '']) => name);
}

describe('docs/lint.md', () => {
  it.each(Object.entries(levels))('has all %s, in the order of the program', (title, level) => {
    const kinds = Object.entries(findingKinds).filter(([, kind]) => kind.level === level);
    expect(listSections(title)).toEqual(kinds.map(([name]) => name));
  });

  it('says something under every heading', () => {
    expect(page).not.toMatch(/^### .+\n+#/m);
  });
});

describe('every kind of finding', () => {
  it.each(Object.entries(findingKinds))('%s has a title and says what to do', (_, { title, todo }) => {
    expect(title).toMatch(/^[A-Z][^.]*$/);
    expect(todo).toMatch(/^[A-Z].*\.$/);
  });
});
