import type { Condition, Param } from '../rulebook/rulebook.ts';

/**
 * A condition in words, as it was written: "os.family is windows and not (...)".
 * @param condition a checked condition
 * @param params thresholds that are named with their values; others keep the name they are written by
 */
export function describeCondition(condition: Condition, params: readonly Param[] = []): string {
  return Object.entries(condition)
    .map(([key, value]) => describeEntry(key, value, params))
    .join(' and ');
}

function describeEntry(key: string, value: unknown, params: readonly Param[]): string {
  if (key === 'not') return `not (${describeCondition(value as Condition, params)})`;
  if (key === 'any' || key === 'all') {
    const parts = (value as Condition[]).map((part) => describeCondition(part, params));
    const joined = parts.map((part) => (parts.length > 1 && part.includes(' and ') ? `(${part})` : part));
    return `(${joined.join(key === 'any' ? ' or ' : ' and ')})`;
  }
  return `${key} is ${describeTest(value, params)}`;
}

/** A test in words: "not none", "at least 10". */
export function describeTest(value: unknown, params: readonly Param[] = []): string {
  if (Array.isArray(value)) return value.map((each) => describeTest(each, params)).join(' or ');
  if (typeof value !== 'object' || value === null) return describeValue(String(value), params);
  return Object.entries(value)
    .map(([test, bound]) => {
      const word = test === 'not' ? 'not' : test.replace('-', ' ');
      return `${word} ${describeTest(bound, params)}`;
    })
    .join(' and ');
}

function describeValue(value: string, params: readonly Param[]): string {
  const param = params.find(({ id }) => value === `$${id}`);
  return param === undefined ? value : `${String(param.value)} ($${param.id})`;
}
