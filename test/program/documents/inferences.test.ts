import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { artefactKinds } from '../../../src/import/kinds.ts';
import { renderInferenceDocs } from '../../../src/render/import/inferences-markdown.ts';
import { createStyle } from '../../../src/text/style.ts';
import { loadRules } from '../../support/load-rules.ts';

it('docs/inferences.md lists the rules of inference as they are (npm run docs)', async () => {
  const { rulebook } = loadRules();
  const tables = await Promise.all(
    artefactKinds.map(async ({ title, load }) => ({ title, rules: (await load()).rules })),
  );
  const context = { width: 80, style: createStyle(false), all: true, verbose: false, rulebook, version: '' };
  expect(readFileSync('docs/inferences.md', 'utf8')).toBe(renderInferenceDocs(tables, context));
});
