import { InputError } from '../../errors.ts';
import { findNamed } from '../../rulebook/look-up.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { wordUnknownName } from '../../text/suggest.ts';
import type { MappedColumn, MappedFact, TableMap } from './parse-map.ts';
import type { Table } from './table.ts';

/**
 * The map of a table that is headed as facts are called: `name`, `os.family`, and `likely:os.release` for what
 * is only likely. Other columns say nothing.
 * @returns undefined where it is none: without a name, or without a fact
 * @throws InputError where a heading looks like a fact and none is called so
 */
export function findPlainMap({ headings, headingAt }: Table, facts: readonly Fact[]): TableMap | undefined {
  const columns = headings.map((heading, index) => ({ heading, at: headingAt(index) }));
  const name = columns.find(({ heading }) => heading.toLowerCase() === 'name');
  const said = columns.map((column) => ({ column, id: plainId(column.heading) }));
  const known = said.flatMap(({ column, id }): MappedFact[] => {
    const fact = findNamed(facts, id);
    return fact === undefined
      ? []
      : [{ fact, origin: /^likely:/i.test(column.heading) ? 'suggested' : 'stated', column }];
  });
  if (name === undefined || known.length === 0) return undefined;
  const groups = new Set(facts.map(({ id }) => id.split('.')[0]));
  const unknown = said.filter(
    ({ id }) => id.includes('.') && groups.has(id.split('.')[0]) && findNamed(facts, id) === undefined,
  );
  if (unknown.length > 0)
    throw new InputError(unknown.map(({ column, id }) => wordUnknown(column, id, facts)));
  return { name, facts: known };
}

function plainId(heading: string): string {
  return heading
    .replace(/^likely:/i, '')
    .trim()
    .toLowerCase()
    .replace(' ', '.');
}

function wordUnknown({ at }: MappedColumn, id: string, facts: readonly Fact[]) {
  return {
    message: wordUnknownName(
      'fact',
      id,
      facts.map((each) => each.id),
    ),
    at,
  };
}
