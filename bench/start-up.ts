// Measures start to end of the built program against a bare Node:
//   npm run bench -- --runs 50 --node path/to/node --node path/to/another
//
// Every round runs each command once, in turn, so that a busy moment of the machine hits all alike.
// Only figures: nothing is asserted, and the exit code is 0. The program is copied before, so that the
// first run after an install, which has no compiled code yet, can be measured again and again.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
  /** The ratio to bare Node that it should stay below; undefined where it is there to compare with. */
  readonly limit?: number;
  /** A folder that is removed before each run. */
  readonly without?: string;
}

/** The environment of the children: certificates that Node loads at every start are no part of the program. */
function childEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_EXTRA_CA_CERTS'));
}

/** Milliseconds from start to end; a command that fails is no measurement. */
function time(node: string, { name, args, without }: Command): number {
  if (without !== undefined) rmSync(without, { recursive: true, force: true });
  const started = process.hrtime.bigint();
  const child = spawnSync(node, args, { cwd: root, env: childEnvironment(), encoding: 'utf8' });
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
function measure(node: string, commands: readonly Command[], runs: number): number[] {
  const times = commands.map((): number[] => []);
  for (let round = -warmUps; round < runs; round++)
    commands.forEach((command, index) => {
      const took = time(node, command);
      if (round >= 0) times[index]?.push(took);
    });
  return times.map(median);
}

/** The row of the golden tables that takes longest, of those that end without a failure. */
function findSlowest(node: string, program: string): string {
  const files = ['real', 'tricky'].flatMap((folder) =>
    readdirSync(join(root, 'fixtures/golden', folder))
      .filter((name) => name.endsWith('.yaml') && name !== 'expected.yaml')
      .map((name) => `fixtures/golden/${folder}/${name}`),
  );
  const times = files.map((file): [string, number] => {
    const command = { name: file, args: [program, 'assess', file] };
    return [file, Math.min(...[1, 2, 3, 4].map(() => time(node, command)))];
  });
  return times.sort((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}

function listCommands(node: string, folder: string): Command[] {
  const program = join(folder, 'warm/bin/advise.js');
  const fresh = join(folder, 'fresh');
  const empty = join(folder, 'empty.yaml');
  const lint = join(folder, 'lint');
  const payments = 'fixtures/payments-api.yaml';
  writeFileSync(empty, 'advise: 1\n');
  mkdirSync(lint);
  writeFileSync(join(lint, 'index.js'), 'export const a = 1;\n');
  writeFileSync(join(lint, 'eslint.config.js'), 'export default [];\n');
  writeFileSync(
    join(lint, 'package.json'),
    '{ "name": "a", "version": "1.0.0", "type": "module", "license": "MIT", "exports": "./index.js", "files": ["index.js"] }\n',
  );
  for (const name of ['the first run', 'the one that keeps compiled code'])
    time(node, { name, args: [program, 'assess', payments] });
  const slowest = findSlowest(node, program);
  return [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'advise --version', args: [program, '--version'], limit: 1.4 },
    { name: 'advise assess (an empty workload)', args: [program, 'assess', empty], limit: 1.8 },
    { name: `advise assess ${payments}`, args: [program, 'assess', payments], limit: 1.6 },
    {
      name: '  the first run after install',
      args: [join(fresh, 'bin/advise.js'), 'assess', payments],
      limit: 2.3,
      without: join(fresh, 'dist/cache'),
    },
    { name: `advise assess ${slowest}`, args: [program, 'assess', slowest], limit: 2.5 },
    { name: 'publint (a package of one line)', args: [join(root, 'node_modules/publint/src/cli.js'), lint] },
    {
      name: 'eslint (a file of one line)',
      args: [
        join(root, 'node_modules/eslint/bin/eslint.js'),
        '--config',
        join(lint, 'eslint.config.js'),
        join(lint, 'index.js'),
      ],
    },
  ];
}

function printTable(
  node: string,
  commands: readonly Command[],
  medians: readonly number[],
  runs: number,
): void {
  const [base = Number.NaN] = medians;
  const rows = commands.map(({ name, limit }, index) => {
    const took = medians[index] ?? Number.NaN;
    return [name, `${took.toFixed(1)} ms`, (took / base).toFixed(2), limit?.toFixed(1) ?? ''];
  });
  const all = [['', 'median', 'ratio', 'limit'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  process.stdout.write(`Node ${stdout.trim()}, ${runs} interleaved runs\n\n${lines.join('\n')}\n\n`);
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '40' },
    node: { type: 'string', multiple: true, default: [process.execPath] },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number above 0');
if (!existsSync(join(root, 'dist'))) throw new Error('nothing is built yet: npm run build');
for (const node of values.node) {
  const folder = mkdtempSync(join(tmpdir(), 'advise-bench-'));
  try {
    for (const copy of ['warm', 'fresh'])
      for (const part of ['bin', 'dist', 'rules', 'package.json'])
        cpSync(join(root, part), join(folder, copy, part), { recursive: true });
    const commands = listCommands(node, folder);
    printTable(node, commands, measure(node, commands, runs), runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
