import { z } from 'zod';
import { positionShape as position, valueShape as value } from './fact-shape.ts';

// What a result says about the rulebooks that were judged by, and who said what in them.

const mark = z
  .strictObject({
    rulebook: z.string(),
    did: z.enum(['added', 'changed']),
    what: z.array(z.string()).optional().describe('Keys of a rule; a threshold that was set as $id.'),
    because: z.string().optional().describe('The reason given for a change.'),
    at: position,
  })
  .meta({ id: 'mark', description: 'What a rulebook that extends another did to it.' });

/** Who touched an entry. */
export const marks = z.array(mark).optional().describe('Only where it differs from the first rulebook.');

const because = z.string();
const presumed = z.union([value, z.null()]).describe('null where nothing is presumed.');
const threshold = z.union([value, z.boolean()]);
/** One of the rulebooks that were judged by. */
export const rulebook = z.strictObject({
  name: z.string(),
  version: z.string(),
  digest: z.string().describe('SHA-256 over all that holds once this one has had its say.'),
  differs: z
    .strictObject({
      adds: z.partialRecord(
        z.enum([
          'params',
          'groups',
          'facts',
          'placements',
          'placementGroups',
          'concerns',
          'rules',
          'actions',
          'sources',
        ]),
        z.array(z.string()),
      ),
      changes: z.array(z.strictObject({ rule: z.string(), what: z.array(z.string()), because })),
      disables: z.array(
        z.strictObject({ rule: z.string(), was: z.array(z.string()).optional(), because, at: position }),
      ),
      sets: z.array(z.strictObject({ param: z.string(), from: threshold, to: threshold, because })),
      presumes: z.array(z.strictObject({ fact: z.string(), from: presumed, to: presumed, because })),
    })
    .optional()
    .describe('What it makes different from those before it.'),
});

/** An old name that something still uses. */
export const oldName = z.strictObject({
  sort: z.enum(['fact', 'rule']),
  name: z.string(),
  now: z.string(),
  at: position.optional(),
});
