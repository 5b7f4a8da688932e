import { InputError } from '../../errors.ts';
import { findNamed } from '../../rulebook/look-up.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { isUnit } from '../../rulebook/units.ts';
import { suggestName, wordUnknownName } from '../../text/suggest.ts';
import type { MappedFact, TableMap } from './parse-map.ts';
import type { Table } from './table.ts';

/** How such a table may differ. */
interface PlainMapWishes {
  /** The heading of the column with the names. */
  readonly name?: string | undefined;
  /** Whether a heading that looks like a fact, and is none, says nothing. */
  readonly ignores?: boolean | undefined;
}

/**
 * The map of a table that is headed as facts are called: `name`, `os.family` or `os_family`, and
 * `likely:os.release` for what is only likely. Other columns say nothing.
 * @returns undefined where it is none: without a name, or without a fact
 * @throws InputError where a heading looks like a fact and none is called so
 */
export function findPlainMap(
  { headings, headingAt }: Table,
  facts: readonly Fact[],
  { name: called = 'name', ignores = false }: PlainMapWishes = {},
): TableMap | undefined {
  const columns = headings.map((heading, index) => ({ heading, at: headingAt(index) }));
  const name = columns.find(({ heading }) => heading.toLowerCase() === called.toLowerCase());
  const said = columns.map((column) => ({ column, is: findPlainColumn(column.heading, facts) }));
  const known = said.flatMap(({ column, is }): MappedFact[] =>
    is !== undefined && 'fact' in is ? [{ ...is, column }] : [],
  );
  if (name === undefined || known.length === 0) return undefined;
  const problems = said.flatMap(({ column: { at }, is }) =>
    !ignores && is !== undefined && 'problem' in is ? [{ message: is.problem, at }] : [],
  );
  if (problems.length > 0) throw new InputError(problems);
  return { name, facts: known };
}

/**
 * What a column of this name says: something of a fact, or, where it looks like one and none is called so, that.
 * A table of a database cannot have dots and dashes in such names: there they are underscores.
 * @returns undefined where it says nothing of a fact
 */
export function findPlainColumn(
  heading: string,
  facts: readonly Fact[],
): Pick<MappedFact, 'fact' | 'origin' | 'unit'> | { readonly problem: string } | undefined {
  const id = plainId(heading);
  const fact = findNamed(facts, id) ?? facts.find((each) => columnOf(each) === id);
  if (fact !== undefined)
    return {
      fact,
      origin: /^likely:/i.test(heading) ? 'suggested' : 'stated',
      // A column that is called as the fact holds what the fact holds.
      unit: isUnit(fact.unit ?? '') ? fact.unit : undefined,
    };
  const dotted = facts.some((each) => each.id.includes('.') && id.startsWith(`${each.id.split('.')[0]}.`));
  const names = facts.map((each) => each.id);
  if (dotted) return { problem: wordUnknownName('fact', id, names) };
  // Many a column begins with a word such as site; only one that is nearly right is taken for a slip.
  const near = id.includes('_') ? suggestName(id, facts.map(columnOf)) : '';
  return near === '' ? undefined : { problem: `no fact is called ${id}${near}` };
}

/** What a fact is called as the column of a table. */
export function columnOf({ id }: Pick<Fact, 'id'>): string {
  return id.replace(/[.-]/g, '_');
}

function plainId(heading: string): string {
  return heading
    .replace(/^likely:/i, '')
    .trim()
    .toLowerCase()
    .replace(' ', '.');
}
