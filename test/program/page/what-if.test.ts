import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Advice, Result } from '../../../src/advice/result.ts';
import { main } from '../../../src/main.ts';
import { buildBinary } from '../../support/build-binary.ts';
import { hasChromium, openFile, useBrowser } from '../../support/browser.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { loadRules } from '../../support/load-rules.ts';
import { seedRandom } from '../../support/random-values.ts';
import { listChoices } from '../../support/random-workload.ts';
import { expectPart, readPart } from '../../support/read-page.ts';
import { runBinary } from '../../support/run-binary.ts';

// What a reader changes on the page is judged as `advise assess --set ...` would.

const golden = readdirSync('fixtures/golden/real').map((name) => `fixtures/golden/real/${name}`);
/** Rows of the golden set that are opened, and how many changes are made in each: 210 in all. */
const rows = golden.filter((_, index) => index % 3 === 0).slice(0, 30);
const changesPerRow = 7;

const { browser, folder } = useBrowser();

beforeAll(() => {
  if (hasChromium) buildBinary();
});

async function openReport(name: string, file: string): Promise<Page> {
  const report = join(folder(), `${name}.html`);
  const { code } = await runBinary(['assess', file, '-o', report, '--quiet']);
  expect(code).toBe(0);
  const viewport = { width: 1440, height: 900 };
  const { page } = await openFile(browser(), report, { viewport });
  return page;
}

/** What the command line says. */
async function assessFile(file: string, ...argv: string[]): Promise<Advice> {
  const { world, stdout, stderr } = createTestWorld({ folder: process.cwd() });
  await main(['assess', file, '-f', 'json', '--no-config', ...argv], world);
  const [advice] = (JSON.parse(stdout() || '{}') as Result).results;
  if (advice === undefined) throw new Error(stderr());
  return advice;
}

/** Changes a fact as a reader does. */
async function changeFact(page: Page, part: string, fact: string, value: string): Promise<void> {
  const control = page.locator(`[id="${part}-${fact}"]`);
  if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(value);
  else {
    await control.fill(value);
    await control.blur();
  }
}

describe.runIf(hasChromium)('a changed fact', () => {
  const { rulebook, model } = loadRules();

  it.each(rows)('gives in the report on %s what --set gives', async (file) => {
    const random = seedRandom(7000 + rows.indexOf(file));
    const page = await openReport('golden', file);
    let changes = new Map<string, string>();
    for (let round = 0; round < changesPerRow; round++) {
      if (round % 3 === 0 && round > 0) {
        await page.getByRole('button', { name: 'Reset' }).click();
        changes = new Map();
        expect(await readPart(page, 'w1p1')).toEqual(expectPart(await assessFile(file)));
      }
      const index = random.below(rulebook.facts.length);
      const fact = rulebook.facts[index];
      const compiled = model.facts[index];
      if (fact === undefined || compiled === undefined) throw new Error(`no fact ${index}`);
      const value = random.chance(0.1) ? 'unknown' : String(random.pick(listChoices(fact, compiled)));
      changes.set(fact.id, value);
      await changeFact(page, 'w1p1', fact.id, value);
      const set = [...changes].flatMap(([id, to]) => ['--set', `${id}=${to}`]);
      const expected = expectPart(await assessFile(file, ...set));
      expect(await readPart(page, 'w1p1'), set.join(' ')).toEqual(expected);
    }
    await page.context().close();
  });
});

describe.runIf(hasChromium)('the panel', () => {
  const payments = 'fixtures/payments-api.yaml';

  it('says what differs, and goes back to what was recorded', async () => {
    const page = await openReport('differs', payments);
    const recorded = await page.locator('.part').first().textContent();
    await changeFact(page, 'w1p1', 'package.licence', 'machine-bound');
    const now = page.locator('.now');
    expect(await now.textContent()).toContain('headline: container vm');
    expect(await page.locator('.what-if .chip').textContent()).toBe('1 fact changed');
    expect(await page.locator('.part .headline').textContent()).toContain(
      'one fact differs from the recorded',
    );
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await page.locator('.part').first().textContent()).toBe(recorded);
    await page.context().close();
  });

  it('offers the changed workload as YAML that gives the same again', async () => {
    const page = await openReport('yaml', 'fixtures/shop.yaml');
    await page.getByLabel('Change it in').selectOption('web');
    await changeFact(page, 'w1p1', 'os.family', 'windows');
    await changeFact(page, 'w1p1', 'scale.instances', '3');
    await page.locator('.yaml summary').click();
    const file = join(folder(), 'changed.yaml');
    writeFileSync(file, (await page.locator('.yaml pre').textContent()) ?? '');
    const advice = await assessFile(file);
    for (const [index, component] of advice.components.entries())
      expect(await readPart(page, `w1p${index + 1}`)).toEqual(expectPart(component));
    expect(await page.locator('.now .badge').textContent()).toBe(advice.verdict.headline);
    await page.context().close();
  });

  it('tries a flip at a click', async () => {
    const page = await openReport('flip', payments);
    await page.locator('.flips > summary').first().click();
    const row = page.locator('.flips tbody tr', { hasText: 'licence: machine-bound' });
    const becomes = await row.locator('th').textContent();
    await row.getByRole('button').click();
    expect((await readPart(page, 'w1p1')).headline).toBe(becomes);
    await page.context().close();
  });

  it('changes a fact of all parts at once, and page one says that it shows a what-if', async () => {
    const page = await openReport('whole', 'test/program/page/clinic.yaml');
    const front = page.locator('.front');
    expect(await front.textContent()).not.toContain('What if');
    await changeFact(page, 'w1', 'site.containers', 'none');
    const advice = await assessFile('test/program/page/clinic.yaml', '--set', 'site.containers=none');
    for (const [index, component] of advice.components.entries())
      expect(await readPart(page, `w1p${index + 1}`)).toEqual(expectPart(component));
    expect(await front.locator('.what-if-mark').textContent()).toContain('6 facts are changed on this page');
    const marked = front.locator('tr.is-changed', { hasText: 'patient-portal' });
    expect(await marked.textContent()).toContain('recorded: container, clear');
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await front.textContent()).not.toContain('What if');
    await page.context().close();
  });

  it('offers values by what they mean', async () => {
    const page = await openReport('labels', payments);
    const options = await page.locator('[id="w1p1-state.operator"] option').allTextContents();
    expect(options).toContain('an operator that is kept up and that you would use');
    expect(options.filter((option) => option.includes('mature-operator'))).toEqual([]);
    await page.context().close();
  });

  it('refuses a number that is none, keeps what was typed and says why', async () => {
    const page = await openReport('number', payments);
    const field = page.locator('[id="w1p1-scale.instances"]');
    await field.fill('several');
    await field.blur();
    expect(await field.inputValue()).toBe('several');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('[id="w1p1-scale.instances-problem"]').textContent()).toMatch(/several/);
    expect((await readPart(page, 'w1p1')).headline).toBe('container');
    await page.context().close();
  });

  it('finds a fact by words of its question', async () => {
    const page = await openReport('find', payments);
    await page.getByLabel('Find a fact').fill('kernel module');
    await expect.poll(() => page.locator('.control').count()).toBeLessThan(4);
    const found = page.locator('[id="w1p1-os.kernel-module"]');
    expect(await found.isVisible()).toBe(true);
    // Right below the search, however much stands in the panel.
    const box = await page.getByLabel('Find a fact').boundingBox();
    expect(((await found.boundingBox())?.y ?? Infinity) - (box?.y ?? 0)).toBeLessThan(250);
    await page.context().close();
  });

  it('keeps what the reader opened, and the place of the keyboard', async () => {
    const page = await openReport('open', payments);
    const reason = page.locator('details.reason').first();
    await reason.locator('summary').click();
    const control = page.locator('[id="w1p1-scale.instances"]');
    await control.fill('41');
    await control.press('Enter');
    expect(await reason.getAttribute('open')).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('w1p1-scale.instances');
    await page.context().close();
  });

  it('is not there without scripts, and the page says what it would do', async () => {
    const report = join(folder(), 'still.html');
    await runBinary(['assess', payments, '-o', report, '--quiet']);
    const { page } = await openFile(browser(), report, { javaScriptEnabled: false });
    expect(await page.locator('.what-if').count()).toBe(0);
    expect(await page.locator('noscript').textContent()).toContain('With scripts switched on');
    expect(readFileSync(report, 'utf8')).not.toMatch(/\son[a-z]+=/);
    await page.context().close();
  });
});
