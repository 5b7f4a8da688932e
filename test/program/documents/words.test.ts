import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  headlines,
  isolationLevels,
  kinds,
  statuses,
  strengths,
  verdictStrengths,
} from '../../../src/words.ts';

// docs/words.md says where every word lives, and there it is.

const rows = readFileSync('docs/words.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-|word )/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .map(([word = '', means = '', home = '']) => ({ word, means, home }));

/** `Name` in `file`, or a file alone. */
const form = /^(?:`(\w+)` in )?`([\w./-]+)`$/;

describe('docs/words.md', () => {
  it('has words', () => expect(rows.length).toBeGreaterThan(80));

  it.each(rows)('says where $word lives', ({ home }) => {
    const [, name, file = ''] = form.exec(home) ?? [];
    const text = readFileSync(file, 'utf8');
    const declared = new RegExp(
      `^export (?:async )?(?:type|interface|const|class|function\\*?) ${name ?? ''}\\b`,
      'm',
    );
    if (name !== undefined) expect(text).toMatch(declared);
  });

  it.each(rows)('says in whole sentences what $word means', ({ means }) => {
    expect(means).toMatch(/^[A-Z`].*[.)]$/);
  });

  it('has every word that rulebooks and verdicts are made of', () => {
    const words = [...headlines, ...verdictStrengths, ...statuses, ...kinds];
    const all = rows.map(({ means }) => means).join('\n');
    expect(words.filter((word) => !all.includes(`\`${word}\``))).toEqual([]);
    for (const word of [...isolationLevels, ...strengths]) expect(all).toContain(word);
  });
});
