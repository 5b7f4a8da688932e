import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { escapeText } from '../../../src/text/safe.ts';
import { renderMarkdown } from '../../../src/render/advice/markdown/markdown.ts';
import { hasChromium, useBrowser } from '../../support/browser.ts';
import { hostileTexts, prepareRendering } from '../../support/render-report.ts';

// The pictures of Markdown records, drawn by Mermaid itself, as a forge does.

const opened = useBrowser();

const drawing = /```mermaid\n([\s\S]*?)\n```/g;

function listDrawings(file: string, text: string): string[] {
  const { result, context } = prepareRendering([{ file, text }]);
  return [...renderMarkdown(result, context).matchAll(drawing)].map(([, code = '']) => code);
}

/** Draws pictures; the labels of each, as they are seen, and whether anything ran or was linked. */
async function draw(drawings: readonly string[]): Promise<{ labels: string[]; links: number }[]> {
  const page = await opened.browser().newPage();
  page.on('dialog', (dialog) => {
    throw new Error(`a label opened a dialog: ${dialog.message()}`);
  });
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
  const drawn = await page.evaluate(async (codes) => {
    const { mermaid } = globalThis as unknown as {
      mermaid: {
        initialize(options: object): void;
        render(id: string, code: string): Promise<{ svg: string }>;
      };
    };
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
    const pictures = [];
    for (const [index, code] of codes.entries()) {
      const { svg } = await mermaid.render(`d${index}`, code);
      document.body.innerHTML = svg;
      const labels = [...document.querySelectorAll('.nodeLabel')].map((each) => each.textContent);
      pictures.push({ labels, links: document.body.querySelectorAll('a, img, script').length });
    }
    return pictures;
  }, drawings);
  await page.close();
  return drawn;
}

describe.runIf(hasChromium)('pictures', () => {
  it('of every fixture are drawn', async () => {
    const names = readdirSync('fixtures').filter((name) => name.endsWith('.yaml'));
    const drawings = names.flatMap((name) => listDrawings(name, readFileSync(`fixtures/${name}`, 'utf8')));
    const drawn = await draw(drawings);
    expect(drawn.length).toBeGreaterThan(15);
    for (const { labels } of drawn) expect(labels.length).toBeGreaterThan(3);
  });

  it('show hostile names as they were typed, and nothing of them runs or links', async () => {
    for (const hostile of hostileTexts) {
      const facts = { site: { containers: 'managed-kubernetes' } };
      const [picture] = await draw(listDrawings('x.yaml', stringify({ advise: 1, name: hostile, facts })));
      const labels = picture?.labels.map((label) => label.replace(/\s+/g, ' ')) ?? [];
      expect(labels).toContain(escapeText(hostile).replace(/\s+/g, ' '));
      expect(picture?.links).toBe(0);
    }
  });
});
