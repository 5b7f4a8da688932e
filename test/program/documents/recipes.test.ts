import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../src/advice/result.ts';
import { decide } from '../../../src/decide/decide.ts';
import type { State } from '../../../src/decide/model.ts';
import { lintRulebook } from '../../../src/prove/lint/lint-rulebook.ts';
import { findingKinds } from '../../../src/prove/lint/finding.ts';
import { compileRulebook } from '../../../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../../../src/rulebook/load/load-rulebook.ts';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import type { Rulebook } from '../../../src/rulebook/rulebook.ts';
import type { Prepared } from '../../../src/reason/engine/prepared.ts';
import type { Renderer } from '../../../src/render/renderer.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { prepareRendering } from '../../support/render-report.ts';
import { listStates } from '../../unit/reason/brute-force.ts';
import { makeTrial } from '../../unit/reason/make-trial.ts';

// What docs/recipes.md adds to the rulebook can be added: it loads, and lint has nothing against it. Its
// new files import what exists, and do what the recipe says of them.

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

/** The new files of the recipes. */
const files = [...page.matchAll(/^( *)<!-- new (\S+) -->\n\n *```ts\n([^]*?)\n *```/gm)].map(
  ([, indent = '', path = '', block = '']) => ({
    path,
    text: block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }),
);

describe('the new files of the recipes', () => {
  it('are several', () => expect(files.length).toBeGreaterThan(4));

  it.each(files)('$path is not there yet', ({ path }) => expect(existsSync(path)).toBe(false));

  it.each(files)('$path imports what exists', ({ path, text }) => {
    const imports = [...text.matchAll(/^import (?:type )?\{ (.*) \} from '(\..*)';$/gm)];
    expect(imports).not.toEqual([]);
    for (const [, names = '', from = ''] of imports) {
      const target = normalize(join(dirname(path), from));
      const other = files.find((file) => file.path === target)?.text ?? readFileSync(target, 'utf8');
      for (const name of names.split(', '))
        expect(other, `${name} of ${target}`).toMatch(
          new RegExp(
            `^export (?:type|interface|const|(?:async )?function) ${name.replace('type ', '')}\\b`,
            'm',
          ),
        );
    }
  });

  const folder = mkdtempSync(join(tmpdir(), 'advise-recipes-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Loads a new file as it would be in its place. */
  const load = async (wanted: string): Promise<Record<string, unknown>> => {
    for (const { path, text } of files) {
      const place = (name: string) => {
        const target = normalize(join(dirname(path), name));
        return files.some((file) => file.path === target) ? join(folder, target) : resolve(target);
      };
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(
        join(folder, path),
        text.replaceAll(/'(\.[^']*\.ts)'/g, (_, name: string) => `'${place(name)}'`),
      );
    }
    return (await import(join(folder, wanted))) as Record<string, unknown>;
  };

  it('render what they promise', async () => {
    const { renderLines } = (await load('src/render/advice/lines.ts')) as { renderLines: Renderer<Result> };
    const file = 'fixtures/payments-api.yaml';
    const { result, context } = prepareRendering([{ file, text: readFileSync(file, 'utf8') }]);
    expect(renderLines(result, context)).toBe('container container.orchestrated payments-api\n');
  });

  it('find what they look for', async () => {
    const { checkWaysOut } = (await load('src/prove/lint/check-ways-out.ts')) as {
      checkWaysOut: (ready: ReadyRulebook) => readonly { readonly subject: { readonly id: string } }[];
    };
    const excludes = { when: { 't.a': 'yes' }, 'rules-out': 'container.plain' };
    const ready = buildRulebook({
      rules: { c: { bare: excludes, kind: { ...excludes, instead: 'Do so.' } } },
    });
    expect(checkWaysOut(ready).map(({ subject }) => subject.id)).toEqual(['bare']);
  });

  it('answer as the engine does', async () => {
    const { listVerdicts } = (await load('src/reason/list-verdicts.ts')) as {
      listVerdicts: (prepared: Prepared, state: State) => string[] | null;
    };
    for (let seed = 0; seed < 50; seed++) {
      const { model, prepared, held } = makeTrial(seed);
      const reached = listStates(held).map((state) => decide(model, state, prepared.waived));
      const verdicts = reached.map(({ headline, strength }) =>
        strength === null ? headline : `${headline} ${strength}`,
      );
      expect(listVerdicts(prepared, held)?.sort()).toEqual([...new Set(verdicts)].sort());
    }
  });
});
