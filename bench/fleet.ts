// Measures fleets: rows in, records out, beside what it takes to parse the same lines as JSON and nothing
// else, and how much memory is used at most. npx tsx bench/fleet.ts [--rows 100000,1000000] [--runs 3]
// Only figures: nothing is asserted. The estate is made up, with the structure of a real one: sites with a profile
// each, products in Zipf's proportions, applications of a product that differ from it here and there, and a row
// for every machine. It needs the built program.
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSourceRulebook } from '../scripts/load-source-rulebook.ts';
import { columnOf } from '../src/import/table/plain-map.ts';
import { type Random, seedRandom } from '../test/support/random-values.ts';
import { listChoices } from '../test/support/random-workload.ts';
import { createMeter, median, type Used } from './measure-process.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
    known: { type: 'string', default: 'inventory,cmdb,all' },
  },
});
const { model, rulebook } = loadSourceRulebook();
const folder = mkdtempSync(join(tmpdir(), 'advise-fleet-'));

/** Which facts are known, beside those of the site: what an inventory tells, what else is kept, or all. */
const known: Readonly<Record<string, number>> = { inventory: 7, cmdb: 17, all: rulebook.facts.length };

type Said = Readonly<Record<string, string | number>>;

const choices = rulebook.facts.map((fact, index) => {
  const compiled = model.facts[index];
  return compiled === undefined ? [] : listChoices(fact, compiled);
});

/** Every fourth fact with a value that is not what everybody presumes, the others as usual. */
function makeFacts(random: Random, facts: readonly number[]): Record<string, string | number> {
  return Object.fromEntries(
    facts.flatMap((index) => {
      const fact = rulebook.facts[index];
      if (fact === undefined) return [];
      const usual = typeof fact.presumed === 'string' && !random.chance(0.25) ? fact.presumed : undefined;
      return [[columnOf(fact), usual ?? random.pick(choices[index] ?? [])]];
    }),
  );
}

async function writeEstate(path: string, rows: number, facts: readonly number[]): Promise<void> {
  const random = seedRandom(rows);
  const stream = createWriteStream(path);
  const site = rulebook.facts.flatMap(({ id }, index) => (id.startsWith('site.') ? [index] : []));
  const sites = Array.from({ length: 8 }, () => makeFacts(random, site));
  const products = Array.from({ length: 300 }, () => makeFacts(random, facts));
  let written = 0;
  while (written < rows) {
    const product = products[Math.floor(300 ** (random.below(10_000) / 10_000)) - 1] ?? {};
    const place = random.below(sites.length);
    const own = random.chance(0.5)
      ? makeFacts(
          random,
          facts.filter(() => random.chance(0.04)),
        )
      : {};
    const application: Said = { ...sites[place], ...product, ...own };
    const machines = Math.min(1 + random.below(24), rows - written);
    for (let machine = 0; machine < machines; machine++) {
      const line = JSON.stringify({
        name: `vm-${written + machine}`,
        location: `site-${place}`,
        ...application,
      });
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    }
    written += machines;
  }
  stream.end();
  await once(stream, 'finish');
}

const run = createMeter(folder);
/** Parses every line, and does nothing else: as fast as a stream of JSON can be read. */
const floor = join(folder, 'floor.cjs');
writeFileSync(
  floor,
  `let rest = Buffer.alloc(0);
   require('fs').createReadStream(process.argv[2], { highWaterMark: 1 << 18 }).on('data', (chunk) => {
     const end = chunk.lastIndexOf(10);
     if (end < 0) { rest = Buffer.concat([rest, chunk]); return; }
     for (const line of Buffer.concat([rest, chunk.subarray(0, end)]).toString('utf8').split('\\n')) JSON.parse(line);
     rest = chunk.subarray(end + 1);
   });`,
);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

for (const rows of values.rows.split(',').map(Number))
  for (const [name, count] of Object.entries(known).filter(([each]) =>
    values.known.split(',').includes(each),
  )) {
    const path = join(folder, `${name}.ndjson`);
    const facts = rulebook.facts.flatMap(({ id }, index) => (id.startsWith('site.') ? [] : [index]));
    await writeEstate(path, rows, facts.slice(0, count));
    const out = join(folder, 'records.ndjson');
    const [parsed, assessed]: [Used[], Used[]] = [[], []];
    for (let each = 0; each < Number(values.runs); each++) {
      parsed.push(run([floor, path]));
      assessed.push(run(['bin/advise.js', 'fleet', 'assess', path, '-o', out, '-q']));
    }
    const of = (list: readonly Used[], key: keyof Used) => median(list.map((each) => each[key]));
    const [least, took] = [of(parsed, 'cpu'), of(assessed, 'cpu')];
    say(
      `${rows} rows, ${name}, ${Math.round(statSync(path).size / rows)} bytes a line: parse ${least.toFixed(1)} CPU s, ` +
        `assess ${took.toFixed(1)} CPU s (${Math.round(rows / took)} rows/s, ${(least / took).toFixed(2)} of the floor), ` +
        `${of(assessed, 'wall').toFixed(1)} s wall, at most ${of(assessed, 'rss').toFixed(0)} MB`,
    );
  }
if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true });
