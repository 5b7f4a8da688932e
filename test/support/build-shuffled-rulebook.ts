import { parse } from 'yaml';
import type { RulebookFile } from '../../src/rulebook/load/shape-file.ts';
import type { Random } from './random-values.ts';

/**
 * The same rulebook written in another order: of files, of rules, and of the keys of every map but
 * the values of a fact, whose order has a meaning.
 */
export function shuffleRulebook(files: readonly RulebookFile[], random: Random): RulebookFile[] {
  return random.shuffle(files).map((file) => ({
    ...file,
    text: JSON.stringify(shuffleValue(parse(file.text), random, ''), null, 1),
  }));
}

function shuffleValue(value: unknown, random: Random, key: string): unknown {
  if (Array.isArray(value)) {
    const list = value.map((each: unknown) => shuffleValue(each, random, ''));
    return key === 'rules' ? random.shuffle(list) : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]: [string, unknown]) => [
    name,
    shuffleValue(inner, random, name),
  ]);
  return Object.fromEntries(key === 'values' ? entries : random.shuffle(entries)) as unknown;
}
