// Measures reports: how long writing them takes, how large they are, and how fast a page follows a
// change. npx tsx bench/reports.ts [--runs 30]. Only figures: nothing is asserted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasChromium, openBrowser, openFile, whyNoChromium } from '../test/support/browser.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '30' } } });
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), 'advise-bench-'));
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== 'NODE_EXTRA_CA_CERTS'),
);

function time(...argv: string[]): number {
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ['bin/advise.js', ...argv], { env, encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.ceil(sorted.length * share), sorted.length) - 1] ?? Number.NaN;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const payments = ['assess', 'fixtures/payments-api.yaml'];
const both = ['-q', '-o', join(folder, 'a.md'), '-o', join(folder, 'a.html')];
const alone: number[] = [];
const writing: number[] = [];
for (let run = -2; run < runs; run++) {
  const [without, withBoth] = [time(...payments), time(...payments, ...both)];
  if (run < 0) continue;
  alone.push(without);
  writing.push(withBoth);
}
const [less, more] = [quantile(alone, 0.5), quantile(writing, 0.5)];
say(`Node ${process.versions.node}, ${runs} interleaved runs`);
say(
  `assess ${less.toFixed(0)} ms; with both reports ${more.toFixed(0)} ms; they add ${(more - less).toFixed(0)} ms`,
);

const fixtures = readdirSync('fixtures').filter((name) => name.endsWith('.yaml'));
const sizes = fixtures.map((name) => {
  time('assess', `fixtures/${name}`, '-q', '-o', join(folder, `${name}.html`));
  return statSync(join(folder, `${name}.html`)).size;
});
say(`HTML of one workload: median ${quantile(sizes, 0.5)} bytes, largest ${Math.max(...sizes)}`);
time('assess', ...fixtures.map((name) => `fixtures/${name}`), '-q', '-o', join(folder, 'all.html'));
say(`HTML of ${fixtures.length} workloads: ${statSync(join(folder, 'all.html')).size} bytes`);

if (hasChromium) await timeChanges();
else say(`what-if not measured: ${whyNoChromium}`);
rmSync(folder, { recursive: true, force: true });

/** Every value of every list of facts, one after the other, on every fixture. */
async function timeChanges(): Promise<void> {
  const browser = await openBrowser();
  const times: number[] = [];
  for (const name of fixtures) {
    const { page } = await openFile(browser, join(folder, `${name}.html`));
    const measured = await page.evaluate(async () => {
      const took: number[] = [];
      for (const select of document.querySelectorAll<HTMLSelectElement>('.groups .control select'))
        for (const option of [...select.options].slice(1, 4)) {
          select.value = option.value;
          const started = performance.now();
          select.dispatchEvent(new Event('change', { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve));
          document.body.getBoundingClientRect();
          took.push(performance.now() - started);
          select.value = '';
          select.dispatchEvent(new Event('change', { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve));
        }
      return took;
    });
    times.push(...measured);
    await page.context().close();
  }
  await browser.close();
  const words = [0.5, 0.95, 1].map((share) => `${quantile(times, share).toFixed(1)} ms`);
  say(
    `what-if, ${times.length} changes: median ${words[0] ?? ''}, p95 ${words[1] ?? ''}, worst ${words[2] ?? ''}`,
  );
}
