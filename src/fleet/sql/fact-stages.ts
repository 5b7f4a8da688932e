import { columnOf } from '../../import/table/plain-map.ts';
import { listValues, parseFactValue } from '../../rulebook/fact-value.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { listLimits, numberPattern } from './key-expression.ts';
import type { SqlDialect } from './sql-dialects.ts';
import { quoteLiteral } from './sql-text.ts';
import type { Stage, StageColumn } from './stage.ts';

/** Before the name of a fact: what its column says, as it stands there. */
const saidOf = (fact: Fact) => `said_${columnOf(fact)}`;

/**
 * What is known of rows, from what their columns say: a value or a presumption, and NULL for what is unknown. A list,
 * or a text that is no value, is unknown, too.
 * @param from the table, and what of it is kept beside
 * @param columns the columns of facts that it has
 */
export function listFactStages(
  { rulebook: { facts } }: ReadyRulebook,
  dialect: SqlDialect,
  from: { readonly table: string; readonly keeps: readonly string[] },
  columns: ReadonlySet<string>,
): Stage[] {
  const isSaid = (fact: Fact) => columns.has(columnOf(fact));
  return [
    {
      name: 'said',
      about: 'what stands in the columns; NULL where nothing does',
      from: `${from.table} w`,
      takes: from.keeps.map((column) => `w.${column}`),
      columns: facts.filter(isSaid).map((fact) => ({
        name: saidOf(fact),
        of: `fact ${fact.id}`,
        text: dialect.binary(`NULLIF(TRIM(CAST(w.${columnOf(fact)} AS ${dialect.types.text})), '')`),
      })),
    },
    {
      name: 'facts',
      about: 'what it means: a value, the presumption where nothing is said, or NULL where it is unknown',
      from: 'said',
      takes: ['*'],
      columns: facts.map((fact): StageColumn => ({
        name: columnOf(fact),
        of: `fact ${fact.id}`,
        text: isSaid(fact) ? writeFact(fact, dialect) : writeUnsaid(fact, dialect),
        remark: `${fact.name}${fact.presumed === undefined ? '' : `, presumed ${String(fact.presumed)}`}`,
      })),
    },
  ];
}

/** By column its name, where it says what is no value. */
export function listNotUnderstood({ rulebook }: ReadyRulebook, columns: ReadonlySet<string>): string[] {
  return rulebook.facts.flatMap((fact) => {
    const column = columnOf(fact);
    if (!columns.has(column)) return [];
    return [`CASE WHEN ${column} IS NULL AND ${saidOf(fact)} <> 'unknown' THEN ${quoteLiteral(column)} END`];
  });
}

function writePresumed(fact: Fact): string {
  if (fact.presumed === undefined) return 'NULL';
  const read = parseFactValue(fact, fact.presumed);
  if ('problem' in read) throw new Error(`unchecked rulebook: ${read.problem}`);
  return typeof read.value === 'number' ? String(read.value) : quoteLiteral(read.value);
}

function writeUnsaid(fact: Fact, { types }: SqlDialect): string {
  return `CAST(${writePresumed(fact)} AS ${fact.kind === 'number' ? types.number : types.text})`;
}

function writeFact(fact: Fact, dialect: SqlDialect): string {
  const said = saidOf(fact);
  const nothing = `CASE WHEN ${said} IS NULL THEN ${writePresumed(fact)}`;
  if (fact.kind === 'number') {
    const number = dialect.toNumber(said);
    const wrong = listLimits(fact).map((limit) => `${number} ${limit}`);
    return [
      `${nothing} WHEN NOT (${dialect.matches(said, numberPattern(fact))}) THEN NULL`,
      ...(wrong.length === 0 ? [] : [`WHEN ${wrong.join(' OR ')} THEN NULL`]),
      `ELSE ${number} END`,
    ].join(' ');
  }
  const values = listValues(fact);
  const others = listOtherNames(fact, values).map(
    ({ name, value }) => ` WHEN ${said} = ${quoteLiteral(name)} THEN ${quoteLiteral(value)}`,
  );
  return `${nothing} WHEN ${said} IN (${values.map(quoteLiteral).join(', ')}) THEN ${said}${others.join('')} END`;
}

/** What a column of flags holds, where a fact has yes and no. */
function listOtherNames(fact: Fact, values: readonly string[]): { name: string; value: string }[] {
  return ['true', 'false'].flatMap((name) => {
    const read = parseFactValue(fact, name);
    return 'value' in read && !values.includes(name) ? [{ name, value: String(read.value) }] : [];
  });
}
