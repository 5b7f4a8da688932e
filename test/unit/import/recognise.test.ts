import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { artefactKinds } from '../../../src/import/kinds.ts';
import { openArtefact } from '../../../src/import/open-artefact.ts';
import { recogniseUnread } from '../../../src/import/unread-kinds.ts';
import { createMemoryWorld } from '../../fuzz/memory-world.ts';
import { compose } from './books/compose.ts';
import { libvirt, proxmox } from './books/guests.ts';
import { dockerfiles, hosts } from './books/hosts.ts';
import { inventories } from './books/inventories.ts';
import { kubeSite } from './books/kube-site.ts';
import { nomad } from './books/nomad.ts';
import { systemd } from './books/systemd.ts';
import { terraform } from './books/terraform.ts';
import { wholeFiles } from './books/whole-files.ts';

const books = [
  compose,
  systemd,
  terraform,
  nomad,
  libvirt,
  proxmox,
  hosts,
  dockerfiles,
  inventories,
  kubeSite,
];
const files = [
  ...books.flatMap((book) => Object.values(book).flatMap((each) => Object.entries(each).slice(0, 1))),
  ...Object.keys(wholeFiles).map((path) => [path, readFileSync(path, 'utf8')] as const),
];
const artefacts = files.map(([path, text]) =>
  openArtefact(createMemoryWorld({ [path]: text }).world.io, path, text),
);

it.each(artefactKinds)('whoever recognises $id says yes, no, or why not', ({ recognise }) => {
  for (const artefact of artefacts) {
    const said = recognise(artefact);
    expect(['yes', 'no', 'but']).toContain(said.is);
    if (said.is === 'but') expect(said.hint, artefact.file).toMatch(/\w/);
  }
});

it('whoever knows what cannot be read says no, or why not', () => {
  for (const artefact of artefacts) expect(['no', 'but']).toContain(recogniseUnread(artefact).is);
});
