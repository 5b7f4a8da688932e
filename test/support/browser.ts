import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { skipWithout } from './skip-without.ts';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = places.find((place) => place !== undefined && place !== '' && existsSync(place));

/** How long to wait for what should be there, in milliseconds: generous, since a slow machine is no bug. */
const patience = 120_000;

/** Whether there is a Chromium to open pages with. */
export const hasChromium = executablePath !== undefined;

/** What to say where there is none. */
export const whyNoChromium =
  'Chromium is missing: apt-get install chromium, or name one in the environment variable CHROMIUM';

/** Starts Chromium without a window. */
export function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(whyNoChromium);
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page that was opened from disk, and everything it did that a report must not do. */
export interface OpenedPage {
  readonly page: Page;
  /** Requests other than for the file itself, messages on the console, errors, dialogs. */
  readonly misdeeds: string[];
}

/** Opens a file with the network refused. */
export async function openFile(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ offline: true, ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const address = `file://${file}`;
  const misdeeds: string[] = [];
  page.on('request', (request) => {
    if (request.url().replace(/#.*/, '') !== address) misdeeds.push(`request ${request.url()}`);
  });
  page.on('console', (message) => misdeeds.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => misdeeds.push(`error ${error.message}`));
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, misdeeds };
}

/** A browser and a folder for the tests of one file; without Chromium it says that they are skipped. */
export function useBrowser(): { readonly browser: () => Browser; readonly folder: () => string } {
  let browser: Browser | undefined;
  let folder = '';
  skipWithout(hasChromium, 'reports in a browser', whyNoChromium);
  beforeAll(async () => {
    if (!hasChromium) return;
    folder = mkdtempSync(join(tmpdir(), 'advise-page-'));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });
  return {
    browser: () => {
      if (browser === undefined) throw new Error(whyNoChromium);
      return browser;
    },
    folder: () => folder,
  };
}
