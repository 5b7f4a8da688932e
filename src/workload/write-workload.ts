import { Document } from 'yaml';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { formatVersion } from './check-shape.ts';
import type { FactStatement } from './workload.ts';

/** A part of a workload to be written. */
export interface WrittenComponent {
  readonly name: string;
  readonly facts: readonly FactStatement[];
}

/**
 * Writes answers as the workload file that `advise assess` reads.
 * @param facts statements; an explicit unknown is written as unknown
 * @param components the parts, if it has any
 */
export function writeWorkload(
  rulebook: Pick<Rulebook, 'facts'>,
  name: string,
  facts: readonly FactStatement[],
  components: readonly WrittenComponent[] = [],
): string {
  const parts = components.map((part) => ({ name: part.name, facts: nestFacts(rulebook, part.facts) }));
  const content = {
    advise: formatVersion,
    name,
    facts: nestFacts(rulebook, facts),
    ...(parts.length === 0 ? {} : { components: parts }),
  };
  return new Document(content).toString({ lineWidth: 100 });
}

/** Facts by group, in the order of the vocabulary. */
function nestFacts(rulebook: Pick<Rulebook, 'facts'>, facts: readonly FactStatement[]) {
  const said = new Map(facts.map((statement) => [statement.fact, statement]));
  const nested: Record<string, Record<string, unknown>> = {};
  for (const { id } of rulebook.facts) {
    const statement = said.get(id);
    const [group = '', own = ''] = id.split('.');
    if (statement === undefined) continue;
    const [first, ...others] = statement.values ?? ['unknown'];
    (nested[group] ??= {})[own] = others.length === 0 ? first : statement.values;
  }
  return nested;
}
