import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isInputError } from '../../../src/errors.ts';
import { importKnown, recogniseForeign, toReadArtefact } from '../../../src/import/read-foreign.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { loadRules } from '../../support/load-rules.ts';
import { wordPlace, wordReading } from './word-reading.ts';

// Books of files beside all that is read of them: in readings/, a heading a file, or several that belong together.
// After a wanted change: UPDATE_READINGS=1 npx vitest run test/unit/import/readings.test.ts, and read the difference.

const folder = 'test/unit/import/readings/';
const { rulebook } = loadRules();
const { io } = createTestWorld({ folder: '.' }).world;
const fence = /^```(\S*)\n([^]*?)^```$/gm;

interface Case {
  readonly title: string;
  readonly files: ReadonlyMap<string, string>;
  readonly before: string;
  readonly read: string;
}

/** Splits a book at its headings; a heading that is a path stands for that file. */
function parseBook(text: string): { readonly preface: string; readonly cases: readonly Case[] } {
  const [preface = '', ...sections] = text.split(/^(?=## )/m);
  const cases = sections.map((section): Case => {
    const title = /^## (.*)$/m.exec(section)?.[1] ?? '';
    const blocks = [...section.matchAll(fence)].map(([, name = '', body = '']) => [name, body] as const);
    const files = new Map(blocks.filter(([name]) => name !== 'text'));
    const before = section.replace(/\n*```text\n[^]*?^```\n*$/m, '').trimEnd();
    return { title, files, before, read: blocks.find(([name]) => name === 'text')?.[1] ?? '' };
  });
  return { preface, cases };
}

/** Files that a case holds, before those of the repository. */
function openCase({ title, files }: Case) {
  const [first] = files.keys();
  const path = first ?? title;
  const bytesOf = (name: string) => files.get(name);
  const inFolder = (name: string) => [...files.keys()].filter((file) => file.startsWith(`${name}/`));
  const world: typeof io = {
    ...io,
    readBytes: (name, limit) => {
      const text = bytesOf(name);
      return text === undefined ? io.readBytes(name, limit) : new TextEncoder().encode(text);
    },
    exists: (name) => files.has(name) || inFolder(name).length > 0 || (files.size === 0 && io.exists(name)),
    isFolder: (name) => inFolder(name).length > 0 || (files.size === 0 && io.isFolder(name)),
    listFolder: (name) =>
      files.size === 0 ? io.listFolder(name) : inFolder(name).map((file) => file.slice(name.length + 1)),
  };
  return { path, world };
}

async function readCase(each: Case): Promise<string> {
  const { path, world } = openCase(each);
  try {
    const known = await recogniseForeign(world, path, world.readBytes(path, Infinity));
    if (known === null) return 'of no kind that is known\n';
    const imported = await importKnown(known, { keepGoing: true });
    return `${wordReading(toReadArtefact(known, imported, rulebook)).join('\n')}\n`;
  } catch (error) {
    if (!isInputError(error)) throw error;
    return error.problems.map(({ message, at }) => `refused ${wordPlace(at, path)}: ${message}\n`).join('');
  }
}

const books = readdirSync(folder).map((name) => ({
  name,
  ...parseBook(readFileSync(folder + name, 'utf8')),
}));
const cases = books.flatMap(({ name, cases: each }) =>
  each.map((one) => ({ ...one, name: `${name}: ${one.title}` })),
);

if (process.env.UPDATE_READINGS === '1')
  it.each(books)('$name is written', async ({ name, preface, cases: each }) => {
    const sections: string[] = [];
    for (const one of each) sections.push(`${one.before}\n\n\`\`\`text\n${await readCase(one)}\`\`\`\n`);
    writeFileSync(folder + name, `${preface}${sections.join('\n')}`);
  });
else
  it.each(cases)('$name', async (each) => {
    expect(await readCase(each)).toBe(each.read);
  });
