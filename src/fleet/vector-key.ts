import { at } from '../at.ts';
import { listBits } from '../decide/bits.ts';
import { knowFact } from '../decide/build-state.ts';
import type { Mask } from '../decide/model.ts';
import { hashBytes } from '../import/hash-bytes.ts';
import { columnOf } from '../import/table/plain-map.ts';
import { pickValue } from '../rulebook/pick-value.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import { isUnit } from '../rulebook/units.ts';
import type { FactStatement } from '../workload/workload.ts';
import type { Vector } from './code-rows.ts';
import type { FactCodes } from './fact-codes.ts';
import { mappedColumn, type SaidColumn } from './said-column.ts';

/** Stands before what is said of each fact: no value holds it, and no spreadsheet takes it for a formula. */
export const keyMark = '~';

/** Digits of the digest of a vocabulary: enough to tell any two apart. */
const digestDigits = 16;

/**
 * Vectors as texts that can be kept, and that a database can make itself: for every fact, in the order of the
 * vocabulary, a mark and what is said, as the cell of a table says it; nothing where nothing is. A number is any
 * number of the interval that it lies in.
 */
export interface VectorKeys {
  /** The digest of what keys are made of: facts, their values, where numbers are cut. Other keys mean nothing. */
  readonly vocabulary: string;
  /** Two vectors have the same key if and only if they are the same. */
  writeKey(vector: Vector): string;
  /** The vector of a key; databases may write what is the same in several ways. */
  parseKey(key: string): { readonly vector: Vector } | { readonly problem: string };
}

/** How many different texts are remembered of one fact. */
const mostRemembered = 5000;

/** Begins to write and to read keys of vectors. */
export function keyVectors(ready: ReadyRulebook, codes: FactCodes): VectorKeys {
  const { facts } = ready.rulebook;
  const written = facts.map((): string[] => []);
  const read = facts.map(() => new Map<string, number>());
  const columns = facts.map((fact, index) => cellsOf(fact, index, facts));
  const codeOf = (fact: number, text: string, problems: string[]): number => {
    const known = at(read, fact);
    const code = known.get(text);
    if (code !== undefined) return code;
    const said = parseSaid(at(columns, fact), at(facts, fact), text);
    if (said !== undefined && 'problem' in said) return problems.push(said.problem);
    if (known.size >= mostRemembered) known.clear();
    const made = codes.codeOf(fact, said);
    known.set(text, made);
    return made;
  };
  return {
    vocabulary: digestVocabulary(ready),
    writeKey: (vector) => {
      let key = '';
      for (let fact = 0; fact < facts.length; fact++) {
        const code = vector.charCodeAt(fact);
        key += `${keyMark}${(at(written, fact)[code] ??= writeSaid(ready, fact, codes.statementOf(fact, code)))}`;
      }
      return key;
    },
    parseKey: (key) => {
      if (/[^ -~]/.test(key)) return { problem: 'a character that no key has' };
      const [before, ...texts] = key.split(keyMark);
      if (before !== '' || texts.length !== facts.length)
        return { problem: `no key of ${facts.length} facts` };
      const problems: string[] = [];
      const vector = String.fromCharCode(...texts.map((text, fact) => codeOf(fact, text, problems)));
      return problems.length > 0 ? { problem: problems.join('; ') } : { vector };
    },
  };
}

/** What is said of a fact is written as the cell of a column that is called as it is. */
function cellsOf(fact: Fact, index: number, facts: readonly Fact[]): SaidColumn {
  const column = { heading: columnOf(fact), at: { file: '', line: 1, column: 1 } };
  const unit = isUnit(fact.unit ?? '') ? fact.unit : undefined;
  return mappedColumn({ fact, origin: 'stated', column, unit }, index, facts);
}

/** What is only likely stands behind what is certain, where something is. */
const likelyMark = /^(?:(.*);)?likely:(.*)$/s;

function writeSaid(ready: ReadyRulebook, fact: number, said: FactStatement | undefined): string {
  if (said === undefined) return '';
  const compiled = at(ready.model.facts, fact);
  const { held, withheld } = knowFact(compiled, said);
  const own = said.values === null ? 'unknown' : writeValues(ready, fact, held);
  if (said.within === undefined) return own;
  const certain = withheld === compiled.all ? '' : `${writeValues(ready, fact, withheld)};`;
  return `${certain}likely:${own}`;
}

/** A value of each of those that rules can tell apart, with bars between them. */
function writeValues({ rulebook, model }: ReadyRulebook, fact: number, values: Mask): string {
  const pick = (value: Mask) => pickValue(at(rulebook.facts, fact), at(model.facts, fact), value);
  return listBits(values).map(pick).join('|');
}

function parseSaid(
  { parse }: SaidColumn,
  { id }: Fact,
  text: string,
): FactStatement | { readonly problem: string } | undefined {
  const [, certain = '', likely] = likelyMark.exec(text) ?? [];
  const said = parse(likely ?? text);
  if (said === undefined || 'problem' in said) return said;
  if (likely === undefined) return { fact: id, values: said.values, origin: 'stated' };
  const within = parse(certain);
  if (within !== undefined && 'problem' in within) return within;
  return { fact: id, values: said.values, origin: 'suggested', within: within?.values ?? null };
}

/** The digest of what keys are made of: facts, their values, where numbers are cut. */
export function digestVocabulary({ rulebook, model }: ReadyRulebook): string {
  const made = model.facts.map(({ id, choices, cuts, anyOf, all }, index) => ({
    id,
    choices,
    cuts,
    anyOf,
    numbers:
      choices.length > 0
        ? []
        : listBits(all).map((bit) => pickValue(at(rulebook.facts, index), at(model.facts, index), bit)),
  }));
  return hashBytes(Buffer.from(JSON.stringify(made))).slice(0, digestDigits);
}
