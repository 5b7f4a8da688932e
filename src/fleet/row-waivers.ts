import { InputError } from '../errors.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { checkVersion, parseShape } from '../read/shape-reader.ts';
import type { WorkloadNames } from '../workload/parse-workload.ts';
import { parseWaiver } from '../workload/parse-waivers.ts';
import type { Waiver } from '../workload/workload.ts';

/** The waivers of rows, by what rows are called. */
export type RowWaivers = ReadonlyMap<string, readonly Waiver[]>;

const waiverKeys = ['name', 'rule', 'because', 'by', 'until'];

/**
 * Reads the waivers of a fleet: those of workload files, each with the name of the row that it is for.
 * @param file what the text is called
 * @throws InputError with everything that is wrong with it
 */
export function parseRowWaivers(text: string, file: string, names: WorkloadNames): RowWaivers {
  const [document] = parseYaml(text, file);
  if (document === undefined) throw new InputError([{ message: 'no waivers in it', at: { file } }]);
  const reader = parseShape(document);
  const top = reader.map(document.data, [], ['advise', 'waivers'], 'a map with waivers');
  checkVersion(reader, top?.advise);
  const byName = new Map<string, Waiver[]>();
  for (const [index, each] of reader.list(top?.waivers ?? [], ['waivers'], 'waivers').entries()) {
    const path = ['waivers', index];
    const entry = reader.map(each, path, waiverKeys, 'a waiver');
    const name = entry && reader.text(entry.name, [...path, 'name'], 'name (of the row)');
    const waiver = entry && parseWaiver(reader, entry, path, names);
    if (name === undefined || waiver === undefined) continue;
    const own = byName.get(name) ?? [];
    if (own.some(({ rule }) => rule === waiver.rule))
      reader.say(`${waiver.rule} is waived twice for ${name}`, [...path, 'rule']);
    byName.set(name, [...own, waiver]);
  }
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  return byName;
}
