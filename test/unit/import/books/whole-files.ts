import { readdirSync } from 'node:fs';
import { folderOf, planted } from '../../../program/secrets/planted.ts';
import type { Book } from './book.ts';

const root = 'test/unit/import/artefacts';
const small = readdirSync(root).flatMap((kind) =>
  readdirSync(`${root}/${kind}`, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/override|\.network$/.test(entry.name))
    .map(({ name }) => `${root}/${kind}/${name}`),
);
const full = planted.map((each) => `${folderOf(each)}/${each.file}`);

/** Files of every kind that other tests use, too, by their paths. */
export const wholeFiles: Book = Object.fromEntries([...small, ...full].map((path) => [path, {}]));
