import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isInputError } from '../../../src/errors.ts';
import type { Io } from '../../../src/io.ts';
import { importKnown, recogniseForeign, toReadArtefact } from '../../../src/import/read-foreign.ts';
import { createMemoryWorld } from '../../fuzz/memory-world.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { loadRules } from '../../support/load-rules.ts';
import type { Book, Files } from './books/book.ts';
import { compose } from './books/compose.ts';
import { incus, libvirt, proxmox } from './books/guests.ts';
import { dockerfiles, hosts } from './books/hosts.ts';
import { images } from './books/images.ts';
import { inventories } from './books/inventories.ts';
import { kubeControllers } from './books/kube-controllers.ts';
import { kubeMachines } from './books/kube-machines.ts';
import { kubePods } from './books/kube-pods.ts';
import { kubeReach } from './books/kube-reach.ts';
import { kubeSite } from './books/kube-site.ts';
import { nomad } from './books/nomad.ts';
import { systemd } from './books/systemd.ts';
import { terraform } from './books/terraform.ts';
import { wholeFiles } from './books/whole-files.ts';
import { wordPlace, wordReading } from './word-reading.ts';

// All that is read of files in which each thing is nearly another one: the files stand in books/, what is read of them
// beside them, under the same headings. After a wanted change:
// UPDATE_READINGS=1 npx vitest run test/unit/import/readings.test.ts, and read the difference.

const books: Readonly<Record<string, Book>> = {
  'whole-files': wholeFiles,
  compose,
  systemd,
  terraform,
  nomad,
  hosts,
  dockerfiles,
  inventories,
  libvirt,
  proxmox,
  incus,
  images,
  'kube-reach': kubeReach,
  'kube-pods': kubePods,
  'kube-controllers': kubeControllers,
  'kube-machines': kubeMachines,
  'kube-site': kubeSite,
};

const { rulebook } = loadRules();
const { io: repository } = createTestWorld({ folder: '.' }).world;

async function readFiles(title: string, files: Files): Promise<string> {
  const [[first, text] = [title, undefined]] = Object.entries(files);
  const io: Io = text === undefined ? repository : createMemoryWorld(files).world.io;
  const bytes = text === undefined ? io.readBytes(first, Infinity) : new TextEncoder().encode(text);
  try {
    const known = await recogniseForeign(io, first, bytes);
    if (known === null) return 'of no kind that is known';
    const imported = await importKnown(known, { keepGoing: true });
    return wordReading(toReadArtefact(known, imported, rulebook)).join('\n');
  } catch (error) {
    if (!isInputError(error)) throw error;
    return error.problems.map(({ message, at }) => `refused ${wordPlace(at, first)}: ${message}`).join('\n');
  }
}

const recordOf = (book: string): string => `test/unit/import/books/${book}.txt`;

if (process.env.UPDATE_READINGS === '1')
  it.each(Object.entries(books))('%s is written', async (name, book) => {
    const sections: string[] = [];
    for (const [title, files] of Object.entries(book))
      sections.push(`## ${title}\n${await readFiles(title, files)}\n`);
    writeFileSync(recordOf(name), sections.join('\n'));
  });
else
  for (const [name, book] of Object.entries(books)) {
    const recorded = new Map(
      readFileSync(recordOf(name), 'utf8')
        .split(/^## /m)
        .slice(1)
        .map((section): [string, string] => {
          const end = section.indexOf('\n');
          return [section.slice(0, end), section.slice(end + 1).trimEnd()];
        }),
    );

    it.each(Object.entries(book))(`${name}: %s`, async (title, files) => {
      expect(await readFiles(title, files)).toBe(recorded.get(title));
    });

    it(`${name} holds nothing else`, () => {
      expect([...recorded.keys()]).toEqual(Object.keys(book));
    });
  }
