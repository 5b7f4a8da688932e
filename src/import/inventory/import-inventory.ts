import type { Artefact } from '../artefact.ts';
import type { ImportedArtefact, ImportedWorkload, Importer, RejectedRow, Unread } from '../importer.ts';
import { listInferences } from '../inference-rule.ts';
import type { Table } from '../table/table.ts';
import { machineRules } from './machine-rules.ts';
import { matchColumns, type Machine, plainHeading, toMachine } from './machine.ts';
import { findReasonAgainst } from './left-out.ts';
import { findDialect } from './recognise-inventory.ts';
import { vmwareRules } from './vmware-rules.ts';

const rules = [...machineRules, ...vmwareRules];

/** Inventories of machines, as programs that look after them write them: a row is a workload. */
export const inventoryImporter: Importer = { rules, read: readInventory };

async function readInventory({ file, tables }: Artefact): Promise<ImportedArtefact> {
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
  const workloads: ImportedWorkload[] = [];
  const rejected: RejectedRow[] = [];
  await table.eachRow((row) => {
    const machine = toMachine(dialect, columns, row);
    const against = findReasonAgainst(machine);
    if (against !== undefined) rejected.push({ ...against, cells: row.cells, at: row.positionOf(0) });
    else workloads.push(toWorkload(machine));
  });
  return {
    workloads,
    unread: listUnreadColumns(table),
    remarks: [],
    problems: [],
    table: { headings: table.headings, rejected },
  };
}

function toWorkload(machine: Machine): ImportedWorkload {
  const name = machine.cell('name');
  if (name?.text === undefined) throw new Error('a machine without a name is rejected before');
  return { name: name.text, at: name.at, inferences: listInferences(rules, machine), parts: [] };
}

/** Columns that no rule reads, each once. */
function listUnreadColumns({ headings, headingAt }: Table): Unread[] {
  const read = new Set(rules.flatMap(({ reads }) => reads.map(plainHeading)));
  return headings.flatMap((heading, index) =>
    heading === '' || read.has(plainHeading(heading)) ? [] : [{ what: heading, at: headingAt(index) }],
  );
}
