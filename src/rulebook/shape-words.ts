import { z } from 'zod';

// What the shapes of all files of a rulebook are made of.

export const id = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'must be lower-case words joined by - or .')
  .describe('A name of lower-case words joined by hyphens; it never changes once published.');
export const text = z.string().trim().min(1, 'must not be empty');
export const sentence = text.regex(/[.?!]$/, 'must be a sentence that ends with a full stop');
export const cites = z
  .array(z.string())
  .min(1, 'must cite a claim, a source, or judgement')
  .describe('Claims of the article (C04), sources by id, or the word judgement.');
export const was = z
  .array(id)
  .min(1)
  .optional()
  .describe('Names it had before. They still work, and whoever uses one is told the new one.');
export const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);
export const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A condition as it is written; its inside is checked against the vocabulary when compiled. */
export const conditionShape = z
  .record(z.string(), z.unknown())
  .meta({ id: 'condition', description: 'A map of fact to test; all must hold.' });
/** Facts with plain values, as in the examples of a rule. */
export const exampleShape = z
  .record(z.string(), z.unknown())
  .meta({ id: 'example', description: 'Facts, as a workload would state them.' });
