import type { Path } from '../read/parse-yaml.ts';
import type { ShapeReader } from '../read/shape-reader.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { answerFacts } from './clarify.ts';
import { parseClarify } from './parse-clarify.ts';
import { parseStatements, type Vocabulary } from './parse-facts.ts';
import { parseObserved } from './parse-observed.ts';
import type { Component } from './workload.ts';

const componentKeys = ['name', 'facts', 'likely', 'observed', 'not-observed', 'clarify'];
/** What an item of components looks like. */
const componentForm = '{ name: web, facts: { ... } }';

/**
 * Reads the parts of a system, each under a name of its own.
 * @param value what stands under `components`
 */
export function parseComponents(
  reader: ShapeReader,
  value: unknown,
  names: Vocabulary & Pick<Rulebook, 'observations'>,
): Component[] {
  if (value === undefined || value === null) return [];
  const list = reader.list(value, ['components'], `components, such as - ${componentForm},`);
  if (Array.isArray(value) && value.length === 0)
    reader.say('components is an empty list; name the parts, or remove it', ['components']);
  const seen = new Set<string>();
  return list.flatMap((each, index) => {
    const path: Path = ['components', index];
    const entry = reader.map(each, path, componentKeys, `a component, such as ${componentForm},`);
    if (entry === undefined) return [];
    const name = reader.text(
      entry.name,
      [...path, 'name'],
      `the name of a component, as in ${componentForm},`,
    );
    const facts = parseStatements(reader, entry, path, names, 'component');
    const observed = parseObserved(reader, entry, path, names);
    const { unclear, given } = parseClarify(reader, entry.clarify, [...path, 'clarify'], 'component');
    if (name === undefined) return [];
    if (seen.has(name)) reader.say(`two components are called ${name}`, [...path, 'name']);
    seen.add(name);
    return [
      {
        name,
        facts: answerFacts(facts, given, names.facts),
        ...observed,
        ...(unclear.length === 0 ? {} : { unclear }),
        at: reader.document.locate(path),
      },
    ];
  });
}
