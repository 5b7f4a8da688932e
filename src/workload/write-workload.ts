import type { Rulebook } from '../rulebook/rulebook.ts';
import { formatVersion } from '../read/shape-reader.ts';
import { writeYaml } from '../text/yaml.ts';
import type { FactStatement, Ruling, Waiver, Workload } from './workload.ts';

/**
 * Writes a workload as the file that `advise assess` reads; an explicit unknown is written as such.
 * @param workload what is known of it, with its waivers, expectation and parts
 */
export function writeWorkload(rulebook: Pick<Rulebook, 'facts'>, workload: Workload): string {
  const { name, facts, expect, waivers, rulings = [], components } = workload;
  const content = {
    advise: formatVersion,
    name,
    facts: nestFacts(rulebook, facts),
    ...(expect === undefined ? {} : { expect: expect.headline }),
    ...(waivers.length === 0 ? {} : { waivers: waivers.map(writeWaiver) }),
    ...(rulings.length === 0 ? {} : { rulings: rulings.map(writeRuling) }),
    ...(components.length === 0
      ? {}
      : {
          components: components.map((part) => ({ name: part.name, facts: nestFacts(rulebook, part.facts) })),
        }),
  };
  return writeYaml(content);
}

function writeWaiver({ rule, because, by, until }: Waiver) {
  return { rule, because, ...(by === undefined ? {} : { by }), ...(until === undefined ? {} : { until }) };
}

function writeRuling({ 'rules-out': excluded, favours, because, by, until }: Ruling) {
  return {
    ...(excluded && { 'rules-out': excluded }),
    ...(favours && { favours }),
    because,
    by,
    ...(until === undefined ? {} : { until }),
  };
}

/**
 * Writes what holds for every workload of a site as a profile.
 * @param name whose profile it is
 */
export function writeProfile(
  rulebook: Pick<Rulebook, 'facts'>,
  name: string,
  facts: readonly FactStatement[],
): string {
  return writeYaml({ advise: formatVersion, name, facts: nestFacts(rulebook, facts) });
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
