import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runPage } from './worked-examples.ts';

// The commands of pages that work on files they show themselves.
// After a wanted change of what the program prints: UPDATE_README=1 npx vitest run test/program/documents

const update = process.env.UPDATE_README === '1';

/** The digest moves with every edit of a rule. */
const blur = (shown: string) => shown.replace(/\([0-9a-f]{8}\)/g, '(digest)');

describe.each(['docs/deciding.md', 'docs/reasoning.md'])('%s', (path) => {
  it('shows what its commands print', async () => {
    const text = readFileSync(path, 'utf8');
    const shown = await runPage(text);
    expect(shown).not.toEqual([]);
    if (update)
      writeFileSync(
        path,
        shown.reduce((all, { block, now }) => all.replace(block, () => now), text),
      );
    else expect(shown.map(({ block }) => blur(block))).toEqual(shown.map(({ now }) => blur(now)));
  });
});
