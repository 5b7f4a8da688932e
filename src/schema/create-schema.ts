import { z } from 'zod';
import { resultShape } from '../advice/result.ts';
import { fleetLineShape } from '../fleet/fleet-record.ts';
import { portfolioShape } from '../portfolio/portfolio.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { createProfileSchema, createWorkloadSchema, type JsonSchema } from './workload-schema.ts';
import { createRulebookSchema } from './rulebook-schema.ts';
import type { SchemaName } from './schema-names.ts';
import { createTestSchema } from './test-schema.ts';

/**
 * Makes the schema of a sort of file.
 * @param of which
 * @param rulebook whose vocabulary it offers
 */
export function createSchema(of: SchemaName, rulebook: Rulebook): JsonSchema {
  if (of === 'workload') return createWorkloadSchema(rulebook);
  if (of === 'profile') return createProfileSchema(rulebook);
  if (of === 'test') return createTestSchema(rulebook);
  if (of === 'rulebook') return createRulebookSchema(rulebook);
  if (of === 'portfolio')
    return {
      ...z.toJSONSchema(portfolioShape, { target: 'draft-7', io: 'input' }),
      title: 'Result of advise fleet assess -f json',
    };
  if (of === 'record')
    return {
      ...z.toJSONSchema(fleetLineShape, { target: 'draft-7', io: 'input' }),
      title: 'A line of what advise fleet assess -f ndjson writes',
    };
  return {
    ...z.toJSONSchema(resultShape, { target: 'draft-7', io: 'input' }),
    title: 'Result of advise assess -f json',
  };
}
