import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';
import { main } from '../../../src/main.ts';
import { listValues } from '../../../src/rulebook/fact-value.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { loadRules } from '../../support/load-rules.ts';

// What an editor makes of our files: the language server that VS Code and others run for YAML, spoken
// to as they do. The files name their schema by the line that `advise init` writes.

const project = fileURLToPath(new URL('../../../', import.meta.url));
const { rulebook } = loadRules();

interface Diagnostics {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly message: string;
    readonly range: { readonly start: { line: number } };
  }[];
}
interface Item {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

let folder = '';
let modeline = '';
let server: ChildProcess;
let connection: MessageConnection;
const waiting = new Map<string, (found: Diagnostics['diagnostics']) => void>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advise-editor-'));
  cpSync(join(project, 'schemas'), join(folder, 'schemas'), { recursive: true });
  await main(['init', 'blank.yaml'], createTestWorld({ folder }).world);
  [modeline = ''] = readFileSync(join(folder, 'blank.yaml'), 'utf8').split('\n');
  server = spawn(process.execPath, [
    join(project, 'node_modules/yaml-language-server/bin/yaml-language-server'),
    '--stdio',
  ]);
  if (server.stdout === null || server.stdin === null) throw new Error('the server has no streams');
  connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: Diagnostics) => {
    waiting.get(uri)?.(diagnostics);
  });
  const settings = { schemaStore: { enable: false }, validate: true, completion: true, hover: true };
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? settings : null)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'test' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: settings } });
});

afterAll(() => {
  connection.dispose();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a file in the editor; what the editor marks in it. */
async function open(
  name: string,
  text: string,
): Promise<{ uri: string; marked: Diagnostics['diagnostics'] }> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const uri = pathToFileURL(file).href;
  const marked = new Promise<Diagnostics['diagnostics']>((resolve) => waiting.set(uri, resolve));
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  return { uri, marked: await marked };
}

/** What the editor offers at the end of a text. */
async function offer(name: string, text: string): Promise<Item[]> {
  const { uri } = await open(name, text);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const answer = await connection.sendRequest<{ items: Item[] } | Item[]>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return Array.isArray(answer) ? answer : answer.items;
}

const start = () => `${modeline}\nadvise: 1\nname: web\n`;

test('init names the schema in its first line', () => {
  expect(modeline).toBe('# yaml-language-server: $schema=schemas/workload.schema.json');
});

describe('completion', () => {
  test('offers every key of a workload', async () => {
    const labels = (await offer('keys.yaml', `${modeline}\n`)).map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining(['advise', 'name', 'facts', 'expect', 'waivers', 'components']),
    );
  });

  test('offers every group of facts', async () => {
    const labels = (await offer('groups.yaml', `${start()}facts:\n  `)).map(({ label }) => label);
    expect(labels.sort()).toEqual(rulebook.groups.map(({ id }) => id).sort());
  });

  test.each(rulebook.groups.map(({ id }) => ({ group: id })))(
    'offers every fact of $group',
    async ({ group }) => {
      const items = await offer(`${group}.yaml`, `${start()}facts:\n  ${group}:\n    `);
      const facts = rulebook.facts.filter(({ id }) => id.startsWith(`${group}.`));
      expect(items.map(({ label }) => `${group}.${label}`).sort()).toEqual(facts.map(({ id }) => id).sort());
      for (const { label, documentation } of items) {
        const text = typeof documentation === 'string' ? documentation : documentation?.value;
        expect(text).toContain(facts.find(({ id }) => id === `${group}.${label}`)?.question);
      }
    },
  );

  test('offers every value of a fact, each with what it means', async () => {
    const fact = rulebook.facts.find(({ id }) => id === 'state.kind');
    const items = await offer('values.yaml', `${start()}facts:\n  state:\n    kind: `);
    const labels = items.map(({ label }) => label);
    for (const [value, meaning] of Object.entries(fact?.values ?? {})) {
      const { documentation } = items.find(({ label }) => label === value) ?? {};
      expect(typeof documentation === 'string' ? documentation : documentation?.value).toBe(meaning);
    }
    expect(fact === undefined ? [] : listValues(fact)).not.toEqual([]);
    expect(labels).toEqual(
      expect.arrayContaining([...(fact === undefined ? [] : listValues(fact)), 'unknown']),
    );
  });
});

describe('what is marked', () => {
  test('is nothing in a fixture', async () => {
    const text = readFileSync(join(project, 'fixtures/shop.yaml'), 'utf8');
    const { marked } = await open(
      'shop.yaml',
      `${modeline}\n${text.replace(/^# yaml-language-server.*\n/, '')}`,
    );
    expect(marked).toEqual([]);
  });

  test('is nothing in the file that init writes', async () => {
    const { marked } = await open('fresh.yaml', readFileSync(join(folder, 'blank.yaml'), 'utf8'));
    expect(marked).toEqual([]);
  });

  test.each([
    ['a value that a fact has not', '  os: { family: linus }', /linux/],
    ['a fact that there is not', '  os: { famly: linux }', /famly/],
    ['a group that there is not', '  oss: { family: linux }', /oss/],
    ['a text for a number', '  scale: { instances: many }', /pattern|type|integer|number/i],
  ])('is %s, at its line', async (name, line, message) => {
    const { marked } = await open(`${name.replaceAll(' ', '-')}.yaml`, `${start()}facts:\n${line}\n`);
    expect(marked.map(({ range }) => range.start.line)).toEqual([4]);
    expect(marked[0]?.message).toMatch(message);
  });
});
