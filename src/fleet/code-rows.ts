import { at } from '../at.ts';
import type { Known } from '../decide/build-state.ts';
import type { Mask } from '../decide/model.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { combineFacts, type FactStatement } from '../workload/workload.ts';
import type { FactCodes } from './fact-codes.ts';
import type { SaidColumn } from './said-column.ts';

/**
 * What is known of a row, a character a fact: its code. Rows that no rule can tell apart have the same one.
 */
export type Vector = string;

/** Makes the vectors of rows for which one profile holds. */
export interface RowCoder {
  /**
   * The vector of a row.
   * @param columns what its cells say; undefined where one says nothing
   * @param cells what stands in them
   * @param problems takes what is wrong with them; then the vector means nothing
   */
  codeCells(
    columns: readonly (SaidColumn | undefined)[],
    cells: readonly unknown[],
    problems: string[],
  ): Vector;
  /**
   * The vector of a row by what is known of its cells.
   * @param count how many of the pairs are its
   * @returns undefined where something is wrong with them
   */
  codePairs(pairs: readonly SaidPair[], count: number): Vector | undefined;
  /** The vector of what was said of one thing to place. */
  codeStatements(own: readonly FactStatement[]): Vector;
}

/** A column and what stands in it, as it may come again. */
export interface SaidPair {
  /** Its own from 0; -1 where it is not remembered. */
  readonly number: number;
  readonly column: SaidColumn;
  readonly raw: unknown;
}

/** How many different texts are remembered of one column. */
const mostRemembered = 5000;

/** In the place of a code: the cell says nothing, or nothing that can be understood. */
const [nothing, wrong, unknown] = [-1, -2, -3];

/**
 * Begins to make the vectors of rows.
 * @param profile what holds for all of them; what a row says itself counts more
 */
export function codeRows(
  { model, rulebook }: ReadyRulebook,
  codes: FactCodes,
  profile: readonly FactStatement[],
): RowCoder {
  const ids = model.facts.map(({ id }) => id);
  const common = ids.map((id) => profile.filter(({ fact }) => fact === id));
  const codeOf = (fact: number, own: readonly FactStatement[]): number =>
    codes.codeOf(fact, combineFacts(at(common, fact), own).get(at(ids, fact)));
  const silent = ids.map((_, fact) => codeOf(fact, []));
  const row = [...silent];
  const touched = ids.map(() => 0);
  const memories: (Map<unknown, number> | undefined)[] = [];
  let number = 0;
  let codeOfPair = new Int32Array(1024).fill(unknown);

  const parseOf = ({ parse, fact, origin }: SaidColumn, raw: unknown): FactStatement | string | undefined => {
    const said = parse(raw);
    if (said === undefined) return undefined;
    return 'problem' in said ? said.problem : { fact: at(ids, fact), values: said.values, origin };
  };
  const codeCell = (column: SaidColumn, raw: unknown, problems: string[]): number => {
    const said = parseOf(column, raw);
    if (typeof said !== 'string') return said === undefined ? nothing : codeOf(column.fact, [said]);
    problems.push(said);
    return wrong;
  };
  /** Of facts that several columns speak of: what is certain and what is likely may stand side by side. */
  const codeTwice = (
    fact: number,
    columns: readonly (SaidColumn | undefined)[],
    cells: readonly unknown[],
    problems: string[],
  ): number => {
    const own = columns.flatMap((column, index) => {
      if (column?.fact !== fact || cells[index] === undefined) return [];
      const said = parseOf(column, cells[index]);
      return said === undefined || typeof said === 'string' ? [] : [said];
    });
    const origins = new Set(own.map(({ origin }) => origin));
    if (origins.size < own.length) problems.push(`${at(rulebook.facts, fact).id} is said twice`);
    return codeOf(fact, own);
  };
  const codeKnown = (pair: SaidPair): number => {
    if (pair.number === -1) return codeCell(pair.column, pair.raw, []);
    if (pair.number >= codeOfPair.length) {
      const larger = new Int32Array(2 * pair.number).fill(unknown);
      larger.set(codeOfPair);
      codeOfPair = larger;
    }
    const known = codeOfPair[pair.number] ?? unknown;
    return known === unknown ? (codeOfPair[pair.number] = codeCell(pair.column, pair.raw, [])) : known;
  };
  return {
    codePairs: (pairs, count) => {
      number++;
      for (let fact = 0; fact < row.length; fact++) row[fact] = silent[fact] ?? 0;
      for (let each = 0; each < count; each++) {
        const pair = at(pairs, each);
        const code = codeKnown(pair);
        if (code === nothing) continue;
        const { fact } = pair.column;
        if (code === wrong || touched[fact] === number) return undefined;
        touched[fact] = number;
        row[fact] = code;
      }
      return String.fromCharCode.apply(null, row);
    },
    codeCells: (columns, cells, problems) => {
      number++;
      for (let fact = 0; fact < row.length; fact++) row[fact] = silent[fact] ?? 0;
      let twice: number[] | undefined;
      for (let index = 0; index < columns.length; index++) {
        const column = columns[index];
        const raw = cells[index];
        if (column === undefined || raw === undefined) continue;
        // A list or bounds of a number is another object in every row.
        const key = typeof raw === 'object' ? `\0${JSON.stringify(raw)}` : raw;
        const memory = (memories[column.id] ??= new Map<unknown, number>());
        let code = memory.get(key);
        if (code === undefined) {
          code = codeCell(column, raw, problems);
          if (code === wrong) continue;
          if (memory.size >= mostRemembered) memory.clear();
          memory.set(key, code);
        }
        if (code === nothing) continue;
        if (touched[column.fact] === number) (twice ??= []).push(column.fact);
        touched[column.fact] = number;
        row[column.fact] = code;
      }
      if (twice !== undefined)
        for (const fact of twice) row[fact] = codeTwice(fact, columns, cells, problems);
      return String.fromCharCode.apply(null, row);
    },
    codeStatements: (own) =>
      String.fromCharCode(
        ...ids.map((id, fact) =>
          codeOf(
            fact,
            own.filter((each) => each.fact === id),
          ),
        ),
      ),
  };
}

/** What is said under a vector, by fact. */
export function statementsOf(
  { model }: ReadyRulebook,
  codes: FactCodes,
  vector: Vector,
): ReadonlyMap<string, FactStatement> {
  return new Map(
    model.facts.flatMap(({ id }, fact): [string, FactStatement][] => {
      const said = codes.statementOf(fact, vector.charCodeAt(fact));
      return said === undefined ? [] : [[id, said]];
    }),
  );
}

/** What is known under a vector, in the form the deciding code works on. */
export function knownOf({ model }: ReadyRulebook, codes: FactCodes, vector: Vector): Known {
  const state: Mask[] = [];
  const withheld: Mask[] = [];
  const presumed = new Set<number>();
  for (let fact = 0; fact < model.facts.length; fact++) {
    const known = codes.knownOf(fact, vector.charCodeAt(fact));
    if (known.presumed) presumed.add(fact);
    state.push(known.held);
    withheld.push(known.withheld);
  }
  return { state, withheld, presumed };
}
