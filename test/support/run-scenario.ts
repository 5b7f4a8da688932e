import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/main.ts';
import { createTestWorld } from './create-test-world.ts';
import { loadSmallRulebook, smallRulebook } from './load-small-rulebook.ts';
import { parseScenario, type Run, type Scenario, type Section } from './parse-scenario.ts';
import { escapeJson, escapeOutput, isPlain, readContent } from './scenario-content.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** What a run prepared for itself. */
interface Setup {
  readonly env: Record<string, string>;
  readonly fails: Map<string, string>;
  stdin?: Uint8Array;
  terminal?: number;
  today?: string;
}

/**
 * Runs a scenario and writes it down again with what really came out: equal to what it was made of
 * when everything came out as expected.
 * @param text the content of a scenario file
 */
export async function runScenario(text: string): Promise<string> {
  const scenario = parseScenario(text);
  const folder = mkdtempSync(join(tmpdir(), 'advise-scenario-'));
  try {
    symlinkSync(join(project, 'fixtures'), join(folder, 'fixtures'));
    symlinkSync(join(project, 'rules'), join(folder, 'rules'));
    const blocks: string[] = [];
    for (const run of scenario.runs) blocks.push(await performRun(run, scenario, folder));
    return blocks.join('') + scenario.rest;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function performRun(run: Run, scenario: Scenario, folder: string): Promise<string> {
  const setup = prepare(run.setup, folder);
  const before = listFiles(folder);
  const comesWith =
    scenario.comesWith === 'small-rulebook'
      ? { folder: smallRulebook, ready: loadSmallRulebook() }
      : undefined;
  const test = createTestWorld({ folder, comesWith, ...setup });
  const code = await main(run.argv, test.world);
  if (run.into !== undefined) write(join(folder, run.into), Buffer.from(test.stdout()));
  const after = new Map([...listFiles(folder)].filter(([file]) => file !== run.into));
  const lines = [
    ...(run.into === undefined ? writeStdout(run, hideDigest(test.stdout())) : []),
    ...writePart('--- stderr', hideDigest(test.stderr())),
    ...writeChanges(new Map([...before].filter(([file]) => file !== run.into)), after),
    `--- exit ${code}\n`,
  ];
  return run.prelude + lines.join('');
}

function prepare(sections: readonly Section[], folder: string): Setup {
  const setup: Setup = { env: {}, fails: new Map() };
  if (sections.some((section) => section.keyword.startsWith('rules-'))) {
    rmSync(join(folder, 'rulebook'), { recursive: true, force: true });
    cpSync(smallRulebook, join(folder, 'rulebook'), { recursive: true });
  }
  for (const section of sections) prepareOne(section, setup, folder);
  return setup;
}

function prepareOne(section: Section, setup: Setup, folder: string): void {
  const { keyword, argument } = section;
  const [first = '', ...others] = argument.split(' ');
  if (keyword === 'file') write(join(folder, argument), readContent(section));
  else if (keyword === 'folder') mkdirSync(join(folder, argument), { recursive: true });
  else if (keyword === 'rules-with') write(join(folder, 'rulebook', argument), readContent(section));
  else if (keyword === 'rules-without') rmSync(join(folder, 'rulebook', argument));
  else if (keyword === 'stdin') setup.stdin = readContent(section);
  else if (keyword === 'terminal') setup.terminal = Number(argument);
  else if (keyword === 'today') setup.today = argument;
  else if (keyword === 'fails') setup.fails.set(others.join(' '), first);
  else if (keyword === 'env') {
    const equals = argument.indexOf('=');
    setup.env[argument.slice(0, equals)] = argument.slice(equals + 1);
  } else throw new Error(`line ${section.line}: a scenario has no section called ${keyword}`);
}

function write(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Every file below the folder with its content; what the project lends is left out. */
function listFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const own = files.map((file) => relative(folder, file)).filter((file) => !/^(fixtures|rules)\//.test(file));
  return new Map(own.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** The whole of standard output, or what stands at the places of it that the scenario looks at. */
function writeStdout(run: Run, text: string): string[] {
  if (run.views.length === 0) return writePart('--- stdout', text);
  const whole = isPlain(text) ? parseWhole(text) : undefined;
  const heads = run.views.map((view) => `--- stdout at ${view}\n`);
  if (whole === undefined) return [...writePart('--- stdout', text), ...heads];
  return run.views.map((view) => `--- stdout at ${view}\n${escapeJson(pick(whole, view))}\n`);
}

function parseWhole(text: string): unknown {
  try {
    return text.endsWith('\n') && !text.endsWith('\n\n') ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** What stands at a place of a JSON value, its steps joined by `/` (names of facts hold dots). */
function pick(value: unknown, view: string): unknown {
  return (
    view
      .split('/')
      .reduce<unknown>(
        (inner, step) =>
          typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
        value,
      ) ?? null
  );
}

function writePart(head: string, text: string): string[] {
  if (text === '') return [];
  const ends = text.endsWith('\n') ? '' : ' (no line end)';
  const body = text.endsWith('\n') ? text : `${text}\n`;
  return isPlain(body) ? [`${head}${ends}\n${body}`] : [`${head}${ends} (escaped)\n${escapeOutput(body)}`];
}

/** Whatever the run left behind; a scenario that expects nothing of the sort fails on it. */
function writeChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const written = [...after].filter(([file, text]) => before.get(file) !== text);
  const removed = [...before.keys()].filter((file) => !after.has(file));
  return [
    ...written.flatMap(([file, text]) => writePart(`--- written ${file}`, text === '' ? '\n' : text)),
    ...removed.map((file) => `--- removed ${file}\n`),
  ];
}

/** A digest changes with every word of a rulebook, and says nothing to a reader. */
function hideDigest(text: string): string {
  return text.replace(/(?<=\()[0-9a-f]{8}(?=\))/g, '<digest>').replace(/\b[0-9a-f]{64}\b/g, '<digest>');
}
