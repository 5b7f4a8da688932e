import { type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import { isLibraryImage, parseImageName } from '../knowledge/image-name.ts';
import { findImageEntry, type ImageEntry, stateOf } from '../knowledge/images.ts';
import { officialImages } from '../knowledge/official-images.ts';
import type { BuildFile } from './build-file.ts';
import { addsOnlyFiles, findProgram } from './build-view.ts';

/** What is known of the image that it begins with, if that is one of Docker's library. */
function findOfficial({ base }: BuildFile): ImageEntry | null | undefined {
  const name = parseImageName(base?.text ?? '');
  return name !== undefined && isLibraryImage(name) && officialImages.has(name.name)
    ? findImageEntry(name)
    : undefined;
}

/** A store that something is added to is that store. */
function findBaseStore(build: BuildFile): Find[] {
  const name = parseImageName(build.base?.text ?? '');
  const entry = name === undefined ? null : findImageEntry(name);
  const state = entry === null ? undefined : stateOf[entry.is];
  const values = state?.suggests ?? state?.proves;
  return values === undefined || findProgram(build)?.keyword === 'ENTRYPOINT'
    ? []
    : findsAt(build.base).map((find) => ({ ...find, suggests: { 'state.kind': values } }));
}

/** Pages for a server of files, and nothing beside: built before, and only copied here. */
function findForm(build: BuildFile): Find[] {
  const entry = findOfficial(build);
  if (!addsOnlyFiles(build) || entry === undefined || entry?.is === 'base') return [];
  const server = /^(nginx|httpd|caddy)$/.test(parseImageName(build.base?.text ?? '')?.name ?? '');
  const copies = build.steps.filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD');
  const pages = copies.find(({ words }) =>
    /(^|\/)(html|htdocs|www|public|dist|srv)(\/|$)/.test(words[words.length - 1] ?? ''),
  );
  return findsAt(server && pages !== undefined ? pages.spot : build.base).map((find) => ({
    ...find,
    suggests: { 'package.form': [server && pages !== undefined ? 'static-files' : 'official-image'] },
  }));
}

function findStep(build: BuildFile, keyword: string, pattern: RegExp): Find[] {
  const step = build.steps.find(
    (each) => each.keyword === keyword && each.words.some((word) => pattern.test(word)),
  );
  return findsAt(step?.spot);
}

const shop = 'FROM node:22\nRUN npm ci\n';

/** What a Dockerfile says of the image, whoever runs it. */
export const buildRules: readonly InferenceRule<BuildFile>[] = [
  {
    id: 'dockerfile/volume',
    reads: ['VOLUME'],
    finds: (build) => findStep(build, 'VOLUME', /./),
    suggests: { 'state.kind': ['rebuildable', 'one-writer', 'self-replicating'] },
    because: 'Its image sets a folder apart for data that outlives it.',
    examples: { fires: `${shop}VOLUME /data`, quiet: `${shop}WORKDIR /data` },
  },
  {
    id: 'dockerfile/store',
    reads: ['FROM'],
    finds: findBaseStore,
    suggests: { facts: ['state.kind'], as: 'how the store that it begins with is mostly run' },
    because: 'It begins with the image of a store, and keeps its program.',
    examples: { fires: 'FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/', quiet: shop },
  },
  {
    id: 'dockerfile/supervisor',
    reads: ['ENTRYPOINT', 'CMD'],
    finds: (build) => {
      const program = findProgram(build);
      const isSupervisor =
        /(^|\/)(supervisord|s6-svscan|runsvdir|my_init|monit|circusd|pm2-runtime)$|^\/init$/;
      const first = program?.words.slice(0, 2) ?? [];
      return first.some((word) => isSupervisor.test(word)) ? findsAt(program?.spot) : [];
    },
    suggests: { 'os.init': ['several-processes'] },
    because: 'It begins with a program that looks after several others.',
    examples: { fires: `${shop}CMD ["supervisord", "-n"]`, quiet: `${shop}CMD ["node", "shop.js"]` },
  },
  {
    id: 'dockerfile/desktop-port',
    reads: ['EXPOSE'],
    finds: (build) => findStep(build, 'EXPOSE', /^(3389|590\d|6080|6901)(\/tcp)?$/),
    suggests: { 'os.desktop': ['yes'] },
    because: 'It offers a port by which people work at a desktop (RDP, VNC).',
    examples: { fires: `${shop}EXPOSE 3389`, quiet: `${shop}EXPOSE 8080` },
  },
];

/** What only a Dockerfile by itself says: where something else says how it is run, that has its form. */
export const loneBuildRules: readonly InferenceRule<BuildFile>[] = [
  {
    id: 'dockerfile/form',
    reads: ['FROM', 'COPY', 'ADD', 'RUN'],
    finds: findForm,
    suggests: { facts: ['package.form'], as: 'files for a server of files, or an image as it is' },
    because: 'An image of Docker’s library is taken as it is, but for files and settings.',
    examples: { fires: 'FROM nginx:1\nCOPY dist /usr/share/nginx/html', quiet: `${shop}COPY dist /dist` },
  },
];
