import type { YamlDocument } from '../../read/parse-yaml.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';

/**
 * A workload or profile as one of two rulebooks can read it: without the facts that only the other
 * one has. What neither has stays, and is an error when it is read.
 * @param document a parsed document
 * @param reader the rulebook that is going to read it
 * @param other the one it is compared with
 */
export function leaveOutFacts(document: YamlDocument, reader: Rulebook, other: Rulebook): YamlDocument {
  const foreign = gatherForeignFacts(reader, other);
  if (foreign.size === 0 || !isMap(document.data)) return document;
  const { facts, components } = document.data;
  return {
    ...document,
    data: {
      ...document.data,
      ...(facts === undefined ? {} : { facts: cutFacts(facts, foreign) }),
      ...(Array.isArray(components)
        ? {
            components: components.map((part: unknown) =>
              isMap(part) && 'facts' in part ? { ...part, facts: cutFacts(part.facts, foreign) } : part,
            ),
          }
        : {}),
    },
  };
}

/** Names of facts, old ones too, that only the other rulebook knows. */
export function gatherForeignFacts(reader: Rulebook, other: Rulebook): ReadonlySet<string> {
  const names = ({ facts }: Rulebook) => facts.flatMap(({ id, was = [] }) => [id, ...was]);
  const known = new Set(names(reader));
  return new Set(names(other).filter((name) => !known.has(name)));
}

function cutFacts(facts: unknown, foreign: ReadonlySet<string>): unknown {
  if (!isMap(facts)) return facts;
  const groups = Object.entries(facts).flatMap(([group, inner]): [string, unknown][] => {
    if (!isMap(inner)) return [[group, inner]];
    const kept = Object.entries(inner).filter(([name]) => !foreign.has(`${group}.${name}`));
    // A group that is left empty may be one that only the other rulebook has.
    return kept.length === 0 && Object.keys(inner).length > 0 ? [] : [[group, Object.fromEntries(kept)]];
  });
  return Object.fromEntries(groups);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
