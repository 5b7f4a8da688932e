import { describe, expect, it } from 'vitest';
import { lookAhead } from '../../../src/fleet/look-ahead.ts';

// What rows are is told by their first line, and that may come in any number of pieces.

const beginnings = [
  { name: 'a table', text: 'name,os_family\nweb,linux\n', known: 'name,os_family\n' },
  {
    name: 'with a mark of its encoding',
    text: '\ufeffname,os_family\nweb,linux\n',
    known: 'name,os_family\n',
  },
  {
    name: 'that says what separates',
    text: 'sep=;\r\nname;os_family\r\n',
    known: 'sep=;\r\nname;os_family\r\n',
  },
  { name: 'after empty lines', text: '\n \n{"name":"web"}\n', known: '\n \n{"name":"web"}\n' },
  { name: 'without an end', text: '{"name":"wéb"}', known: '{"name":"wéb"}' },
  { name: 'with nothing in it', text: '', known: '' },
  { name: 'with empty lines alone', text: '\n\n', known: '\n\n' },
];

describe.each(beginnings)('rows: $name', ({ text, known }) => {
  it.each([1, 2, 5, 1000])('in pieces of %d bytes', async (size) => {
    const bytes = Buffer.from(text);
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    };
    const begun = await lookAhead(chunks());
    expect(begun.text.startsWith(known)).toBe(true);
    const all: Uint8Array[] = [];
    for await (const piece of begun.all) all.push(piece);
    expect(Buffer.concat(all)).toEqual(bytes);
  });
});
