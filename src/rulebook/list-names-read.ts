import type { Condition } from './rulebook.ts';

/**
 * The facts that a condition reads, each once, in the order they are written.
 */
export function listFactsOf(condition: Condition | undefined): string[] {
  const facts = Object.entries(condition ?? {}).flatMap(([key, value]) => {
    if (key === 'not') return listFactsOf(value as Condition);
    if (key === 'any' || key === 'all') return (value as Condition[]).flatMap(listFactsOf);
    return [key];
  });
  return [...new Set(facts)];
}

/** The thresholds that a condition names, each once. */
export function listParamsOf(condition: Condition | undefined): string[] {
  const names: string[] = [];
  JSON.stringify(condition ?? {}, (_, value: unknown) => {
    if (typeof value === 'string' && value.startsWith('$')) names.push(value.slice(1));
    return value;
  });
  return [...new Set(names)];
}
