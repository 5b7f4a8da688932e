import { wordAllowedValues, listValues } from '../rulebook/fact-value.ts';
import type { Fact, Rulebook } from '../rulebook/rulebook.ts';
import { writeComment, writeYaml } from '../text/yaml.ts';

/**
 * A workload file in which every fact stands as a comment, to be filled in.
 * @param name the name to begin with
 * @param schema path of the workload schema, for editors; undefined where none is known
 */
export function writeBlankWorkload(
  rulebook: Pick<Rulebook, 'groups' | 'facts'>,
  name: string,
  schema?: string,
): string {
  const modeline =
    schema === undefined
      ? [
          '# For completion in an editor: advise schema workload > workload.schema.json, then',
          '# yaml-language-server: $schema=workload.schema.json',
        ]
      : [`# yaml-language-server: $schema=${schema}`];
  const groups = rulebook.groups.flatMap((group) => {
    const facts = rulebook.facts.filter((fact) => fact.id.startsWith(`${group.id}.`));
    return ['', `  ${writeComment(`--- ${group.title} ---`)}`, `  ${group.id}:`, ...facts.flatMap(writeFact)];
  });
  return `${[
    ...modeline,
    '# Fill in what you know and remove the # before it. What you leave out stays unknown, or is',
    '# presumed where a presumption is named. A list, [a, b], means one of these; unknown is allowed',
    '# everywhere and switches a presumption off. `advise facts <id>` explains a fact.',
    'advise: 1',
    writeYaml({ name }).trimEnd(),
    'facts:',
    ...groups,
    '',
    '# A system of several parts: what holds for all of them stands above, what differs with each part.',
    '# components:',
    '#   - name: web',
    '#     facts: { state: { kind: stateless } }',
    '#   - name: database',
    '#     facts: { state: { kind: one-writer } }',
  ].join('\n')}\n`;
}

function writeFact(fact: Fact): string[] {
  const values =
    fact.kind === 'scale'
      ? listValues(fact).join(' < ')
      : fact.kind === 'number'
        ? wordAllowedValues(fact)
        : listValues(fact).join(' | ');
  const presumed = fact.presumed === undefined ? '' : `; presumed ${String(fact.presumed)}`;
  return [
    `    ${writeComment(fact.question)}`,
    `    # ${fact.id.slice(fact.id.indexOf('.') + 1)}:   ${writeComment(values + presumed)}`,
  ];
}
