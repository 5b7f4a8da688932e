import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../src/errors.ts';
import { openSource } from '../../../../src/import/open-artefact.ts';
import type { TableRow } from '../../../../src/import/table/table.ts';
import { createTestWorld } from '../../../support/create-test-world.ts';

const { io } = createTestWorld({ folder: '.' }).world;

const headings = ['VM', 'Powerstate', 'OS according to the VMware Tools'];

/** A workbook of some sheets, each of rows. */
function workbookOf(sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>) {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}

async function rowsOf(bytes: Uint8Array, file = 'estate.xlsx') {
  const { tables } = await openSource(io, file, bytes);
  const rows: TableRow[] = [];
  for (const table of tables) await table.eachRow((row) => rows.push(row));
  return rows.map(({ cells, positionOf }) => {
    const { file: place, line, column } = positionOf(2);
    return `${cells.join('|')} at ${place}:${line}:${column}`;
  });
}

describe('a workbook', () => {
  it('gives the rows of its sheet of machines, with sheet and cell, empty ones left out', async () => {
    const bytes = await workbookOf({
      vCPU: [['VM'], ['not this one']],
      vInfo: [headings, ['erp', 'poweredOn', 'Debian'], [null, null, null], ['web', 7, null]],
    });
    expect(await rowsOf(bytes)).toEqual([
      'erp|poweredOn|Debian at estate.xlsx#vInfo:2:3',
      'web|7 at estate.xlsx#vInfo:4:3',
    ]);
  });

  it('that has none gives its first sheet', async () => {
    const bytes = await workbookOf({ Servers: [headings, ['erp', 'on', 'Debian']], Notes: [['x'], ['y']] });
    expect(await rowsOf(bytes)).toEqual(['erp|on|Debian at estate.xlsx#Servers:2:3']);
  });
});

describe('an archive', () => {
  it('gives the rows of its CSV file of machines, in its own encoding', async () => {
    const bytes = zipSync({
      'export/RVTools_tabvCPU.csv': strToU8('VM;CPUs\nerp;4\n'),
      'export/RVTools_tabvInfo.csv': Uint8Array.from(
        Buffer.from(`${headings.join(';')}\nm\u00fcller;on;Debian\n`, 'latin1'),
      ),
    });
    expect(await rowsOf(bytes, 'export.zip')).toEqual([
      'müller|on|Debian at export.zip#export/RVTools_tabvInfo.csv:2:11',
    ]);
  });
});

/** An archive of which a file says in the list at the end that it is as large as some 2 GiB once it is unpacked. */
function makeBomb(): Uint8Array {
  const bytes = zipSync({ 'vInfo.csv': strToU8('VM,Powerstate,OS\n') });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entry = [...bytes.keys()].find(
    (at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
  );
  view.setUint32((entry ?? 0) + 24, 0x7fffffff, true);
  return bytes;
}

describe('what cannot be opened is said', () => {
  const damaged = zipSync({ 'a.csv': strToU8('x,y\n1,2\n') }).map((byte, index) => (index > 20 ? 0 : byte));
  it.each([
    ['a damaged archive', damaged, 'this archive or workbook is damaged'],
    ['an archive that would fill the memory', makeBomb(), 'unpacked, this would be larger than 1 GiB'],
    [
      'an old workbook, or one with a password',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'a workbook of Excel 2003 or older, or one with a password; save it as .xlsx without one',
    ],
  ])('%s', async (_, bytes, message) => {
    const error = await rowsOf(bytes).catch((each: unknown) => each);
    expect((error as InputError).message).toBe(message);
  });
});
