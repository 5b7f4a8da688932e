import { z } from 'zod';
import { overviewShape, verdictsShape } from '../advice/overview.ts';
import { type Frozen, resultShape } from '../advice/result.ts';

/**
 * The whole output of `advise fleet assess -f json`. The JSON schema is generated from this shape and the type is
 * inferred from it.
 */
export const portfolioShape = z.strictObject({
  schemaVersion: z.literal(1),
  tool: resultShape.shape.tool,
  rulebooks: resultShape.shape.rulebooks,
  rows: z.strictObject({ read: z.int(), judged: z.int(), rejected: z.int() }),
  by: z
    .strictObject({
      column: z.string(),
      groups: z.array(z.strictObject({ group: z.string(), verdicts: verdictsShape })),
    })
    .nullable(),
  ...overviewShape.shape,
});

/** What a fleet comes to. */
export type Portfolio = Frozen<z.infer<typeof portfolioShape>>;
