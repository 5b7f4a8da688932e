import { parseCell } from '../import/table/read-mapped.ts';
import type { MappedFact } from '../import/table/parse-map.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import { parseValues } from '../workload/parse-facts.ts';
import type { FactStatement } from '../workload/workload.ts';

/** A column, or a key of a JSON record, that says something of a fact. */
export interface SaidColumn {
  /** A number of its own, from 0. */
  readonly id: number;
  /** Position of the fact. */
  readonly fact: number;
  readonly origin: 'stated' | 'suggested';
  /** What a cell says: undefined for nothing, or what is wrong with it. */
  readonly parse: (raw: unknown) => Pick<FactStatement, 'values'> | { readonly problem: string } | undefined;
}

/**
 * A column of a table, by a map that says what its cells mean.
 * @param facts the vocabulary
 */
export function mappedColumn(mapped: MappedFact, id: number, facts: readonly Fact[]): SaidColumn {
  return {
    id,
    fact: facts.indexOf(mapped.fact),
    origin: mapped.origin,
    parse: (raw) => parseCell(mapped, String(raw)),
  };
}

/**
 * A key of JSON records.
 * @param facts the vocabulary
 * @param strict whether values are written as in a workload file; else several may stand in one text with bars
 * between them, and null and an empty text say nothing
 */
export function keyedColumn(
  { fact, origin }: Pick<MappedFact, 'fact' | 'origin'>,
  id: number,
  facts: readonly Fact[],
  strict: boolean,
): SaidColumn {
  return {
    id,
    fact: facts.indexOf(fact),
    origin,
    parse: (raw) => {
      if (!strict && (raw === null || raw === '')) return undefined;
      const texts = !strict && typeof raw === 'string' ? raw.split('|').map((each) => each.trim()) : [];
      let problem = '';
      const values = parseValues(fact, texts.length > 1 ? texts : (texts[0] ?? raw), (said) => {
        problem ||= said;
      });
      return values === undefined ? { problem } : { values };
    },
  };
}
