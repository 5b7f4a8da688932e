import { at } from '../../at.ts';
import type { Cut } from '../../decide/model.ts';
import { columnOf } from '../../import/table/plain-map.ts';
import { pickValue } from '../../rulebook/pick-value.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { keyMark } from '../vector-key.ts';
import type { SqlDialect } from './sql-dialects.ts';

/**
 * The key of a row as an expression, a line a fact. It knows the names of columns and where numbers are cut;
 * every other text passes as it is, to be read, or refused, by whoever judges it.
 * @param columns the columns of facts that the table has
 * @param indent stands before every line
 */
export function writeKeyExpression(
  ready: ReadyRulebook,
  dialect: SqlDialect,
  columns: ReadonlySet<string>,
  indent: string,
): string {
  const { facts } = ready.rulebook;
  const lines = facts.map((fact, index) => {
    const column = columnOf(fact);
    const mark = `${index === 0 ? '  ' : '||'} '${keyMark}'`;
    if (!columns.has(column)) return `${mark} -- ${fact.id} is in no column`;
    return `${mark} || ${writeFact(ready, index, dialect, `TRIM(CAST(w.${column} AS ${dialect.types.text}))`, indent)}`;
  });
  return lines.map((line) => `${indent}${line}`).join('\n');
}

/** Numbers of a fact as everybody writes them; in keys others pass as texts do, and are understood later. */
export function numberPattern({ whole }: Pick<Fact, 'whole'>): string {
  return whole === undefined ? '[0-9]{1,15}([.][0-9]{1,9})?' : '[0-9]{1,15}([.]0+)?';
}

function writeFact(
  { rulebook, model }: ReadyRulebook,
  index: number,
  dialect: SqlDialect,
  text: string,
  indent: string,
): string {
  const [fact, compiled] = [at(rulebook.facts, index), at(model.facts, index)];
  const plain = `COALESCE(${text}, '')`;
  if (fact.kind !== 'number') return plain;
  const number = dialect.toNumber(text);
  const matches = dialect.matches(text, numberPattern(fact));
  const wrong = listLimits(fact).map((limit) => `${number} ${limit}`);
  const value = (position: number) => `'${pickValue(fact, compiled, 1 << position)}'`;
  return [
    `CASE WHEN NOT COALESCE(${matches}, FALSE) THEN ${plain}`,
    ...(wrong.length === 0 ? [] : [`WHEN ${wrong.join(' OR ')} THEN ${text}`]),
    ...compiled.cuts.map((cut, position) => `WHEN ${number} ${isBelow(cut)} THEN ${value(position)}`),
    `ELSE ${value(compiled.cuts.length)} END`,
  ].join(`\n${indent}       `);
}

/** What a number may not be: in a key it passes as it is, and is refused where it is judged. */
export function listLimits({ above, 'at-least': least, 'at-most': most }: Fact): string[] {
  return [
    ...(above === undefined ? [] : [`<= ${above}`]),
    ...(least === undefined ? [] : [`< ${least}`]),
    ...(most === undefined ? [] : [`> ${most}`]),
  ];
}

function isBelow({ at: place, side }: Cut): string {
  return side === 'before' ? `< ${place}` : `<= ${place}`;
}
