import { z } from 'zod';
import {
  action,
  cites,
  concernShape,
  exceptionIs,
  fact,
  group,
  headShape,
  id,
  namedCondition,
  observation,
  outside,
  param,
  placement,
  rule,
  scalar,
  sentence,
  source,
  text,
  topic,
} from '../shapes.ts';

// The shapes of a rulebook that extends another. One file can hold everything; a folder spreads the
// same keys over as many files as it likes, and only its rulebook.yaml has the head.

const because = sentence.describe('Why this team differs, in one sentence.');

const setting = z
  .strictObject({
    param: z.string().describe('The threshold, by id.'),
    to: scalar.describe('Its value here.'),
    because,
    cites: cites.optional().describe('What the value rests on; judgement where left out.'),
  })
  .meta({ id: 'setting', description: 'Sets a threshold.' });

const presumption = z
  .strictObject({
    fact: z.string().describe('The fact, by id.'),
    to: scalar.describe('What is presumed where nobody said anything; unknown to presume nothing.'),
    because,
    exception: text.optional().describe('What it would mean if the presumption were wrong.'),
    'exception-is': exceptionIs.optional().describe('How often that happens here.'),
    'safe-to-presume': sentence
      .optional()
      .describe('Why exclusions and strong votes may rest on this presumption all the same.'),
  })
  .meta({
    id: 'presumption',
    description: 'Changes what is presumed of a fact, or takes the presumption away.',
  });

const addedValues = z
  .strictObject({
    fact: z.string().describe('The fact, by id; a choice.'),
    values: fact.shape.values
      .unwrap()
      .refine((values) => Object.keys(values).length > 0, 'names at least one value')
      .describe('Each new value and what it means.'),
    'known-as': fact.shape['known-as'],
    because,
  })
  .meta({ id: 'added-values', description: 'Adds values to a choice.' });

/**
 * What a change may replace: of a rule everything but its names and the concern, and the keys that only
 * actions and placements have. Which of them an entry of a sort has is checked with the entry.
 */
const changedKeys = rule
  .omit({ id: true, was: true, joined: true })
  .extend({
    ...action.pick({ level: true, for: true, 'contradicted-by': true, 'shown-by': true }).shape,
    ...placement.pick({ is: true, needs: true, stack: true }).shape,
  })
  .partial();

/** Keys that a rule can do without. */
const removable = z.enum([
  'rules-out',
  'isolation',
  'favours',
  'suits',
  'by-way-of',
  'elsewhere',
  'besides',
  'must',
  'consider',
  'note',
  'instead',
  'contested',
  'for',
  'when',
  'contradicted-by',
  'shown-by',
  'needs',
  'stack',
]);

/** Of the sorts of entries that can be changed or disabled, the one that is meant. */
const oneSort = (...sorts: readonly string[]) => ({ oneOf: sorts.map((sort) => ({ required: [sort] })) });

const change = z
  .strictObject({
    rule: z.string().optional().describe('The rule, by id.'),
    condition: z.string().optional().describe('Or the condition that has a name, by id: title and when.'),
    action: z.string().optional().describe('Or the action, by id.'),
    placement: z.string().optional().describe('Or the placement, by id: title, is, needs, stack and cites.'),
    to: changedKeys.optional().describe('The keys that are replaced; the others stay.'),
    without: z.array(removable).min(1).optional().describe('Keys that are taken away.'),
    because,
  })
  .meta({
    id: 'change',
    description: 'Changes a rule, a condition that has a name, an action or a placement.',
    ...oneSort('rule', 'condition', 'action', 'placement'),
  });

const disabling = z
  .strictObject({
    rule: z.string().optional().describe('The rule, by id.'),
    action: z.string().optional().describe('Or the action, by id.'),
    placement: z.string().optional().describe('Or the placement, by id.'),
    because,
  })
  .meta({
    id: 'disabling',
    description: 'Takes a rule, an action or a placement out.',
    ...oneSort('rule', 'action', 'placement'),
  });

const concern = z.strictObject({
  id: id.describe('The name by which rules say that they belong to it.'),
  title: concernShape.shape.concern,
  about: concernShape.shape.about,
});

const ruleOfConcern = rule
  .extend({
    concern: id.optional().describe('Where it belongs; left out, the concern called like the file.'),
  })
  .meta({ id: 'rule-of-a-concern' });

const body = {
  set: z.array(setting).min(1).optional(),
  presume: z.array(presumption).min(1).optional(),
  'fact-values': z.array(addedValues).min(1).optional().describe('New values of choices that there are.'),
  change: z.array(change).min(1).optional(),
  disable: z.array(disabling).min(1).optional(),
  params: z.array(param).min(1).optional().describe('New thresholds, for rules of its own.'),
  conditions: z.array(namedCondition).min(1).optional().describe('New conditions that have a name.'),
  'fact-groups': z.array(group).min(1).optional(),
  topics: z.array(topic).min(1).optional().describe('New topics of the interview, behind those there are.'),
  facts: z.array(fact).min(1).optional(),
  placements: z.array(placement).min(1).optional(),
  'placement-groups': z
    .record(id, z.array(z.string()).min(1))
    .optional()
    .describe('New groups of placements, and placements to add to groups that exist.'),
  outside: z.array(outside).min(1).optional(),
  concerns: z.array(concern).min(1).optional().describe('New concerns.'),
  rules: z.array(ruleOfConcern).min(1).optional(),
  observations: z
    .array(observation)
    .min(1)
    .optional()
    .describe('What its own files or pipelines show, for actions to name.'),
  actions: z.array(action).min(1).optional(),
  sources: z.array(source).min(1).optional(),
};

/** rulebook.yaml of a rulebook that extends another, or all of it in one file. */
export const extensionShape = z.strictObject({
  ...headShape.omit({ params: true, conditions: true }).shape,
  extends: text.describe('default, or the path of a file or folder, from this file.'),
  ...body,
});

/** Any other file of a rulebook that extends another. Where it has a title, its name is a new concern. */
export const extensionPartShape = z.strictObject({
  concern: text.optional().describe('The title of the new concern that is called like the file.'),
  about: sentence.optional().describe('What the new concern is about.'),
  ...body,
});
