import { z } from 'zod';
import { headlines, statuses, verdictStrengths } from '../words.ts';

// What several workloads come to together, counted: the same of a few files and of a fleet. The JSON schema is
// generated from these shapes and the type is inferred from them.

const workloads = z.int().describe('How many workloads.');
const share = z.number().min(0).max(1);

/** How many workloads come out as what. */
export const verdictsShape = z.array(
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
  siteWide: z.boolean().describe('Whether it is decided for a site or team, and for all that is there.'),
  values: z.array(z.string()).describe('Values that move the same workloads.'),
  by: z.enum(['people', 'program']).describe('Who could change it.'),
  toVm: workloads,
  toContainer: workloads,
  toEither: workloads,
  toNone: workloads,
  toSplit: workloads.describe('Systems whose parts would go to both.'),
});

const holder = z.strictObject({
  rule: z.string(),
  holds: workloads.describe('Those that would not stay without this rule alone.'),
  supports: workloads.describe('Those for which it speaks, too, and that would stay without it.'),
});

/** What several workloads come to together. */
export const overviewShape = z.strictObject({
  sorts: z.int().describe('How many different combinations of facts there are, as far as they were kept.'),
  verdicts: verdictsShape,
  contested: workloads,
  notProven: workloads.describe('Those whose status is not proven.'),
  placements: z.array(z.strictObject({ placement: z.string(), workloads })),
  looked: z
    .strictObject({
      changes: share.describe('The share of the workloads that changes, holders and waves are of.'),
      questions: share.describe('The share of the open workloads that questions are of.'),
    })
    .describe('Where there are too many sorts, the most frequent ones are looked at.'),
  questions: z
    .array(question)
    .describe('What to ask first: what is asked once a site where that is worth it, then what settles most.'),
  holders: z.strictObject({ vm: z.array(holder), container: z.array(holder) }),
  changes: z
    .array(change)
    .describe(
      'What one change would move, everything else as it is: first what is decided for a site, then what people can change, then the rest.',
    ),
  musts: z.array(z.strictObject({ action: z.string(), workloads })),
  presumptions: z
    .array(z.strictObject({ fact: z.string(), workloads }))
    .describe('Presumed facts that verdicts lean on.'),
  waves: z.array(z.strictObject({ wave: z.string(), workloads })),
});
