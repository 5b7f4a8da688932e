import { describe, expect, it } from 'vitest';
import { isInputError } from '../../../../src/errors.ts';
import { parseBuildFile } from '../../../../src/import/dockerfile/build-file.ts';
import { recogniseDockerfile } from '../../../../src/import/dockerfile/recognise-dockerfile.ts';
import { openArtefact } from '../../../../src/import/open-artefact.ts';
import { createTestWorld } from '../../../support/create-test-world.ts';
import { readFixture } from '../read-fixture.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

// Dockerfiles, alone and beside a file of Compose.

async function sayOf(text: string): Promise<Record<string, string>> {
  const [first] = (await readManifest(text, 'shop/Dockerfile')).workloads;
  if (first === undefined) throw new Error('no workload');
  return listSaid(first);
}

it('of several stages the last is the image, with those it begins with', async () => {
  const { workloads, imported } = await readFixture('dockerfile/Dockerfile');
  expect(workloads[0]?.name).toBe('dockerfile');
  expect(listSaid(workloads[0] ?? { facts: [] })).toEqual({
    'os.family': 'linux',
    'life.moves': 'none',
    'package.form': 'built-from-source',
    'state.kind': '? rebuildable | one-writer | self-replicating',
    'trust.code': '? own',
    'trust.root': 'no',
  });
  expect(imported.unread.map(({ what }) => what)).toEqual(['ENV']);
});

it('a service of Compose has what the Dockerfile of its build says, where it says nothing itself', async () => {
  const { workloads } = await readFixture('compose/built.yaml');
  const [web, worker] = workloads[0]?.components ?? [];
  expect(listSaid(web ?? { facts: [] })).toMatchObject({
    'trust.root': 'no',
    'state.kind': '? rebuildable',
    'os.init': 'single-process | several-processes',
    'os.family': 'linux',
  });
  expect(web?.facts.find(({ fact }) => fact === 'trust.root')?.at).toMatchObject({
    file: 'test/unit/import/artefacts/compose/web/Dockerfile',
    line: 2,
  });
  expect(listSaid(worker ?? { facts: [] })).toMatchObject({
    'trust.root': '? start-only | always',
    'os.init': 'init-with-services',
    'os.desktop': '? yes',
  });
});

const traps: readonly { trap: string; file: string; says: Readonly<Record<string, string>> }[] = [
  {
    trap: 'an old base is a rebuild that is due, and no need of an old release',
    file: 'FROM debian:8\nRUN make',
    says: { 'os.release': '', 'os.family': 'linux' },
  },
  {
    trap: 'saying nothing of a user says nothing: the base may have one',
    file: 'FROM node:22\nRUN npm ci',
    says: { 'trust.root': '' },
  },
  { trap: 'a user that is filled in later', file: 'FROM node:22\nUSER $UID', says: { 'trust.root': '' } },
  {
    trap: 'nothing follows from what is not there: a Dockerfile does not say how it is run',
    file: 'FROM node:22\nRUN npm ci',
    says: { 'os.host-access': '', 'hardware.device': '', 'os.network': '', 'os.init': '' },
  },
  { trap: 'a base that only a variable names', file: 'ARG BASE\nFROM $BASE', says: { 'os.family': '' } },
  {
    trap: 'a variable with a value of its own',
    file: 'ARG BASE=mcr.microsoft.com/windows/servercore\nFROM ${BASE}:ltsc2022',
    says: { 'os.family': 'windows' },
  },
  { trap: 'nothing at all to begin with', file: 'FROM scratch\nCOPY shop /', says: { 'os.family': 'linux' } },
  {
    trap: 'a small init that only passes signals on is none',
    file: 'FROM node:22\nENTRYPOINT ["/usr/bin/tini", "--", "node"]',
    says: { 'os.init': '' },
  },
  {
    trap: 'pages that are copied to a server of files',
    file: 'FROM node:22 AS build\nRUN npm run build\nFROM nginx:1\nCOPY --from=build /app/dist /usr/share/nginx/html',
    says: { 'package.form': '? static-files' },
  },
  {
    trap: 'settings that are copied into an image as it is',
    file: 'FROM nginx:1\nCOPY nginx.conf /etc/nginx/nginx.conf',
    says: { 'package.form': '? official-image' },
  },
  {
    trap: 'a store with extensions of its own is that store',
    file: 'FROM postgres:17\nRUN apt-get install postgis',
    says: { 'state.kind': '? one-writer', 'package.form': 'built-from-source' },
  },
];

describe('traps', () => {
  it.each(traps)('$trap', async ({ file, says }) => {
    const said = await sayOf(file);
    expect(Object.fromEntries(Object.keys(says).map((fact) => [fact, said[fact] ?? '']))).toEqual(says);
  });
});

it.each([
  { path: 'Dockerfile', text: 'RUN make', message: /without FROM/ },
  { path: 'Dockerfile.template', text: 'FROM {{ base }}\nRUN make', message: /a template/ },
])('$path: $text is refused', async ({ path, text, message }) => {
  const refused = await readManifest(text, path).catch((error: unknown) => error);
  expect(isInputError(refused) ? refused.problems[0]?.message : refused).toMatch(message);
});

it.each([
  { path: 'Dockerfile', is: 'but' },
  { path: 'shop/Dockerfile.dev', is: 'but' },
  { path: 'Containerfile', is: 'but' },
  { path: 'shop.Dockerfile', is: 'but' },
  { path: 'dockerfile.test.ts', is: 'no' },
  { path: 'Dockerfile.md', is: 'no' },
  { path: 'Dockerfile.rs', is: 'no' },
  { path: 'dockerfile-parser.py', is: 'no' },
])('by its name $path, whatever it holds: $is', ({ path, is }) => {
  const artefact = openArtefact(createTestWorld({ folder: '.' }).world.io, path, 'import shop\n');
  expect(recogniseDockerfile(artefact).is).toBe(is);
});

it('a stage by its name or number, in any case; none where there is no such', () => {
  const text = 'FROM a AS one\nFROM b AS Two\nFROM two\n';
  const base = (target?: string) => parseBuildFile(text, 'Dockerfile', target)?.base?.text;
  expect([base(), base('one'), base('TWO'), base('1'), base('three')]).toEqual([
    'b',
    'a',
    'b',
    'b',
    undefined,
  ]);
});

it('words are those that are meant: brackets, options and joined lines', () => {
  const build = parseBuildFile(
    'FROM --platform=linux/arm64 node:22\nCOPY --from=x --chown=1 ["a b", "/c"]\nCMD node \\\n  shop.js\n',
    'Dockerfile',
  );
  expect(build?.base?.text).toBe('node:22');
  expect(build?.steps.map(({ keyword, words }) => [keyword, words])).toEqual([
    ['COPY', ['a b', '/c']],
    ['CMD', ['node', 'shop.js']],
  ]);
});
