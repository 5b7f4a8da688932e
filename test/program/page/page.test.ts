import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Result } from '../../../src/advice/result.ts';
import { buildBinary } from '../../support/build-binary.ts';
import { hasChromium, openFile, useBrowser } from '../../support/browser.ts';
import { expectPart, readPart } from '../../support/read-page.ts';
import { hostileTexts } from '../../support/render-report.ts';
import { runBinary } from '../../support/run-binary.ts';

// HTML reports as the built program writes them, in a real browser that has no network.

const { browser, folder } = useBrowser();

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

beforeAll(() => {
  if (hasChromium) buildBinary();
});

/** Writes a report with the built program; its path, and the same result as data. */
async function writeReport(name: string, files: readonly string[], ...argv: string[]) {
  const file = join(folder(), `${name}.html`);
  const { stdout, stderr, code } = await runBinary(['assess', ...files, '-f', 'json', '-o', file, ...argv]);
  expect(stderr).toBe(`advise: wrote ${file}\n`);
  expect(code).toBe(0);
  return { file, result: JSON.parse(stdout) as Result };
}

function writeHostile(): string {
  const file = join(folder(), 'hostile.yaml');
  const documents = hostileTexts.map((text) =>
    stringify({
      advise: 1,
      name: text,
      facts: { package: { 'vendor-support': 'vm-or-hardware-only', 'support-required': 'yes' } },
      waivers: [{ rule: 'vendor-support-is-required', because: text, by: text }],
      components: [{ name: text }, { name: 'other', facts: { os: { family: 'windows' } } }],
    }),
  );
  writeFileSync(file, documents.join('---\n'));
  return file;
}

const fixtures = readdirSync('fixtures').filter((name) => name.endsWith('.yaml'));
const scripts = [
  { scripts: 'on', javaScriptEnabled: true },
  { scripts: 'off', javaScriptEnabled: false },
];

describe.runIf(hasChromium)('a report', () => {
  describe.each(fixtures)('on %s', (name) => {
    it.each(scripts)(
      'shows all of the advice with scripts $scripts, and asks for nothing',
      async (options) => {
        const { file, result } = await writeReport(`${name}-${options.scripts}`, [`fixtures/${name}`]);
        const { page, misdeeds } = await openFile(browser(), file, {
          javaScriptEnabled: options.javaScriptEnabled,
        });
        for (const [index, advice] of result.results.entries()) {
          const parts = advice.components.length === 0 ? [advice] : advice.components;
          for (const [position, part] of parts.entries())
            expect(await readPart(page, `w${index + 1}p${position + 1}`)).toEqual(expectPart(part));
        }
        expect(misdeeds).toEqual([]);
        const parts = result.results.flatMap(({ components }) => components).length;
        expect(statSync(file).size).toBeLessThanOrEqual(400_000 + 30_000 * Math.max(parts - 1, 0));
        await page.context().close();
      },
    );
  });

  it('on every fixture has an overview that leads to each', async () => {
    const { file, result } = await writeReport(
      'all',
      fixtures.map((name) => `fixtures/${name}`),
    );
    const { page, misdeeds } = await openFile(browser(), file);
    const rows = page.locator('.overview').first().locator('tbody tr');
    const lines = result.results.map(({ components }) => 1 + components.length);
    expect(await rows.count()).toBe(lines.reduce((sum, each) => sum + each));
    const leadNowhere = await page
      .locator('a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => document.getElementById(href.slice(1)) === null),
      );
    expect(leadNowhere).toEqual([]);
    await rows.getByRole('link', { name: 'windows-desktop' }).click();
    await expect.poll(() => page.locator('h2', { hasText: 'windows-desktop' }).isVisible()).toBe(true);
    expect(misdeeds).toEqual([]);
    await page.context().close();
  });

  it('on many workloads has an overview that is searched, sorted and grouped', async () => {
    const { file } = await writeReport(
      'many',
      fixtures.map((name) => `fixtures/${name}`),
    );
    const { page, misdeeds } = await openFile(browser(), file);
    const table = page.locator('.front .overview');
    const names = () => table.locator('tbody tr:not(.within) th a').allTextContents();
    const controls = page.locator('.overview-controls');
    const all = await names();
    await controls.getByLabel('Group by').selectOption('headline');
    await expect.poll(() => table.locator('.group-title').allTextContents()).toContain('vm (7)');
    expect((await names()).toSorted()).toEqual(all.toSorted());
    await controls.getByLabel('Group by').selectOption('');
    await controls.getByLabel('Sort by').selectOption('name');
    await expect.poll(names).toEqual(all.toSorted());
    await controls.getByLabel('Find').fill('windows-desktop');
    await expect.poll(names).toEqual(['windows-desktop']);
    expect(await controls.getByRole('status').textContent()).toBe('1 of 19 shown');
    await controls.getByLabel('Find').fill('');
    await controls.getByLabel('Sort by').selectOption('');
    await expect.poll(names).toEqual(all);
    expect(misdeeds).toEqual([]);
    await page.context().close();
  });

  it('on an estate holds each workload in short, and works out the rest where one is opened', async () => {
    const estate = join(folder(), 'estate.yaml');
    const documents = Array.from({ length: 60 }, (_, index) =>
      stringify({
        advise: 1,
        name: `app-${index}`,
        facts: { os: { family: index % 2 ? 'linux' : 'windows' } },
      }),
    );
    writeFileSync(estate, documents.join('---\n'));
    const { file, result } = await writeReport('estate', [estate]);
    expect(statSync(file).size).toBeLessThan(600_000);
    const { page, misdeeds } = await openFile(browser(), file);
    expect(await page.locator('.part').count()).toBe(0);
    await page.locator('.overview').getByRole('link', { name: 'app-58' }).click();
    await page.locator('#w59p1').waitFor();
    const [advice] = result.results.slice(58);
    if (advice === undefined) throw new Error('no advice');
    expect(await readPart(page, 'w59p1')).toEqual(expectPart(advice));
    expect(await page.locator('.part').count()).toBe(1);
    expect(misdeeds).toEqual([]);
    await page.context().close();
  });

  it('says in a sentence where the parts of a system go', async () => {
    const { file } = await writeReport('split', ['fixtures/shop.yaml']);
    const { page } = await openFile(browser(), file, { javaScriptEnabled: false });
    expect(await page.locator('h1').textContent()).toBe('shop: 2 containers, 1 VM');
    expect(await page.locator('.recommendation').textContent()).toBe(
      'Recommended: web and order-database to the Kubernetes you already run; tax-calculator to single VMs.',
    );
    await page.context().close();
  });
});

/** How many pages a PDF has, by the objects in it. */
function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

const looks = [
  { fixture: 'payments-api', colorScheme: 'light', width: 1440 },
  { fixture: 'payments-api', colorScheme: 'dark', width: 360 },
  { fixture: 'shop', colorScheme: 'dark', width: 1440 },
  { fixture: 'shop', colorScheme: 'light', width: 360 },
  { fixture: 'call-server', colorScheme: 'light', width: 768 },
  { fixture: 'small-go-service', colorScheme: 'dark', width: 768 },
  { fixture: 'ward-monitor', colorScheme: 'light', width: 1440 },
] as const;

describe.runIf(hasChromium)('for every reader', () => {
  it.each(looks)('axe finds nothing in $fixture, $colorScheme, $width wide', async (look) => {
    const { file } = await writeReport('axe', [`fixtures/${look.fixture}.yaml`]);
    const viewport = { width: look.width, height: 900 };
    const { page } = await openFile(browser(), file, { colorScheme: look.colorScheme, viewport });
    for (const details of await page.locator('details:not([open]) > summary').all())
      if (await details.isVisible()) await details.click();
    await page.evaluate(axe);
    const findings = await page.evaluate(async () => {
      const { axe: loaded } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await loaded.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect(findings).toEqual([]);
    await page.context().close();
  });

  it.each([360, 768, 1440])('nothing sticks out at %i pixels', async (width) => {
    const { file } = await writeReport(
      'wide',
      fixtures.map((name) => `fixtures/${name}`),
    );
    const { page } = await openFile(browser(), file, { viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });

  it.each([
    { name: 'a system of six parts', files: ['test/program/page/clinic.yaml'], pages: 15 },
    { name: 'a workload', files: ['fixtures/payments-api.yaml'], pages: 5 },
  ])('$name prints on at most $pages pages, and the first tells all of it', async ({ files, pages }) => {
    const { file } = await writeReport('paper', files);
    const { page } = await openFile(browser(), file);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(countPages(pdf)).toBeLessThanOrEqual(pages);
    // Page one ends with a break: without what follows it, it fills one sheet.
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('.appendix, footer')) each.remove();
    });
    expect(countPages(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.context().close();
  });

  it('the verdict stands before the panel on a phone', async () => {
    const { file } = await writeReport('phone', ['fixtures/payments-api.yaml']);
    const { page } = await openFile(browser(), file, { viewport: { width: 360, height: 700 } });
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0;
    expect(await top('.what-if')).toBeGreaterThan(await top('.front .sign-off'));
    expect(await top('.recommendation')).toBeLessThan(350);
    await page.context().close();
  });
});

describe.runIf(hasChromium)('hostile names and reasons', () => {
  it.each(scripts)('are inert with scripts $scripts, and show as typed', async ({ javaScriptEnabled }) => {
    const { file, result } = await writeReport('hostile', [writeHostile()]);
    const { page, misdeeds } = await openFile(browser(), resolve(file), { javaScriptEnabled });
    await page.waitForTimeout(300);
    const shown = await page.locator('body').textContent();
    for (const { workload } of result.results) {
      // eslint-disable-next-line no-control-regex
      const visible = workload.name.split(/[\u0000-\u001f\u202e]/)[0] ?? '';
      expect(shown).toContain(visible);
    }
    const scriptsThere = await page.evaluate(() => document.querySelectorAll('script').length);
    expect(scriptsThere).toBe(2);
    expect(await page.locator('img, iframe, object, body svg[onload]').count()).toBe(0);
    expect(misdeeds).toEqual([]);
    await page.context().close();
  });
});
