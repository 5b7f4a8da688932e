import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFleetAssess } from '../../../src/cli/fleet-assess.ts';
import { hasChromium, openFile, useBrowser } from '../../support/browser.ts';
import { createTestWorld } from '../../support/create-test-world.ts';

// The page on a fleet, as somebody who decides opens it from disk, with a keyboard and no server.

const opened = useBrowser();

async function openFleet() {
  const folder = opened.folder();
  const systems = ['linux', 'windows', 'bsd'];
  const rows = Array.from({ length: 60 }, (_, row) => ({
    name: `w${row}`,
    os_family: systems[row % 3],
    state_kind: row % 2 === 0 ? 'stateless' : 'single-writer',
    site_containers: row % 5 === 0 ? 'none' : 'managed-kubernetes',
  }));
  writeFileSync(join(folder, 'estate.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const { world } = createTestWorld({ folder });
  const flags = {
    output: [],
    summary: ['fleet.html'],
    format: 'text',
    carry: [],
    with: [],
    key: [],
    profile: [],
    threads: 1,
  };
  await runFleetAssess(world, ['estate.ndjson'], { ...flags, format: 'text' });
  return openFile(opened.browser(), join(folder, 'fleet.html'));
}

describe.runIf(hasChromium)('the page on a fleet', () => {
  it('says what to do before any table, and ends with a place to sign', async () => {
    const { page, misdeeds } = await openFleet();
    const order = await page
      .locator('main > *')
      .evaluateAll((list: readonly Element[]) =>
        list.map((each) => each.getAttribute('id') ?? each.getAttribute('class')),
      );
    expect(order.slice(2, 5)).toEqual(['shares', 'recommendation', 'verdicts']);
    expect(order.at(-1)).toBe('sign-off');
    expect(misdeeds).toEqual([]);
  });

  it('is sorted and filtered by keys alone', async () => {
    const { page, misdeeds } = await openFleet();
    const numbers = () =>
      page
        .locator('#changes tbody tr:visible td[data-value]:nth-of-type(2)')
        .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.value)));
    const head = page.locator('#changes th button').nth(1);
    await head.focus();
    await page.keyboard.press('Enter');
    const falling = await numbers();
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    await page.keyboard.press('Enter');
    expect(await numbers()).toEqual([...falling].sort((a, b) => a - b));
    expect(await page.locator('#changes th[aria-sort]').count()).toBe(1);
    await page.locator('#changes input').focus();
    await page.keyboard.type('operating system');
    const shown = await page.locator('#changes tbody tr:visible th').allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    for (const text of shown) expect(text.toLowerCase()).toContain('operating');
    expect(misdeeds).toEqual([]);
  });

  it.each([360, 768, 1440])('fits a screen of %d', async (width) => {
    const { page } = await openFleet();
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});
