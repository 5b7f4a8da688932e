import type { Artefact } from '../artefact.ts';
import type {
  ImportedArtefact,
  ImportedWorkload,
  Importer,
  ReadingOptions,
  RejectedRow,
  Unread,
} from '../importer.ts';
import { listInferences } from '../inference-rule.ts';
import { releasesKnownUntil } from '../knowledge/judge-release.ts';
import { dayOfReleases, releaseRules } from '../knowledge/release-rules.ts';
import { exportTabs } from '../table/export-tabs.ts';
import type { Table } from '../table/table.ts';
import { machineReleases, machineRules } from './machine-rules.ts';
import { findReasonAgainst } from './left-out.ts';
import { type ColumnPlaces, matchColumns, type Machine, toMachine } from './machine.ts';
import { plainHeading } from './plain-heading.ts';
import { findDialect } from './recognise-inventory.ts';
import { markMachines } from './rvtools-tabs.ts';
import { tabRules } from './tab-rules.ts';
import { vmwareRules } from './vmware-rules.ts';

const rules = [...machineRules, ...releaseRules(machineReleases), ...vmwareRules, ...tabRules];

/** Inventories of machines, as programs that look after them write them: a row is a workload. */
export const inventoryImporter: Importer = { rules, read: readInventory };

async function readInventory(
  artefact: Artefact,
  { today = releasesKnownUntil, joinColumn }: ReadingOptions = {},
): Promise<ImportedArtefact> {
  const { file, tables } = artefact;
  const [table] = tables.filter((each) => findDialect(each) !== undefined);
  const dialect = table && findDialect(table);
  if (table === undefined || dialect === undefined)
    return {
      workloads: [],
      unread: [],
      remarks: [],
      problems: [{ message: 'no table of machines', at: { file } }],
    };
  const columns = matchColumns(dialect, table.headings);
  const joinedBy =
    joinColumn === undefined ? -1 : table.headings.map(plainHeading).indexOf(plainHeading(joinColumn));
  const workloads: ImportedWorkload[] = [];
  const rejected: RejectedRow[] = [];
  const others = dialect.id === 'rvtools' ? listOtherTabs(artefact) : [];
  const marked = await markMachines(table, others);
  await table.eachRow((row) => {
    const machine = toMachine(dialect, columns, row, marked, today);
    const against = findReasonAgainst(machine);
    if (against !== undefined) rejected.push({ ...against, cells: row.cells, at: row.positionOf(0) });
    else workloads.push(toWorkload(machine, joinedBy === -1 ? undefined : row.cells[joinedBy]?.trim()));
  });
  return {
    workloads,
    unread: listUnreadColumns(table, columns),
    remarks: [],
    problems: [],
    table: { headings: table.headings, rejected },
    ...dayOfReleases(workloads, today),
  };
}

/** The other tables of the export: those of its archive or workbook, and files that lie beside it. */
function listOtherTabs({ path, tables, openBeside }: Artefact): Table[] {
  const [, before, after] = /([^/\\]*)vInfo([^/\\]*)$/i.exec(path ?? '') ?? [];
  if (before === undefined || after === undefined) return [...tables];
  return [...tables, ...exportTabs.flatMap((tab) => openBeside(`${before}${tab}${after}`)?.tables ?? [])];
}

/** @param column what stands in the column that tells what it is called elsewhere */
function toWorkload(machine: Machine, column: string | undefined): ImportedWorkload {
  const name = machine.cell('name');
  if (name?.text === undefined) throw new Error('a machine without a name is rejected before');
  const identity = { uuid: machine.cell('uuid')?.text, address: machine.cell('address')?.text, column };
  return { name: name.text, at: name.at, identity, inferences: listInferences(rules, machine), parts: [] };
}

/** Columns that no rule reads, each once. */
function listUnreadColumns({ headings, headingAt }: Table, places: ColumnPlaces): Unread[] {
  const read = new Set(rules.flatMap(({ reads }) => reads.map(plainHeading)));
  const placed = new Set(Object.values(places).flat());
  return headings.flatMap((heading, index) =>
    heading === '' || placed.has(index) || read.has(plainHeading(heading))
      ? []
      : [{ what: heading, at: headingAt(index) }],
  );
}
