import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintRulebook } from '../../../src/prove/lint/lint-rulebook.ts';
import { findingKinds } from '../../../src/prove/lint/finding.ts';
import { compileRulebook } from '../../../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../../../src/rulebook/load/load-rulebook.ts';
import type { Rulebook } from '../../../src/rulebook/rulebook.ts';

// What docs/recipes.md adds to the rulebook can be added: it loads, and lint has nothing against it.

const page = readFileSync('docs/recipes.md', 'utf8');

/** What a recipe pastes, and where: before a line that begins so, or at the end. */
interface Paste {
  readonly file: string;
  readonly before: string | undefined;
  readonly block: string;
}

/** What the recipes paste, recipe by recipe. */
function listPastes(): { title: string; pastes: Paste[] }[] {
  const form =
    /<!-- paste (?:at the end of|before "([^"]+)" in) (\S+) -->\n\n *<!-- prettier-ignore -->\n( *)```yaml\n([^]*?)\n *```/g;
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.split('\n')[0] ?? '',
      pastes: [...section.matchAll(form)].map(([, before, file = '', indent = '', block = '']) => ({
        file,
        before,
        block: block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      })),
    }))
    .filter(({ pastes }) => pastes.length > 0);
}

function paste(text: string, { before, block, file }: Paste): string {
  if (before === undefined) return `${text}\n${block}\n`;
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim().startsWith(before));
  if (at === -1) throw new Error(`${file} has no line that begins with ${before}`);
  return [...lines.slice(0, at), block, '', ...lines.slice(at)].join('\n');
}

/** The default rulebook with some pastes. */
function loadWith(pastes: readonly Paste[]): Rulebook {
  const names = readdirSync('rules').filter((name) => name.endsWith('.yaml'));
  const files = names.map((name) => {
    const path = `rules/${name}`;
    const text = pastes.filter(({ file }) => file === path).reduce(paste, readFileSync(path, 'utf8'));
    return { path, name, text };
  });
  return loadRulebook(files, 'rules');
}

describe('docs/recipes.md', () => {
  const recipes = listPastes();

  it.each(recipes)('$title: what is pasted loads', ({ pastes }) => {
    expect(() => loadWith(pastes)).not.toThrow();
  });

  it('pastes nothing that lint has something against', () => {
    const rulebook = loadWith(recipes.flatMap(({ pastes }) => pastes));
    const findings = lintRulebook({ rulebook, model: compileRulebook(rulebook) });
    expect(findings.filter(({ kind }) => findingKinds[kind].level !== 'note')).toEqual([]);
    expect(recipes.length).toBeGreaterThan(2);
  });
});
