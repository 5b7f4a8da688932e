import { z } from 'zod';
import { listValues } from '../rulebook/fact-value.ts';
import type { Fact, Rulebook } from '../rulebook/rulebook.ts';
import { extensionPartShape, extensionShape } from '../rulebook/extend/extension-shapes.ts';
import { concernShape, fileShapes } from '../rulebook/shapes.ts';
import type { JsonSchema } from './workload-schema.ts';

/**
 * The schema of the files of a rulebook: any one of them. Conditions and examples offer the facts
 * and values of the vocabulary.
 * @param rulebook whose vocabulary it offers
 */
export function createRulebookSchema(rulebook: Rulebook): JsonSchema {
  const shapes = [concernShape, ...Object.values(fileShapes), extensionShape, extensionPartShape];
  const schema = z.toJSONSchema(z.union(shapes), { target: 'draft-7', io: 'input' }) as JsonSchema;
  const definitions = schema.definitions as Record<string, JsonSchema>;
  return {
    ...schema,
    title: 'File of a rulebook for advise',
    definitions: {
      ...definitions,
      condition: { ...describeCondition(rulebook), description: definitions.condition?.description },
      example: { ...describeExample(rulebook), description: definitions.example?.description },
    },
  };
}

function describeCondition(rulebook: Rulebook): JsonSchema {
  const self = { $ref: '#/definitions/condition' };
  const list = { type: 'array', minItems: 1, items: self };
  const facts = rulebook.facts.map((fact) => [fact.id, describeTest(fact)]);
  const names = rulebook.conditions.map(({ id, title }) => ({ const: id, description: title }));
  const condition = {
    description: 'A condition that has a name.',
    anyOf: [...names, { type: 'string' }],
  };
  return {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: { any: list, all: list, not: self, condition, ...Object.fromEntries(facts) },
  };
}

function describeTest(fact: Fact): JsonSchema {
  const value = describeValue(fact);
  const values = { anyOf: [value, { type: 'array', minItems: 1, items: value }] };
  const bounds =
    fact.kind === 'number' || fact.kind === 'scale' ? ['at-least', 'at-most', 'above', 'below'] : [];
  const properties = { not: values, ...Object.fromEntries(bounds.map((bound) => [bound, value])) };
  return {
    description: fact.question,
    anyOf: [...values.anyOf, { type: 'object', minProperties: 1, additionalProperties: false, properties }],
  };
}

function describeExample(rulebook: Rulebook): JsonSchema {
  const facts = rulebook.facts.map((fact) => {
    const value = describeValue(fact);
    return [
      fact.id,
      { description: fact.question, anyOf: [value, { type: 'array', minItems: 1, items: value }] },
    ];
  });
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(facts) };
}

/** A value of a fact, or a param that stands for one. */
function describeValue(fact: Fact): JsonSchema {
  const param = { type: 'string', pattern: '^\\$' };
  if (fact.kind === 'number') return { anyOf: [{ type: 'number' }, { type: 'string' }] };
  const names = listValues(fact);
  const booleans = fact.kind === 'yes-no' || names.includes('no') ? [true, false] : [];
  return { anyOf: [{ enum: [...names, ...booleans] }, param] };
}
