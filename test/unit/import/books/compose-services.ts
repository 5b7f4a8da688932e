// Files of Compose whose services differ in what a row of a book says.

import { nameAll } from './book.ts';

const image = 'image: "town/shop:1", ';
/** Services by what each says in a flow map. */
export const services = (rows: Readonly<Record<string, string>>, top = '', each = image): string =>
  `${top}services:\n${Object.entries(rows)
    .map(([name, text]) => `  ${name}:\n    { ${each}${text} }\n`)
    .join('')}`;
/** Services that differ in one value, called after it. */
export const values = (words: string, write: (word: string) => string, each = image): string =>
  services(
    Object.fromEntries(Object.entries(nameAll(words)).map(([name, word]) => [name, write(word)])),
    '',
    each,
  );
