import { formatVersion } from '../read/shape-reader.ts';
import { wordAllowedValues, listValues } from '../rulebook/fact-value.ts';
import type { Fact, Rulebook } from '../rulebook/rulebook.ts';
import { listPlacementNames } from '../rulebook/placements.ts';
import { headlines, kinds } from '../words.ts';
import { clarifications } from '../workload/clarifications.ts';
import { rulingStrengths } from '../workload/workload.ts';

/** A JSON schema, draft-07. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type Vocabulary = Pick<
  Rulebook,
  'groups' | 'facts' | 'placements' | 'placementGroups' | 'rules' | 'layers' | 'observations'
>;

const draft = 'http://json-schema.org/draft-07/schema#';

/** The schema of workload files, with every fact, choice and question for editors. */
export function createWorkloadSchema(rulebook: Vocabulary): JsonSchema {
  return {
    $schema: draft,
    title: 'Workload for advise',
    type: 'object',
    additionalProperties: false,
    required: ['advise'],
    properties: {
      advise: { const: formatVersion, description: 'Version of the format.' },
      name: {
        type: 'string',
        pattern: '\\S',
        description: 'What the workload is called; the file name without it.',
      },
      facts: { $ref: '#/definitions/facts' },
      likely: describeLikely(),
      ...describeObserved(rulebook),
      clarify: describeClarify('unknown'),
      expect: { enum: [...headlines], description: 'The headline that CI holds it to.' },
      waivers: {
        type: ['array', 'null'],
        items: { $ref: '#/definitions/waiver' },
        description: 'Rules set aside for this workload.',
      },
      rulings: {
        type: ['array', 'null'],
        items: { $ref: '#/definitions/ruling' },
        description: 'What people decided for this workload that no rule says.',
      },
      components: {
        type: ['array', 'null'],
        minItems: 1,
        items: { $ref: '#/definitions/component' },
        description: 'The parts that are placed; the facts above are their defaults.',
      },
      imported: {
        type: ['array', 'null'],
        items: { $ref: '#/definitions/origin' },
        description: 'What advise import read this from; no part of deciding.',
      },
    },
    definitions: {
      facts: describeFacts(rulebook),
      waiver: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'because'],
        properties: {
          rule: { enum: listWaivable(rulebook), description: 'The rule that is set aside.' },
          because: { type: 'string', pattern: '\\S', description: 'Why, and on whose word.' },
          by: { type: 'string', pattern: '\\S', description: 'Who decided it.' },
          until: { type: 'string', format: 'date', description: 'Its last day, YYYY-MM-DD, UTC.' },
        },
      },
      ruling: describeRuling(rulebook),
      origin: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'sha256', 'kind'],
        properties: {
          from: { type: 'string', pattern: '\\S', description: 'The file, from the folder of this one.' },
          sha256: { type: 'string', pattern: '\\S', description: 'What it held.' },
          kind: { type: 'string', pattern: '\\S', description: 'What kind of file it is.' },
        },
      },
      component: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string', pattern: '\\S', description: 'What the part is called.' },
          facts: { $ref: '#/definitions/facts' },
          likely: describeLikely(),
          ...describeObserved(rulebook),
          clarify: describeClarify('unknown'),
        },
      },
    },
  };
}

function describeLikely(): JsonSchema {
  return {
    allOf: [{ $ref: '#/definitions/facts' }],
    description: 'What is likely and not certain: presumptions about this workload; facts count more.',
  };
}

/** What was observed of how it is run, and what was looked for in vain. */
function describeObserved({ observations }: Vocabulary): Readonly<Record<string, JsonSchema>> {
  const list = (description: string): JsonSchema => ({
    type: ['array', 'null'],
    uniqueItems: true,
    items: { anyOf: observations.map(({ id, is }) => ({ const: id, description: is })) },
    description,
  });
  if (observations.length === 0) return {};
  return {
    observed: list('What shows that actions are done, or the contrary.'),
    'not-observed': list('What was looked for and not found.'),
  };
}

/** Questions that settle several facts, by id, each with an answer or what else may stand in its place. */
function describeClarify(...others: readonly string[]): JsonSchema {
  return {
    type: ['object', 'null'],
    additionalProperties: false,
    description: 'Answers to questions that a file of another program left open.',
    properties: Object.fromEntries(
      clarifications.map(({ id, question, why, answers }) => [
        id,
        {
          description: `${question} ${why}`,
          anyOf: [
            ...Object.entries(answers).map(([answer, { means }]) => ({ const: answer, description: means })),
            ...others.map((other) => ({ const: other, description: 'Open: nobody has answered it.' })),
          ],
        },
      ]),
    ),
  };
}

/** A ruling excludes placements or favours a kind, not both. */
function describeRuling(rulebook: Vocabulary): JsonSchema {
  const name = { enum: listPlacementNames(rulebook).filter((each) => each !== 'all') };
  return {
    type: 'object',
    additionalProperties: false,
    required: ['because', 'by'],
    oneOf: [{ required: ['rules-out'] }, { required: ['favours'] }],
    properties: {
      'rules-out': {
        anyOf: [name, { type: 'array', minItems: 1, items: name }],
        description: 'Placements, groups of them, or a kind.',
      },
      favours: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        maxProperties: 1,
        properties: Object.fromEntries(kinds.map((kind) => [kind, { enum: [...rulingStrengths] }])),
        description: 'A kind, and how strongly: { vm: moderate }.',
      },
      because: { type: 'string', pattern: '\\S', description: 'Why.' },
      by: { type: 'string', pattern: '\\S', description: 'Who decided it.' },
      until: { type: 'string', format: 'date', description: 'Its last day, YYYY-MM-DD, UTC.' },
    },
  };
}

/** The schema of profiles. */
export function createProfileSchema(rulebook: Vocabulary): JsonSchema {
  return {
    $schema: draft,
    title: 'Profile for advise',
    type: 'object',
    additionalProperties: false,
    required: ['advise'],
    properties: {
      advise: { const: formatVersion, description: 'Version of the format.' },
      name: { type: 'string', pattern: '\\S', description: 'Whose profile it is.' },
      facts: { $ref: '#/definitions/facts' },
      likely: describeLikely(),
      clarify: describeClarify(),
    },
    definitions: { facts: describeFacts(rulebook) },
  };
}

/** Rules by all their names, those that were taken out included: the file may serve other teams too. */
function listWaivable({ rules, layers }: Vocabulary): string[] {
  const disabled = layers.flatMap(({ differs }) => differs?.disables ?? []);
  return [
    ...rules.flatMap(({ id, was = [] }) => [id, ...was]),
    ...disabled.flatMap(({ rule, was = [] }) => [rule, ...was]),
  ];
}

function describeFacts(rulebook: Vocabulary): JsonSchema {
  const titles = new Map(rulebook.groups.map((group) => [group.id, group.title]));
  // Groups that only live on in old names of facts.
  for (const name of rulebook.facts.flatMap((fact) => fact.was ?? [])) {
    const id = name.slice(0, name.indexOf('.'));
    if (!titles.has(id)) titles.set(id, 'An old name.');
  }
  const groups = [...titles].map(([id, title]) => [id, describeGroup(rulebook, id, title)] as const);
  return { type: ['object', 'null'], additionalProperties: false, properties: Object.fromEntries(groups) };
}

function describeGroup({ facts }: Vocabulary, id: string, description: string): JsonSchema {
  const entries = facts.flatMap((fact) => [
    ...(fact.id.startsWith(`${id}.`) ? [[fact.id, describeFact(fact)] as const] : []),
    ...(fact.was ?? [])
      .filter((name) => name.startsWith(`${id}.`))
      .map((name) => [name, { ...describeFact(fact), description: `Now called ${fact.id}.` }] as const),
  ]);
  const properties = Object.fromEntries(entries.map(([name, entry]) => [name.slice(id.length + 1), entry]));
  return { type: ['object', 'null'], additionalProperties: false, description, properties };
}

/** One value, a list of possible ones, or unknown. */
function describeFact(fact: Fact): JsonSchema {
  const one = fact.kind === 'number' ? describeNumber(fact) : describeChoice(fact);
  const presumed = fact.presumed === undefined ? [] : [`Presumed: ${String(fact.presumed)}.`];
  const meanings = Object.entries(fact.values ?? {}).map(([value, meaning]) => `- ${value}: ${meaning}`);
  const text = [
    fact.question,
    ...(fact.help === undefined ? [] : [fact.help]),
    ...(fact.kind === 'number' ? [`Takes ${wordAllowedValues(fact)}.`] : []),
    ...(fact['any-of'] === undefined ? [] : ['A list means that any of these would do.']),
    ...presumed,
  ];
  return {
    description: [text.join(' '), ...meanings].join('\n'),
    anyOf: [
      ...one,
      { const: 'unknown', description: 'Not known; nothing is presumed.' },
      { type: 'array', minItems: 1, items: { anyOf: one } },
    ],
  };
}

/**
 * Every value with what it means, as editors show it beside the value: by `const`, since strict validators
 * refuse `enumDescriptions`. Editors that read YAML 1.1 take yes and no for booleans; the program takes both.
 */
function describeChoice(fact: Fact): JsonSchema[] {
  const names = listValues(fact);
  const describe = (value: string | boolean, name: string): JsonSchema => {
    const meaning = fact.values?.[name];
    return { const: value, ...(meaning === undefined ? {} : { description: meaning }) };
  };
  return [
    ...names.map((name) => describe(name, name)),
    ...(names.includes('yes') ? [describe(true, 'yes')] : []),
    ...(names.includes('no') ? [describe(false, 'no')] : []),
  ];
}

function describeNumber(fact: Fact): JsonSchema[] {
  const limits = {
    ...(fact.above === undefined ? {} : { exclusiveMinimum: fact.above }),
    ...(fact['at-least'] === undefined ? {} : { minimum: fact['at-least'] }),
    ...(fact['at-most'] === undefined ? {} : { maximum: fact['at-most'] }),
  };
  const number = { type: fact.whole === undefined ? 'number' : 'integer', ...limits };
  const text = {
    type: 'string',
    pattern:
      fact.unit === undefined
        ? '^\\s*\\d+(\\.\\d+)?\\s*$'
        : '^\\s*\\d+(\\.\\d+)?\\s*([KMGTkmgt]i?B|[KMGTkmgt]i|[KMGT]IB)?\\s*$',
  };
  const bound = { anyOf: [number, text] };
  const range = {
    type: 'object',
    description: 'Bounds where the number is not known exactly; both belong to it.',
    minProperties: 1,
    additionalProperties: false,
    properties: { 'at-least': bound, 'at-most': bound },
  };
  return [number, text, range];
}
