import type { Spot } from '../spot.ts';
import { exportTabs } from '../table/export-tabs.ts';
import { spotOfCell, type Table, type TableRow } from '../table/table.ts';
import { plainHeading } from './plain-heading.ts';

/** What tabs beside vInfo say of a machine. */
export type MachineMark = 'usb' | 'direct-network' | 'raw-disk' | 'shared-disk' | 'memory';

/** What other tabs say of machines, by machine. */
export interface MarkedMachines {
  /** What is said of the machine of a row of vInfo. */
  readonly marksOf: (row: TableRow) => ReadonlyMap<MachineMark, Spot>;
  /** The first of the hosts there are, and how many; undefined without the tab. */
  readonly hosts?: { readonly spot: Spot; readonly count: number };
}

/** A column of a tab, and which of its cells say something. */
interface MarkedColumn {
  readonly tab: string;
  readonly mark: MachineMark;
  readonly headings: readonly string[];
  readonly says: RegExp;
  /** Another column that has to say so, too; without that column it does not. */
  readonly and?: { readonly heading: string; readonly says: RegExp };
}

const yes = /^(true|yes|1|wahr|vrai)$/i;

const marked: readonly MarkedColumn[] = [
  // A controller is no device, and what is not connected is not needed to run.
  {
    tab: 'vUSB',
    mark: 'usb',
    headings: ['Device Type'],
    says: /^(?!.*controller)/i,
    and: { heading: 'Connected', says: yes },
  },
  { tab: 'vNetwork', mark: 'direct-network', headings: ['Adapter'], says: /sr-?iov/i },
  { tab: 'vNetwork', mark: 'direct-network', headings: ['Direct Path IO'], says: yes },
  { tab: 'vDisk', mark: 'raw-disk', headings: ['Raw'], says: yes },
  { tab: 'vDisk', mark: 'shared-disk', headings: ['Sharing mode'], says: /multi-?writer/i },
  { tab: 'vDisk', mark: 'shared-disk', headings: ['Shared Bus'], says: /^(virtual|physical)/i },
  { tab: 'vMemory', mark: 'memory', headings: ['Size MiB', 'Size MB'], says: /\d/ },
];

/** What tells a machine in several tabs, the surest first: the columns that together do. */
const keys: readonly (readonly string[])[] = [['VM ID', 'VI SDK UUID'], ['VM ID'], ['VM UUID'], ['VM']];

/**
 * Reads what the tabs beside vInfo say of its machines; only cells that say something are kept.
 * @param machines vInfo
 * @param others tables of the same export, in any order
 */
export async function markMachines(machines: Table, others: readonly Table[]): Promise<MarkedMachines> {
  const finders: ((row: TableRow, into: Map<MachineMark, Spot>) => void)[] = [];
  let hosts: MarkedMachines['hosts'];
  for (const table of others) {
    const tab = exportTabs.find((each) => tabOf(table.title) === each.toLowerCase());
    if (tab === 'vHost') hosts = await countHosts(table);
    else if (tab !== undefined) finders.push(await readTab(machines, table, tab));
  }
  return {
    marksOf: (row) => {
      const marks = new Map<MachineMark, Spot>();
      for (const find of finders) find(row, marks);
      return marks;
    },
    ...(hosts && { hosts }),
  };
}

/** `vDisk` of `RVTools_tabvDisk`, in lower case. */
function tabOf(title: string): string {
  return /(?:^|tab)(v[a-z]+)$/i.exec(title)?.[1]?.toLowerCase() ?? '';
}

async function countHosts(table: Table): Promise<MarkedMachines['hosts']> {
  const index = placeOfColumn(table, 'Host');
  let first: Spot | undefined;
  let count = 0;
  await table.eachRow((row) => {
    const spot = spotOfCell(row, index);
    if (spot === undefined) return;
    first ??= spot;
    count++;
  });
  return first === undefined ? undefined : { spot: first, count };
}

async function readTab(machines: Table, table: Table, tab: string) {
  const key = keys.find((columns) =>
    columns.every((column) => [machines, table].every((each) => placeOfColumn(each, column) !== -1)),
  );
  const found = new Map<string, Map<MachineMark, Spot>>();
  const doubled = key?.[0] === 'VM' ? await gatherDoubled(machines, key) : new Set<string>();
  const columns = marked.filter((each) => each.tab === tab);
  if (key !== undefined)
    await table.eachRow((row) => {
      const name = keyOf(table, key, row);
      for (const column of columns) {
        const spot = findMark(table, row, column);
        if (spot === undefined || name === '' || doubled.has(name)) continue;
        const marks = found.get(name) ?? new Map<MachineMark, Spot>();
        if (!marks.has(column.mark)) found.set(name, marks.set(column.mark, spot));
      }
    });
  return (row: TableRow, into: Map<MachineMark, Spot>): void => {
    const marks = found.get(key === undefined ? '' : keyOf(machines, key, row));
    for (const [mark, spot] of marks ?? []) if (!into.has(mark)) into.set(mark, spot);
  };
}

/** Names that two machines have: what is said by one of them may be said of either. */
async function gatherDoubled(machines: Table, key: readonly string[]): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  await machines.eachRow((row) => {
    const name = keyOf(machines, key, row);
    if (seen.has(name)) doubled.add(name);
    seen.add(name);
  });
  return doubled;
}

function findMark(table: Table, row: TableRow, { headings, says, and }: MarkedColumn): Spot | undefined {
  const spot = headings
    .map((heading) => spotOfCell(row, placeOfColumn(table, heading)))
    .find((each) => each !== undefined);
  if (!says.test(spot?.text ?? '')) return undefined;
  const other = and && spotOfCell(row, placeOfColumn(table, and.heading));
  return and === undefined || and.says.test(other?.text ?? '') ? spot : undefined;
}

function keyOf(table: Table, columns: readonly string[], row: TableRow): string {
  const parts = columns.map((column) => row.cells[placeOfColumn(table, column)] ?? '');
  return parts.includes('') ? '' : parts.join('\n').toLowerCase();
}

function placeOfColumn({ headings }: Table, heading: string): number {
  return headings.findIndex((each) => plainHeading(each) === plainHeading(heading));
}
