import { InputError } from '../../errors.ts';
import { dangerous } from '../../text/safe.ts';

// How names and texts of a rulebook, and names that a user gives, stand in a statement.

/** A name with its schema, plain or quoted, or an expression of dbt. */
const relationPattern =
  /^(?:\{\{[^{}]+\}\}|(?:[A-Za-z_][\w$]*|"[^"]+"|`[^`]+`)(?:\.(?:[A-Za-z_][\w$]*|"[^"]+"|`[^`]+`))*)$/;

/** @throws InputError where it would be more than a name in a statement */
export function checkedName(name: string, option: string): string {
  if (relationPattern.test(name)) return name;
  throw new InputError(`${option} takes a name such as inventory.workloads, got ${name}`);
}

/**
 * A text as a literal.
 * @throws InputError where the languages read it differently
 */
export function quoteLiteral(text: string): string {
  if (/[\\{}]/.test(text) || text.search(dangerous) !== -1)
    throw new InputError(`${JSON.stringify(text)} cannot be written so that every database reads the same`);
  return `'${text.replaceAll("'", "''")}'`;
}

/** A line that says something to whoever reads the statement, whatever the text has in it. */
export function writeRemark(text: string): string {
  // What dbt would take for an expression of its own, it takes in comments, too.
  return `-- ${text
    .replace(/\s+/g, ' ')
    .replace(dangerous, '')
    .replace(/\{(?=[{%#])/g, '{ ')}`;
}

/** That a column holds one of some texts. */
export function writeIsOneOf(column: string, texts: readonly string[]): string {
  const literals = texts.map(quoteLiteral);
  return literals.length === 1 ? `${column} = ${literals.join()}` : `${column} IN (${literals.join(', ')})`;
}

/** That one of some expressions holds. */
export function joinAny(expressions: readonly string[]): string {
  if (expressions.length === 0) return 'FALSE';
  return expressions.length === 1 ? expressions.join() : `(${expressions.join(' OR ')})`;
}
