import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTestDocument } from '../../../src/prove/test/parse-test-document.ts';
import { parseYaml } from '../../../src/read/parse-yaml.ts';
import { extendRulebook } from '../../../src/rulebook/extend/extend-rulebook.ts';
import { toFile } from '../../support/build-extension.ts';
import { loadRules } from '../../support/load-rules.ts';
import { readWorkload } from '../../support/build-workload.ts';
import { runConsole } from './run-console.ts';

// docs/rule-tests.md is tried as it is written: from an empty folder, its files written as they come.
// After a wanted change of what the program prints: UPDATE_README=1 npx vitest run test/program/documents

const page = 'docs/rule-tests.md';
const text = readFileSync(page, 'utf8');

/** The steps of the page: files to write, and commands to run. */
const steps = [...text.matchAll(/(?:<!-- file (\S+) -->\n\n)?```(\w+)\n([\s\S]*?)```/g)].map(
  ([, file, language, block = '']) => ({ file, language, block: block.trimEnd() }),
);

/** Counts and digests move with every rule that is added. */
const blur = (shown: string) => shown.replace(/\d+/g, 'n').replace(/\s+/g, ' ');

describe(page, () => {
  let folder = '';
  let now = text;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'advise-docs-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    if (process.env.UPDATE_README === '1') writeFileSync(page, now);
  });

  it('has steps', () => expect(steps.filter(({ language }) => language === 'console')).toHaveLength(4));

  it('can be followed', async () => {
    for (const { file, language, block } of steps) {
      if (file !== undefined) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), `${block}\n`);
      }
      if (language !== 'console') continue;
      const shown = await runConsole(block, folder);
      now = now.replace(block, () => shown);
      if (process.env.UPDATE_README !== '1') expect(blur(block)).toBe(blur(shown));
    }
    expect(existsSync(join(folder, 'failing/nine-of-a-kind.yaml'))).toBe(true);
  });

  it('shows no rule that its tests leave unproven', () => expect(text).not.toContain('would notice'));

  it('ends with a rulebook in which lint finds nothing', async () => {
    expect(await runConsole('$ advise rules lint --rules acme', folder)).toContain('0 errors, 0 warnings');
  });

  it('shows tests that can be read', () => {
    const shown = steps.filter(({ language, block }) => language === 'yaml' && block.startsWith('advise: 1'));
    const own = extendRulebook(loadRules().rulebook, [toFile('acme/rulebook.yaml', steps[0]?.block ?? '')]);
    expect(shown.length).toBeGreaterThan(2);
    for (const { block } of shown) {
      const [document] = parseYaml(block, page);
      if (document === undefined) throw new Error('no document');
      const open = { workload: () => readWorkload(loadRules(), ''), profile: () => [] };
      expect(parseTestDocument(document, own, undefined, open).expected).not.toEqual([]);
    }
  });
});
