// The rows of an overview of many workloads: which are shown, in which order, under which titles. A row carries
// what it is sorted by as data-headline, data-strength and data-sure; rows of parts follow that of their workload.

/** What a reader can group by. */
export const overviewGroups = {
  '': 'nothing',
  headline: 'where it goes',
  strength: 'how strongly',
  sure: 'how sure',
} as const;

/** What a reader can sort by. */
export const overviewOrders = {
  '': 'the order of the files',
  name: 'name',
  sure: 'least sure first',
  conditions: 'most conditions first',
} as const;

/** What a reader asked to see. */
export interface OverviewView {
  /** Words that all have to stand in a row or in those of its parts. */
  readonly text: string;
  readonly group: keyof typeof overviewGroups;
  readonly order: keyof typeof overviewOrders;
}

/** A workload and its parts. */
interface Entry {
  readonly row: HTMLElement;
  readonly rows: readonly HTMLElement[];
}

/** From the least to the most that can be relied on. */
const surest = ['A first guess', 'Likely', 'Firm'];

/**
 * Chooses and orders rows.
 * @param rows as the file was written
 * @returns the rows to show with titles of groups between them, and of how many workloads how many are shown
 */
export function viewRows(
  rows: readonly HTMLElement[],
  { text, group, order }: OverviewView,
): { readonly entries: HTMLElement[]; readonly shown: number; readonly total: number } {
  const all = gatherEntries(rows);
  const words = text.toLowerCase().split(/\s+/);
  const found = all.filter((entry) => {
    const own = textOf(entry);
    return words.every((word) => own.includes(word));
  });
  const sorted = order === '' ? found : found.toSorted((a, b) => compare(a, b, order));
  const groups = new Map<string, Entry[]>();
  for (const entry of sorted) {
    const key = group === '' ? '' : (entry.row.dataset[group] ?? '');
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const entries = [...groups].flatMap(([key, own]) => [
    ...(group === '' ? [] : [createTitle(key === '' ? 'none' : key, own.length)]),
    ...own.flatMap((entry) => entry.rows),
  ]);
  return { entries, shown: found.length, total: all.length };
}

function gatherEntries(rows: readonly HTMLElement[]): Entry[] {
  const entries: { row: HTMLElement; rows: HTMLElement[] }[] = [];
  for (const row of rows) {
    if (row.classList.contains('within')) entries[entries.length - 1]?.rows.push(row);
    else entries.push({ row, rows: [row] });
  }
  return entries;
}

function textOf({ rows }: Entry): string {
  return rows.map((row) => `${row.textContent} ${row.dataset.strength ?? ''}`.toLowerCase()).join(' ');
}

function compare(a: Entry, b: Entry, order: OverviewView['order']): number {
  const name = ({ row }: Entry) => row.querySelector('a')?.textContent ?? '';
  const sure = ({ row }: Entry) => surest.indexOf(row.dataset.sure ?? '');
  const conditions = ({ row }: Entry) => Number(row.querySelector('.number')?.textContent ?? 0);
  const by = {
    '': 0,
    name: 0,
    sure: sure(a) - sure(b),
    conditions: conditions(b) - conditions(a),
  }[order];
  return by === 0 ? name(a).localeCompare(name(b), 'en') : by;
}

function createTitle(text: string, count: number): HTMLElement {
  const row = document.createElement('tr');
  row.className = 'group-title';
  const title = document.createElement('th');
  title.colSpan = 5;
  title.scope = 'rowgroup';
  title.textContent = `${text} (${String(count)})`;
  row.append(title);
  return row;
}
