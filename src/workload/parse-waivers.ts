import type { Path } from '../read/parse-yaml.ts';
import type { ShapeReader, YamlMap } from '../read/shape-reader.ts';
import { findJoined, findNamed, type Named } from '../rulebook/look-up.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { wordUnknownName } from '../text/suggest.ts';
import { parseDate } from './parse-date.ts';
import type { Waiver } from './workload.ts';

/** The rules that can be waived, and those that a team has taken out. */
export type WaivableRules = Pick<Rulebook, 'rules'> & Partial<Pick<Rulebook, 'layers'>>;

const waiverKeys = ['rule', 'because', 'by', 'until'];

/**
 * Reads the rules that are waived for one workload, each once.
 * @param value what stands under `waivers`
 */
export function parseWaivers(reader: ShapeReader, value: unknown, names: WaivableRules): Waiver[] {
  if (value === undefined || value === null) return [];
  const seen = new Set<string>();
  return reader.list(value, ['waivers'], 'waivers').flatMap((each, index) => {
    const path: Path = ['waivers', index];
    const entry = reader.map(each, path, waiverKeys, 'a waiver');
    const waiver = entry && parseWaiver(reader, entry, path, names);
    if (waiver === undefined) return [];
    if (seen.has(waiver.rule)) reader.say(`${waiver.rule} is waived twice`, [...path, 'rule']);
    seen.add(waiver.rule);
    return [waiver];
  });
}

/** One waiver; undefined where something is wrong with it, which the reader is told. */
export function parseWaiver(
  reader: ShapeReader,
  entry: YamlMap,
  path: Path,
  names: WaivableRules,
): Waiver | undefined {
  const rule = parseWaivedRule(reader, entry.rule, [...path, 'rule'], names);
  const because = reader.text(entry.because, [...path, 'because'], 'because (the reason for the waiver)');
  const by = entry.by === undefined ? undefined : reader.text(entry.by, [...path, 'by'], 'by');
  const until = parseDate(reader, entry.until, [...path, 'until']);
  if (rule === undefined || because === undefined) return undefined;
  const oldName = rule.id === entry.rule ? {} : { oldName: String(entry.rule) };
  return { rule: rule.id, ...oldName, because, by, until, at: reader.document.locate(path) };
}

function parseWaivedRule(
  reader: ShapeReader,
  value: unknown,
  path: Path,
  names: WaivableRules,
): Named | undefined {
  const name = reader.text(value, path, 'rule (the id of the rule to waive)');
  if (name === undefined) return undefined;
  const joined = findJoined(
    names.rules,
    name,
    (rule) => `waive ${rule} if all of it should not count, or leave this out`,
  );
  if (joined !== undefined) {
    reader.say(joined, path);
    return undefined;
  }
  // A rule that a team has taken out can still be waived: the file may serve other teams as well.
  const disabled = (names.layers ?? []).flatMap(({ differs }) => differs?.disables ?? []);
  const rule = findNamed<Named>(
    [...names.rules, ...disabled.map((each) => ({ ...each, id: each.rule }))],
    name,
  );
  if (rule !== undefined) return rule;
  const known = names.rules.map((each) => each.id);
  reader.say(wordUnknownName('rule', name, known), path);
  return undefined;
}
