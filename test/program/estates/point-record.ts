import { sortReasons } from '../../../src/advice/describe-reasons.ts';
import { at } from '../../../src/at.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import { decide } from '../../../src/decide/decide.ts';
import { truth } from '../../../src/decide/judge-condition.ts';
import { listActions } from '../../../src/decide/list-actions.ts';
import { type SqlLanguage } from '../../../src/fleet/sql/sql-choices.ts';
import { type SqlDialect, sqlDialects } from '../../../src/fleet/sql/sql-dialects.ts';
import { columnOf } from '../../../src/import/table/plain-map.ts';
import { parseFactValue } from '../../../src/rulebook/fact-value.ts';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import type { Fact, Rulebook } from '../../../src/rulebook/rulebook.ts';

/** The columns of a point record, in their order; `fired` are all rules that hold. */
const told = [
  'must',
  'reasons_for',
  'reasons_against',
  'ruling_out',
  'form_reasons',
  'not_understood',
] as const;
const decided = ['headline', 'strength', 'placement', 'isolation', 'form_vm', 'form_container'] as const;

/** What the engine decides of a row before it proves anything, a value a column; what is no value is unknown. */
export function writePointRecord(
  { rulebook, model }: ReadyRulebook,
  name: string,
  cells: readonly string[],
): string {
  const said = rulebook.facts.map((fact, index) => readCell(fact, at(cells, index)));
  const statements = new Map(
    said.flatMap((each, index) => (each === undefined ? [] : [[at(model.facts, index).id, each] as const])),
  );
  const { state } = buildState(model, statements);
  const decision = decide(model, state, new Set());
  const { headline, strength, contested, forms, judgement } = decision;
  const formOf = (kind: 'vm' | 'container') =>
    forms.map((form) => at(rulebook.placements, form)).find((placement) => placement.kind === kind);
  const chosen = headline === 'either' ? undefined : (formOf('vm') ?? formOf('container'));
  const reasons = sortReasons({ rulebook, model, decision });
  const ids = (rules: readonly number[]) => rules.map((rule) => at(model.rules, rule).id).join('|');
  const musts = listActions(model, state, decision).filter(({ must }) => must);
  const columns = {
    headline,
    strength,
    placement: chosen?.id,
    isolation: chosen?.isolation,
    form_vm: formOf('vm')?.id,
    form_container: formOf('container')?.id,
    must: musts
      .map(({ action }) => at(model.actions, action).id)
      .sort()
      .join('|'),
    reasons_for: ids(reasons.for),
    reasons_against: ids(reasons.against),
    ruling_out: ids(reasons.rulingOut),
    form_reasons: ids(reasons.form),
    not_understood: rulebook.facts
      .filter((_, index) => said[index] !== undefined && 'wrong' in said[index])
      .map(columnOf)
      .join('|'),
  };
  return [
    name,
    String(contested),
    ...[...decided, ...told].map((column) => columns[column] ?? ''),
    ids(model.rules.flatMap((_, rule) => (judgement.rules[rule] === truth.true ? [rule] : []))),
  ].join(',');
}

/** As a database reads a cell: one plain value, or nothing, or what is not known. */
function readCell(
  fact: Fact,
  cell: string,
): { values: (string | number)[] | null } | { values: null; wrong: true } | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  if (text === 'unknown') return { values: null };
  const read = parseFactValue(fact, text);
  const isPlain = fact.kind !== 'number' || /^\d+(\.\d+)?$/.test(text);
  return 'value' in read && isPlain ? { values: [read.value] } : { values: null, wrong: true };
}

/** A selection of the same columns from what `advise fleet sql verdict` selects, in the order of names. */
export function orderVerdicts(selection: string, { rules }: Rulebook, language: SqlLanguage): string {
  const dialect: SqlDialect = sqlDialects[language];
  const fired = rules.map((rule) => `CASE WHEN r_${columnOf(rule)} THEN '${rule.id}' END`).join(', ');
  // Databases write an empty text and NULL differently to CSV.
  const columns = [...decided, ...told].map((column) => `NULLIF(${column}, '') AS ${column}`);
  return `SELECT name, CAST(contested AS ${dialect.types.text}) AS contested, ${columns.join(', ')},
  NULLIF(${dialect.joinTexts(fired)}, '') AS fired FROM (\n${selection}) v ORDER BY name`;
}
