import { z } from 'zod';
import { resultShape } from '../advice/result.ts';
import { headlines, statuses, verdictStrengths } from '../words.ts';

// What a fleet comes to. The JSON schema is generated from these shapes and the type is inferred from them.

const workloads = z.int().describe('How many workloads.');
const share = z.number().min(0).max(1);

const verdicts = z.array(
  z.strictObject({
    headline: z.enum(headlines),
    strength: z.enum(verdictStrengths).nullable(),
    status: z.enum(statuses),
    workloads,
  }),
);

const question = z.strictObject({
  fact: z.string(),
  siteWide: z.boolean().describe('Whether one answer serves all workloads of a site or team.'),
  open: workloads.describe('Of how many it is open.'),
  answers: z.int().describe('How many answers that takes: one a site, or one a workload.'),
  settles: z
    .number()
    .describe('How many workloads the answers settle, on average over what may be answered.'),
  settlesAlways: workloads.describe('Those that it settles whatever is answered.'),
});

const change = z.strictObject({
  fact: z.string(),
  values: z.array(z.string()).describe('Values that move the same workloads.'),
  by: z.enum(['people', 'program']).describe('Who could change it.'),
  toVm: workloads,
  toContainer: workloads,
  toEither: workloads,
  toNone: workloads,
});

const holder = z.strictObject({
  rule: z.string(),
  holds: workloads.describe('Those that would not stay without this rule alone.'),
  supports: workloads.describe('Those for which it speaks, too, and that would stay without it.'),
});

/** The whole output of `advise fleet assess -f json`. */
export const portfolioShape = z.strictObject({
  schemaVersion: z.literal(1),
  tool: resultShape.shape.tool,
  rulebooks: resultShape.shape.rulebooks,
  rows: z.strictObject({ read: z.int(), judged: z.int(), rejected: z.int() }),
  sorts: z.int().describe('How many different combinations of facts there are, as far as they were kept.'),
  verdicts,
  contested: workloads,
  notProven: workloads.describe('Those whose status is not proven.'),
  by: z
    .strictObject({ column: z.string(), groups: z.array(z.strictObject({ group: z.string(), verdicts })) })
    .nullable(),
  placements: z.array(z.strictObject({ placement: z.string(), workloads })),
  looked: z
    .strictObject({
      changes: share.describe('The share of the workloads that changes, holders and waves are of.'),
      questions: share.describe('The share of the open workloads that questions are of.'),
    })
    .describe('Where a fleet has too many sorts, the most frequent ones are looked at.'),
  questions: z.array(question).describe('What to ask, what settles most by an answer first.'),
  holders: z.strictObject({ vm: z.array(holder), container: z.array(holder) }),
  changes: z.array(change).describe('What one change would move, everything else as it is.'),
  musts: z.array(z.strictObject({ action: z.string(), workloads })),
  presumptions: z
    .array(z.strictObject({ fact: z.string(), workloads }))
    .describe('Presumed facts that verdicts lean on.'),
  waves: z.array(z.strictObject({ wave: z.string(), workloads })),
});

/** What a fleet comes to. */
export type Portfolio = z.infer<typeof portfolioShape>;
