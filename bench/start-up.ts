// Measures start to end of the built program against a bare Node: npm run bench -- --runs 50
//
// Every round runs each command once, in turn, so that a busy moment of the machine hits all alike.
// Only figures: nothing is asserted, and the exit code is 0.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const warmUps = 3;

/** A command to time: what it is called in the table, and the arguments of node. */
interface Command {
  readonly name: string;
  readonly args: readonly string[];
}

/** The environment of the children: certificates that Node loads at every start are no part of the program. */
function childEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_EXTRA_CA_CERTS'));
}

/** Milliseconds from start to end; a command that fails is no measurement. */
function time({ name, args }: Command): number {
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, args, { cwd: root, env: childEnvironment(), encoding: 'utf8' });
  const took = Number(process.hrtime.bigint() - started) / 1e6;
  if (child.status !== 0)
    throw new Error(`${name} ended with ${child.status ?? 'a signal'}: ${child.stderr}`);
  return took;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Times all commands in turn, round after round; the first of them is what the others are compared to. */
function measure(commands: readonly Command[], runs: number): number[] {
  const times = commands.map((): number[] => []);
  for (let round = -warmUps; round < runs; round++)
    commands.forEach((command, index) => {
      const took = time(command);
      if (round >= 0) times[index]?.push(took);
    });
  return times.map(median);
}

function readRuns(): number {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '40' } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number above 0');
  return runs;
}

function printTable(commands: readonly Command[], medians: readonly number[], runs: number): void {
  const [base = Number.NaN] = medians;
  const rows = commands.map(({ name }, index) => {
    const took = medians[index] ?? Number.NaN;
    return [name, `${took.toFixed(1)} ms`, (took / base).toFixed(2)];
  });
  const widths = [0, 1, 2].map((column) => Math.max(6, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = [['', 'median', 'ratio'], ...rows].map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  process.stdout.write(`Node ${process.versions.node}, ${runs} interleaved runs\n\n${lines.join('\n')}\n`);
}

if (!existsSync(join(root, 'dist'))) throw new Error('nothing is built yet: npm run build');
const runs = readRuns();
const folder = mkdtempSync(join(tmpdir(), 'advise-bench-'));
try {
  const empty = join(folder, 'empty.yaml');
  writeFileSync(empty, 'advise: 1\n');
  const commands: Command[] = [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'advise --version', args: ['bin/advise.js', '--version'] },
    { name: 'advise assess (an empty workload)', args: ['bin/advise.js', 'assess', empty] },
    {
      name: 'advise assess fixtures/payments-api.yaml',
      args: ['bin/advise.js', 'assess', 'fixtures/payments-api.yaml'],
    },
  ];
  printTable(commands, measure(commands, runs), runs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
