import { imageEntries } from '../../../../src/import/knowledge/images.ts';
import { publicRegistries } from '../../../../src/import/knowledge/public-registries.ts';
import { repackagers } from '../../../../src/import/knowledge/repackagers.ts';
import type { Book } from './book.ts';
import { values } from './compose-services.ts';

/** Images that are known, each a service, and what is nearly known. */
export const images: Book = {
  'every image that is known': {
    'compose.yaml': values(
      imageEntries
        .flatMap(({ names }) =>
          names.map((name) =>
            name.startsWith('/') ? name.slice(1) : name.includes('/') ? name : `town/${name}`,
          ),
        )
        .join(' '),
      (name) => `image: "${name}:1"`,
      '',
    ),
  },
  'names that only look like known ones': {
    'compose.yaml': values(
      'town/postgresx:1 town/xpostgres:1 postgres-town/shop:1 library/postgres docker.io/library/postgres docker.io/postgres index.docker.io/library/postgres registry-1.docker.io/library/postgres xdocker.io/library/postgres POSTGRES Town/Postgres:1 localhost/postgres localhost:5000/postgres registry.example/postgres registry.example/library/postgres town.example/a/b/postgres:1@sha256:x postgres@sha256:x golang:1 golang:1-windowsservercore alpine:3 node:22',
      (name) => `image: "${name}"`,
      '',
    ),
  },
  'images of makers, and of others': {
    'compose.yaml': values(
      'gitea/gitea gitea/gitea-oss giteas/gitea grafana/grafana-oss town/gazette town/town-hall townhall/town town/x-town shop shop/shop registry.example/shop registry.example/shop/shop shop.example/shop shop.example/shop-api town.example/shop-api',
      (name) => `image: "${name}:1"`,
      '',
    ),
  },
  'every registry where makers publish': {
    'compose.yaml': values(
      publicRegistries.map(({ host }) => host).join(' '),
      (host) => `image: "${host}/town/shop:1"`,
      '',
    ),
  },
  'every re-packager': {
    'compose.yaml': values(
      repackagers.map(({ name }) => name).join(' '),
      (name) => `image: "${name}/${name.split('/').pop() ?? ''}-shop:1"`,
      '',
    ),
  },
};
