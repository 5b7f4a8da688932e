import { entryOf } from '../../entry-of.ts';
import { unzipSync } from 'fflate';
import { InputError } from '../../errors.ts';
import { findText } from '../../read/read-text.ts';
import { csvTable, findCsvTable } from './csv-table.ts';
import { isExportTab } from './export-tabs.ts';
import { decodeTable } from './table-bytes.ts';
import type { Table } from './table.ts';

/** What the files in an archive may hold together once they are unpacked, in bytes. */
const largestUnpacked = 1024 * 1024 * 1024;

/** The table of machines of an export of vCenter. */
const machines = /(^|tab)vInfo(\.csv)?$/i;

/**
 * The tables in an archive: those of its CSV files, or of a workbook the sheet of machines and those that say more
 * of them, and else the first one.
 * @param file what the archive is called
 * @throws InputError where it is damaged, or would hold too much
 */
export async function openPacked(bytes: Uint8Array, file: string): Promise<readonly Table[]> {
  const names = listFiles(bytes, file);
  if (names.includes(workbook)) {
    const sheets = listSheets(bytes, file);
    const sheet = sheets.find((name) => machines.test(name));
    const chosen = sheet === undefined ? sheets.slice(0, 1) : [sheet, ...sheets.filter(isExportTab)];
    const { openSheet } = await import('./workbook.ts');
    return Promise.all(chosen.map((name) => openSheet(bytes, file, name)));
  }
  if (names.includes('tfplan') && names.includes('tfstate'))
    throw new InputError([
      {
        message: `a plan of Terraform as it keeps it for itself; print it: terraform show -json PLAN | advise assess -`,
        at: { file },
      },
    ]);
  const tables = names.filter((name) => /\.csv$/i.test(name));
  const [table] = tables.filter((name) => machines.test(name));
  const chosen = table === undefined ? [] : [table, ...tables.filter(isExportTab)];
  return (chosen.length > 0 ? chosen : tables).map((name) => {
    const [unpacked = new Uint8Array()] = Object.values(unzip(bytes, file, (each) => each === name));
    const text = findText(unpacked) ?? decodeTable(unpacked);
    const place = `${file}#${name}`;
    return findCsvTable(text, place) ?? csvTable(text, place);
  });
}

const workbook = 'xl/workbook.xml';

function listFiles(bytes: Uint8Array, file: string): string[] {
  const names: string[] = [];
  unzip(bytes, file, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

function unzip(
  bytes: Uint8Array,
  file: string,
  wants: (name: string) => boolean,
): Readonly<Record<string, Uint8Array>> {
  let size = 0;
  const refuse = (message: string) => new InputError([{ message, at: { file } }]);
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        if (size > largestUnpacked) throw refuse('unpacked, this would be larger than 1 GiB');
        return wants(name);
      },
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw refuse('this archive or workbook is damaged');
  }
}

/** The names of the sheets of a workbook, in their order. */
function listSheets(bytes: Uint8Array, file: string): string[] {
  const [xml] = Object.values(unzip(bytes, file, (name) => name === workbook));
  const text = new TextDecoder().decode(xml);
  return [...text.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(([, name = '']) =>
    decodeEntities(name),
  );
}

function decodeEntities(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (whole, name: string) => entryOf(entities, name) ?? whole);
}
