import type { Rulebook } from '../rulebook/rulebook.ts';
import { formatVersion } from '../read/shape-reader.ts';
import { headlines, statuses, verdictStrengths } from '../words.ts';
import { createWorkloadSchema, type JsonSchema } from './workload-schema.ts';

/**
 * The schema of the documents of test files: a workload, or the path of one, with what has to come
 * out.
 * @param rulebook whose vocabulary, rules, placements and actions it offers
 */
export function createTestSchema(rulebook: Rulebook): JsonSchema {
  const workload = createWorkloadSchema(rulebook);
  const properties = workload.properties as Record<string, JsonSchema>;
  const definitions = workload.definitions as Record<string, JsonSchema>;
  const profile = {
    type: 'string',
    pattern: '\\S',
    description:
      'The file of a profile, from the folder of this file: what holds unless the workload says otherwise.',
  };
  const expected = { $ref: '#/definitions/expected' };
  const component = definitions.component ?? {};
  const ofComponent = { ...(component.properties as JsonSchema), expected };
  return {
    $schema: workload.$schema,
    title: 'Test of a rulebook for advise',
    anyOf: [
      { ...objectOf({ ...properties, profile, expected }), title: 'A workload, and what has to come out' },
      {
        ...objectOf({
          advise: { const: formatVersion, description: 'Version of the format.' },
          name: properties.name ?? {},
          workload: {
            type: 'string',
            pattern: '\\S',
            description: 'The file of the workload, from the folder of this file.',
          },
          profile,
          expected,
        }),
        required: ['advise', 'workload'],
        title: 'The file of a workload, and what has to come out',
      },
    ],
    definitions: {
      ...definitions,
      component: { ...component, properties: ofComponent },
      expected: describeExpected(rulebook),
    },
  };
}

function objectOf(properties: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties: false, required: ['advise'], properties };
}

function describeExpected({ placements, rules, actions }: Rulebook): JsonSchema {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const some = (names: readonly string[], description: string) => ({
    description,
    anyOf: [{ enum: names }, { type: 'array', minItems: 1, items: { enum: names } }],
  });
  return {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    description: 'What has to come out.',
    properties: {
      headline: { enum: [...headlines], description: 'The headline of the verdict.' },
      strength: { enum: [...verdictStrengths], description: 'How strong the verdict is.' },
      status: { enum: [...statuses], description: 'How far it can be trusted.' },
      placement: { enum: ids(placements), description: 'The placement that is chosen.' },
      must: some(ids(actions), 'Actions that are conditions of the verdict; there may be more.'),
      fires: some(ids(rules), 'Rules whose condition holds; there may be more.'),
      quiet: some(ids(rules), 'Rules whose condition does not hold; there may be more.'),
      undecided: some(ids(rules), 'Rules of which too little is known; there may be more.'),
    },
  };
}
