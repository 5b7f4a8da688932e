import { z } from 'zod';
import { headlines } from '../workload/workload.ts';
import { factShape } from './fact-shape.ts';

/** The fate of a placement; open: something unknown might still remove it. */
export const survival = z.enum(['yes', 'open', 'no']);

const decision = z.strictObject({
  headline: z.enum(headlines),
  placements: z.array(z.string()).describe('The placement; for either the best of both kinds.'),
  must: z.array(z.string()).describe('The actions that are conditions of the verdict.'),
});

const partDrift = z
  .strictObject({
    component: z.string().nullable().describe('null for the workload itself.'),
    differs: z.array(z.enum(['headline', 'placement', 'must', 'component'])).min(1),
    was: decision.nullable().describe('As recorded; null where the component is new.'),
    now: decision.nullable().describe('null where the component is gone.'),
    facts: z
      .array(z.strictObject({ fact: z.string(), was: factShape.nullable(), now: factShape.nullable() }))
      .describe('Facts whose value or origin changed; null where the vocabulary had or has none.'),
    rules: z.array(
      z.strictObject({
        rule: z.string(),
        change: z
          .enum([
            'fires-now',
            'fires-no-longer',
            'waived',
            'waived-no-longer',
            'removed',
            'new-or-changed',
            'condition-changed',
            'effect-changed',
          ])
          .describe('new-or-changed: nothing it rests on changed, so the rulebook did.'),
      }),
    ),
    placements: z
      .array(
        z.strictObject({
          placement: z.string(),
          was: survival.nullable(),
          now: survival.nullable(),
        }),
      )
      .describe('Placements that were removed, or came back.'),
  })
  .describe('How one part of the decision differs from the recorded one, and what made the difference.');

/** Whether a decision is the recorded one, and what made the difference. */
export const driftShape = z
  .strictObject({ drifted: z.boolean(), parts: z.array(partDrift) })
  .describe('Whether the decision is the recorded one (--against).');
