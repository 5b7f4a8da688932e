// Measures a fleet beside json-rules-engine, the rules engine for JavaScript that most use: npm run bench:engines --
// [--rows 100000] [--theirs 3000]. Once before: npm run engine-tools. Only figures: nothing is asserted but that both
// find the same rules to hold. Theirs is told the number of every value, and finds which rules hold; ours reads the
// rows as they are, and writes the records, with status, reasons and musts. It needs the built program.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSourceRulebook } from '../scripts/load-source-rulebook.ts';
import { at } from '../src/at.ts';
import { hasBit } from '../src/decide/bit-words.ts';
import { listBits } from '../src/decide/bits.ts';
import { buildState } from '../src/decide/build-state.ts';
import { compileKernel, judgeCertain } from '../src/decide/kernel.ts';
import type { Node } from '../src/decide/model.ts';
import { columnOf } from '../src/import/table/plain-map.ts';
import { seedRandom } from '../test/support/random-values.ts';
import { listChoices } from '../test/support/random-workload.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, theirs: { type: 'string', default: '3000' } },
});
const [rows, theirs] = [Number(values.rows), Number(values.theirs)];
const { model, rulebook } = loadSourceRulebook();

interface TheirEngine {
  addRule(rule: object): void;
  run(facts: object): Promise<{ readonly events: readonly { readonly type: string }[] }>;
}

function loadTheirs(): new (rules: readonly object[], options: object) => TheirEngine {
  const load = createRequire(resolve('node_modules/.cache/engines/package.json'));
  try {
    return (load('json-rules-engine') as { Engine: ReturnType<typeof loadTheirs> }).Engine;
  } catch {
    process.stderr.write('json-rules-engine is missing; run: npm run engine-tools\n');
    process.exit(2);
  }
}

/** A condition as theirs takes it: what a fact is, is one of some numbers. */
function translate(node: Node): object {
  if (node.is !== 'test') return { [node.is]: node.of.map(translate) };
  return { fact: at(model.facts, node.fact).id, operator: 'in', value: listBits(node.mask) };
}

/** Workloads of which all facts are said, one value each; of each there are some, as of the machines of a program. */
function drawWorkloads(count: number, alike: number) {
  const random = seedRandom(count);
  const choices = rulebook.facts.map((fact, index) => listChoices(fact, at(model.facts, index)));
  return Array.from({ length: Math.ceil(count / alike) }, () =>
    rulebook.facts.map((fact, index) => {
      const usual = typeof fact.presumed === 'string' && !random.chance(0.25) ? fact.presumed : undefined;
      return usual ?? random.pick(at(choices, index));
    }),
  );
}

type Workload = ReturnType<typeof drawWorkloads>[number];

const stateOf = (workload: Workload) =>
  buildState(
    model,
    new Map(
      workload.map((value, index) => {
        const { id } = at(rulebook.facts, index);
        return [id, { fact: id, values: [value], origin: 'stated' as const }];
      }),
    ),
  ).state;

function cpuOf(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const folder = mkdtempSync(join(tmpdir(), 'advise-engines-'));

/** CPU microseconds a row of `fleet assess`, its start left out. */
function measureOurs(alike: number): number {
  const workloads = drawWorkloads(rows, alike);
  const write = (count: number) => {
    const path = join(folder, `${count}.ndjson`);
    const lines = Array.from({ length: count }, (_, row) => {
      const workload = at(workloads, Math.floor(row / alike));
      const said = rulebook.facts.map((fact, index): [string, unknown] => [columnOf(fact), workload[index]]);
      return JSON.stringify(Object.fromEntries([['name', `vm-${row}`], ...said]));
    });
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const run = (path: string): number => {
    const out = openSync(join(folder, 'out'), 'w');
    const meter = `process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write('\\n'+(user+system))})`;
    writeFileSync(join(folder, 'meter.cjs'), meter);
    const { status, stderr } = spawnSync(
      process.execPath,
      ['-r', join(folder, 'meter.cjs'), 'bin/advise.js', 'fleet', 'assess', path, '-q', '-f', 'ndjson'],
      { encoding: 'utf8', stdio: ['ignore', out, 'pipe'] },
    );
    if (status !== 0) throw new Error(stderr);
    return Number(stderr.trimEnd().split('\n').pop());
  };
  return (run(write(rows)) - run(write(1))) / (rows - 1);
}

async function measureTheirs(): Promise<number> {
  const engine = new (loadTheirs())([], { allowUndefinedFacts: true });
  for (const { id, when } of model.rules) {
    const conditions = translate(when.node);
    const isGroup = when.node.is !== 'test';
    engine.addRule({ conditions: isGroup ? conditions : { all: [conditions] }, event: { type: id } });
  }
  const kernel = compileKernel(model, new Set());
  const states = drawWorkloads(theirs, 1).map(stateOf);
  const lines = states.map((state) =>
    JSON.stringify(Object.fromEntries(model.facts.map(({ id }, fact) => [id, state[fact]]))),
  );
  const before = process.cpuUsage();
  const found = [];
  for (const line of lines) found.push((await engine.run(JSON.parse(line) as object)).events);
  const { user, system } = process.cpuUsage(before);
  for (const [index, events] of found.entries()) {
    const certain = judgeCertain(kernel, at(states, index));
    const held = model.rules.flatMap(({ id }, rule) => (hasBit(certain, rule) ? [id] : []));
    const theirRules = events.map(({ type }) => type).sort();
    if (held.sort().join() !== theirRules.join()) throw new Error(`row ${index}: other rules hold`);
  }
  return (user + system) / theirs;
}

const their = await measureTheirs();
process.stdout.write(
  `json-rules-engine: ${their.toFixed(0)} CPU us a row, which rules hold (${theirs} rows)\n`,
);
const kernel = compileKernel(model, new Set());
const states = drawWorkloads(20_000, 1).map(stateOf);
const judge = cpuOf(() => {
  for (const state of states) judgeCertain(kernel, state);
});
process.stdout.write(
  `the kernel: ${(judge / states.length).toFixed(2)} CPU us a row, the same (${(their / (judge / states.length)).toFixed(0)} times as fast)\n`,
);
for (const alike of [12, 1]) {
  const own = measureOurs(alike);
  process.stdout.write(
    `fleet assess, ${alike === 1 ? 'every row another workload' : `${alike} rows alike`}: ${own.toFixed(1)} CPU us a row, reading, judging, proving and writing ` +
      `(${(their / own).toFixed(0)} times as fast, ${rows} rows)\n`,
  );
}
rmSync(folder, { recursive: true });
