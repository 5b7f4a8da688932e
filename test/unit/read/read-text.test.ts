import { describe, expect, it } from 'vitest';
import type { Io } from '../../../src/io.ts';
import { readText } from '../../../src/read/read-text.ts';
import { complaintsOf } from '../../support/build-workload.ts';

/** An outside world that holds one file. */
function holding(bytes: Uint8Array | (() => never)): Io {
  const readBytes =
    typeof bytes === 'function' ? bytes : (_path: string, limit: number) => bytes.subarray(0, limit + 1);
  return { readBytes } as unknown as Io;
}

function refusing(code: string): Io {
  return holding(() => {
    throw Object.assign(new Error('refused'), { code });
  });
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a text file', () => {
  it.each([
    { name: 'plain', content: bytes('a: 1\n'), text: 'a: 1\n' },
    { name: 'with other scripts', content: bytes('ü 支 🙂'), text: 'ü 支 🙂' },
    { name: 'with a byte order mark', content: new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), text: 'a' },
    { name: 'empty', content: new Uint8Array(), text: '' },
  ])('$name is read whole', ({ content, text }) => {
    expect(readText(holding(content), 'app.yaml')).toBe(text);
  });

  it.each([
    {
      name: 'in the middle',
      content: [0x61, 0x0a, 0x62, 0xff, 0x63],
      says: 'app.yaml:2:2 not UTF-8 text (byte 0xff); save it as UTF-8',
    },
    {
      name: 'at the start',
      content: [0xfc, 0x62],
      says: 'app.yaml:1:1 not UTF-8 text (byte 0xfc); save it as UTF-8',
    },
    {
      name: 'after a line break',
      content: [0x61, 0x0a, 0x80],
      says: 'app.yaml:2:1 not UTF-8 text (byte 0x80); save it as UTF-8',
    },
  ])('that is not UTF-8 $name names the place', ({ content, says }) => {
    expect(complaintsOf(() => readText(holding(new Uint8Array(content)), 'app.yaml'))).toEqual([says]);
  });

  it('that ends in half a character is refused', () => {
    const [said] = complaintsOf(() => readText(holding(bytes('ab🙂').subarray(0, 4)), 'app.yaml'));
    expect(said).toMatch(/^app\.yaml:1:\d not UTF-8 text/);
  });

  it.each([
    { size: 1024 * 1024, accepted: true },
    { size: 1024 * 1024 + 1, accepted: false },
  ])('of $size bytes is accepted: $accepted', ({ size, accepted }) => {
    const read = () => readText(holding(new Uint8Array(size).fill(0x61)), 'app.yaml');
    if (accepted) expect(read()).toHaveLength(size);
    else expect(complaintsOf(read)).toEqual(['app.yaml larger than 1 MiB; no file of ours is that large']);
  });

  it.each([
    { code: 'ENOENT', says: 'app.yaml no such file' },
    { code: 'EISDIR', says: 'app.yaml this is a folder, not a file' },
    { code: 'EACCES', says: 'app.yaml no permission to read it' },
    { code: 'EIO', says: 'app.yaml the system says EIO' },
  ])('that cannot be had ($code) is explained', ({ code, says }) => {
    expect(complaintsOf(() => readText(refusing(code), 'app.yaml'))).toEqual([says]);
  });

  it('is called by the name it is given', () => {
    expect(complaintsOf(() => readText(refusing('ENOENT'), '-', '(stdin)'))).toEqual([
      '(stdin) no such file',
    ]);
  });
});
