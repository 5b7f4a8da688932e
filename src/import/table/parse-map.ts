import { InputError, type Position } from '../../errors.ts';
import { parseYaml, type Path } from '../../read/parse-yaml.ts';
import { parseShape, type ShapeReader } from '../../read/shape-reader.ts';
import { findNamed } from '../../rulebook/look-up.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { isUnit } from '../../rulebook/units.ts';
import { wordUnknownName } from '../../text/suggest.ts';
import { parseValues } from '../../workload/parse-facts.ts';
import type { FactStatement, StatedOrigin } from '../../workload/workload.ts';

/** A column of somebody's table, as a map names it. */
export interface MappedColumn {
  readonly heading: string;
  /** Where the map names it. */
  readonly at: Position;
}

/** What a column says of a fact. */
export interface MappedFact {
  readonly fact: Fact;
  readonly origin: Extract<StatedOrigin, 'stated' | 'suggested'>;
  readonly column: MappedColumn;
  /** The unit that is meant where a cell holds a bare number. */
  readonly unit?: string | undefined;
  /** What texts of cells mean; left out, the text itself is said. */
  readonly when?: CellTexts | undefined;
}

/** What is said where a cell holds a text, by that text in lower case. */
export interface CellTexts {
  readonly whole: ReadonlyMap<string, FactStatement['values']>;
  /** The same by what a text begins with, the longest first. */
  readonly beginnings: readonly (readonly [string, FactStatement['values']])[];
}

/** What the columns of somebody's table mean. */
export interface TableMap {
  readonly name: MappedColumn;
  readonly facts: readonly MappedFact[];
}

/**
 * Reads a map: which column of a table has the name of a workload, and which says what of which fact.
 * @param file what the text is called
 * @throws InputError with everything that is wrong with it
 */
export function parseMap(text: string, file: string, facts: readonly Fact[]): TableMap {
  const [document] = parseYaml(text, file);
  if (document === undefined) throw new InputError([{ message: 'an empty map', at: { file } }]);
  const reader = parseShape(document);
  const top = reader.map(document.data, [], ['advise-map', 'name', 'facts', 'likely'], 'a map of columns');
  if (top?.['advise-map'] !== 1)
    reader.say('the version of the format must be 1: advise-map: 1', ['advise-map']);
  const name = reader.text(top?.name, ['name'], 'name, the heading of the column with the names,') ?? '';
  const list = (key: 'facts' | 'likely', origin: MappedFact['origin']) =>
    Object.entries(reader.map(top?.[key] ?? {}, [key], Object.keys(top?.[key] ?? {}), key) ?? {}).flatMap(
      ([id, raw]) => parseMappedFact(reader, id, raw, [key, id], facts, origin),
    );
  const mapped = [...list('facts', 'stated'), ...list('likely', 'suggested')];
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  return { name: { heading: name, at: document.locate(['name']) }, facts: mapped };
}

function parseMappedFact(
  reader: ShapeReader,
  id: string,
  raw: unknown,
  path: Path,
  facts: readonly Fact[],
  origin: MappedFact['origin'],
): MappedFact[] {
  const fact = findNamed(facts, id);
  if (fact === undefined) {
    reader.say(
      wordUnknownName(
        'fact',
        id,
        facts.map((each) => each.id),
      ),
      path,
      'key',
    );
    return [];
  }
  const short = typeof raw === 'string';
  const entry = short ? { column: raw } : reader.map(raw, path, ['column', 'unit', 'when'], id);
  const heading = reader.text(entry?.column, [...path, 'column'], 'column');
  const unit = parseUnit(reader, fact, entry?.unit, [...path, 'unit']);
  const when = entry?.when === undefined ? undefined : parseWhen(reader, fact, entry.when, [...path, 'when']);
  if (heading === undefined) return [];
  const at = reader.document.locate(short ? path : [...path, 'column']);
  return [{ fact, origin, column: { heading, at }, unit, when }];
}

function parseUnit(reader: ShapeReader, fact: Fact, raw: unknown, path: Path): string | undefined {
  if (raw === undefined) return undefined;
  if (typeof raw === 'string' && isUnit(raw) && fact.unit !== undefined) return raw;
  reader.say(
    fact.unit === undefined ? `${fact.id} has no unit` : `unit must be one such as MiB or GiB`,
    path,
  );
  return undefined;
}

/** Texts of cells, or with a star what they begin with, under the values that they mean; one may mean one value only. */
function parseWhen(reader: ShapeReader, fact: Fact, raw: unknown, path: Path): CellTexts {
  const when = new Map<string, FactStatement['values']>();
  for (const [value, texts] of Object.entries(reader.map(raw, path, Object.keys(raw ?? {}), 'when') ?? {})) {
    const values = parseValues(fact, value, (message) => {
      reader.say(message, [...path, value], 'key');
    });
    if (values === undefined) continue;
    const list: readonly unknown[] = Array.isArray(texts) ? texts : [texts];
    for (const [index, each] of list.entries()) {
      const place = Array.isArray(texts) ? [...path, value, index] : [...path, value];
      const text =
        typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean' ? String(each) : '';
      const key = text.trim().toLowerCase();
      if (/\*.|^\*/.test(key)) reader.say('a star stands for any end: behind a text, and only there', place);
      if (when.has(key)) reader.say('this text is there for another value, too', place);
      when.set(key, values);
    }
  }
  return {
    whole: new Map([...when].filter(([key]) => !key.endsWith('*'))),
    beginnings: [...when]
      .flatMap(([key, values]) => (key.endsWith('*') ? [[key.slice(0, -1), values] as const] : []))
      .sort(([one], [other]) => other.length - one.length),
  };
}
