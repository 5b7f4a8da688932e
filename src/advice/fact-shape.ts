import { z } from 'zod';

/** Where something stands in a file. */
export const positionShape = z
  .strictObject({ file: z.string(), line: z.int().min(1), column: z.int().min(1) })
  .describe('Where it stands in a file.');

/** One value of a fact. */
export const valueShape = z.union([z.string(), z.number()]);

/** What is known of one fact. */
export const factShape = z
  .strictObject({
    value: z
      .union([valueShape, z.array(valueShape)])
      .describe('The value; a list where one of several is possible; "unknown" where nothing is known.'),
    origin: z
      .enum(['stated', 'component', 'profile', 'asked', 'set', 'presumed', 'unknown'])
      .describe('Who said so.'),
    at: positionShape.optional(),
    presumedBy: z
      .string()
      .optional()
      .describe('The rulebook whose presumption it is, where that is not the first one.'),
  })
  .describe('What is known of one fact.');
