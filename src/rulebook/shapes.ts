import { z } from 'zod';
import { exceptionFrequencies, isolationLevels, kinds, strengths } from '../words.ts';

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

// The shapes of the files of a rulebook, one a kind of file. They say what a key holds; what a name
// refers to is checked in check-rulebook.ts, and conditions in compile-condition.ts, where the
// vocabulary is known and errors can name the nearest choice.

/** What a rule does; one of these at least. */
export const effects = ['rules-out', 'isolation', 'favours', 'suits', 'must', 'consider', 'note'] as const;
const part = z.enum([...effects, 'by-way-of']);
const strength = z.enum(strengths);
const kind = z.enum(kinds);
const isolation = z.enum(isolationLevels);

export const param = z
  .strictObject({
    id,
    value: scalar.describe('A number, a size such as 2 GiB, or a value of a fact, used in rules as $id.'),
    because: sentence,
    cites,
  })
  .meta({ id: 'param' });

export const namedCondition = z
  .strictObject({
    id,
    was,
    title: text.describe('What it says, in running text: nothing ties it to one machine.'),
    when: conditionShape,
  })
  .meta({ id: 'named-condition', description: 'A condition that others use by its name, condition: id.' });

/** rulebook.yaml: what the rulebook is called, and the thresholds and conditions its rules share. */
export const headShape = z.strictObject({
  rulebook: z.literal(1).describe('The version of the rulebook format.'),
  name: id,
  version: text.describe('Semantic version of this rulebook.'),
  date: z.iso.date().describe('When it was last changed, YYYY-MM-DD.'),
  about: sentence.optional(),
  params: z.array(param).default([]),
  conditions: z.array(namedCondition).default([]),
});

export const group = z
  .strictObject({
    id,
    title: text,
    'changed-by': z.enum(['program', 'people']).describe('Who would have to change for it to change.'),
  })
  .meta({ id: 'group' });

export const topic = z
  .strictObject({
    id,
    title: text.describe('What its questions are about, as a heading; of a list with examples.'),
    as: z
      .enum(['questions', 'sheet', 'list'])
      .default('questions')
      .describe(
        'One question after the other; all questions on one screen; or, for what is presumed, a list of exceptions.',
      ),
  })
  .meta({ id: 'topic', description: 'What the interview talks about at one time, in the order of topics.' });

export const exceptionIs = z.enum(exceptionFrequencies);

export const fact = z
  .strictObject({
    id: id.describe('group.name'),
    was,
    name: text.describe('What it is called in running text.'),
    question: z.string().regex(/\?$/, 'must end with a question mark'),
    help: sentence.optional(),
    topic: id.optional().describe('The topic of the interview that it is asked in.'),
    why: sentence.optional().describe('Why it is asked, in one short sentence.'),
    kind: z.enum(['choice', 'scale', 'yes-no', 'number']),
    values: z.record(z.string(), text).optional().describe('Each value and what it means.'),
    'known-as': z
      .record(z.string(), z.array(text).min(1))
      .optional()
      .describe('Names under which people look for a value: { managed-kubernetes: [EKS, GKE] }.'),
    unit: z.string().optional().describe('Unit of a bare number: a size such as MiB or GB.'),
    'any-of': z
      .array(z.string())
      .optional()
      .describe('Where a list of a choice means that any of these would do: all values, the best first.'),
    whole: z.literal('yes').optional(),
    above: z.number().optional(),
    'at-least': z.number().optional(),
    'at-most': z.number().optional(),
    about: z
      .enum(['program', 'platform', 'hosts', 'people', 'support'])
      .optional()
      .describe(
        'What it is a fact about; no exclusion or strong vote may rest on silence about any but the program.',
      ),
    demands: z
      .literal('isolation')
      .optional()
      .describe('A higher value of this scale, or yes, demands more isolation.'),
    presumed: scalar.optional(),
    'safe-to-presume': sentence
      .optional()
      .describe('Why exclusions and strong votes may rest on the presumption all the same.'),
    exception: text.optional(),
    'exception-is': exceptionIs.optional(),
    'asked-if': conditionShape.optional(),
    asked: z
      .literal('always')
      .optional()
      .describe('Asked even where headline and placement are settled: reasons and actions rest on it.'),
  })
  .meta({ id: 'fact' });

/** facts.yaml: the vocabulary. */
export const factsShape = z.strictObject({
  groups: z.array(group).min(1),
  topics: z.array(topic).default([]),
  facts: z.array(fact).min(1),
});

export const layers = ['hardware', 'hypervisor', 'kernel', 'runtime', 'sandbox', 'system'] as const;
const layer = z.strictObject({
  layer: z.enum(layers),
  is: text.describe('What this layer is here, in a few words.'),
  shared: z.literal('yes').optional().describe('Neighbours stand on it too.'),
});

export const placement = z
  .strictObject({
    id,
    kind,
    isolation,
    title: text.describe('What it is called in a report.'),
    is: sentence.describe('What it is, in one sentence.'),
    needs: conditionShape.optional().describe('What must be at hand for it to be possible at all.'),
    stack: z
      .array(layer)
      .min(1)
      .optional()
      .describe('What the application stands on, from the hardware up, for pictures.'),
    cites,
  })
  .meta({ id: 'placement' });

export const outside = z
  .strictObject({
    id,
    title: text.describe('What it is called in a report.'),
    is: sentence.describe('What it is, in one sentence.'),
    cites,
  })
  .meta({ id: 'outside', description: 'What may serve better than any placement.' });

const move = z.strictObject({
  takes: z.enum(['nothing', 'repackage', 'redesign']),
  when: conditionShape,
});

/** placements.yaml: the ways to run a workload, in the order that breaks ties. */
export const placementsShape = z.strictObject({
  placements: z.array(placement).min(1),
  groups: z.record(id, z.array(z.string()).min(1)).default({}),
  outside: z.array(outside).default([]).describe('What is neither a VM nor a container, and may be better.'),
  moving: z.strictObject({ vm: z.array(move), container: z.array(move) }),
});

export const rule = z
  .strictObject({
    id,
    was,
    joined: z
      .record(id, z.union([part, z.array(part).min(1)]))
      .refine((rules) => Object.keys(rules).length > 0, 'must name a rule')
      .optional()
      .describe(
        'Rules that are part of this one now, by what they did; their names lead here: { old-rule: suits }.',
      ),
    title: text,
    when: conditionShape,
    'rules-out': oneOrMore.optional().describe('Placements, groups of them, vm, container or all.'),
    isolation: isolation.optional().describe('The least isolation that will do.'),
    favours: z
      .strictObject({ vm: strength.optional(), container: strength.optional() })
      .refine((kinds) => Object.keys(kinds).length === 1, 'must name one kind, vm or container')
      .optional()
      .describe('The kind it votes for, and how strongly: { vm: slight }.'),
    suits: z
      .record(z.string(), strength)
      .refine((suits) => Object.keys(suits).length > 0, 'must name a placement')
      .optional()
      .describe('Placements preferred among those of their kind, each with how strongly.'),
    'by-way-of': oneOrMore
      .optional()
      .describe('The vote counts only while one of these placements survives.'),
    besides: z
      .record(z.string(), sentence)
      .refine((others) => Object.keys(others).length > 0, 'must name a rule or concern')
      .optional()
      .describe('Rules, or whole concerns, that vote by the same fact: why each is a cause of its own.'),
    must: z.string().optional().describe('An action that becomes a condition of the verdict.'),
    consider: z
      .string()
      .optional()
      .describe('Something outside the placements that should be considered first; never votes.'),
    note: sentence.optional().describe('Said with the verdict; never votes.'),
    because: sentence.describe('The reason, in one sentence that a reader of a report understands.'),
    elsewhere: z
      .record(z.string(), sentence)
      .refine((reasons) => Object.keys(reasons).length > 0, 'must name a placement')
      .optional()
      .describe('The reason where the form is one that the vote does not go by, for placements and groups.'),
    instead: sentence.optional().describe('What can be done about it.'),
    contested: sentence.optional().describe('What the other side says, where experts disagree.'),
    cites,
    examples: z.strictObject({
      fires: exampleShape,
      quiet: exampleShape
        .refine(
          (facts) => Object.keys(facts).length === 1,
          'must be one fact, the one that differs from fires',
        )
        .describe('The one fact that differs: with it the example no longer fires.'),
    }),
  })
  .meta({ id: 'rule' });

/** A concern: any other file. Its name is its id; its rules share one root cause and one vote. */
export const concernShape = z.strictObject({
  concern: text.describe('What the rules of this file have in common.'),
  about: sentence,
  rules: z.array(rule).min(1),
});

export const observation = z
  .strictObject({
    id,
    title: text.describe('What was observed, in running text, without a verb: a read-only root.'),
    is: sentence.describe('What has to be so, in one sentence.'),
  })
  .meta({
    id: 'observation',
    description: 'Something that files of other programs show, and that tells of actions what was done.',
  });

const shownBy = z
  .strictObject({
    done: z
      .array(oneOrMore)
      .min(1)
      .optional()
      .describe('Observations that together show it done; of a list inside one will do.'),
    part: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('Observations of which each shows no more than a part of it.'),
    against: z.array(z.string()).min(1).optional().describe('Observations that show the contrary.'),
  })
  .refine((shown) => Object.keys(shown).length > 0, 'must name an observation')
  .meta({ id: 'shown-by' });

export const action = z
  .strictObject({
    id,
    title: text.describe('What to do, as an order.'),
    level: z.enum(['must', 'should']),
    for: oneOrMore
      .optional()
      .describe('vm, container, all, or placements; without it only a rule can call for it.'),
    when: conditionShape.optional(),
    because: sentence,
    cites,
    'contradicted-by': conditionShape.optional().describe('Stated facts that speak against doing it.'),
    'shown-by': shownBy.optional().describe('What shows whether it is done, by the ids of observations.'),
  })
  .meta({ id: 'action' });

/** actions.yaml: what to do once placed, and what shows whether it is done. */
export const actionsShape = z.strictObject({
  observations: z.array(observation).default([]),
  actions: z.array(action).min(1),
});

export const source = z
  .strictObject({
    id,
    title: text,
    publisher: text,
    date: text.describe('Of the text: a year, month or day, or undated.'),
    address: z.url(),
    read: z.enum(['full', 'excerpt', 'landing-page', 'not-read']),
    grade: z.enum(['primary', 'secondary', 'weak']),
    supports: sentence,
    also: z.array(z.url()).optional(),
  })
  .meta({ id: 'source' });

/** sources.yaml: what rules cite. */
export const sourcesShape = z.strictObject({ sources: z.array(source) });

const section = z.enum(['INT', 'NUT', 'VMS', 'CTR', 'CON', 'SEC', 'END']);
const claim = z.strictObject({
  id: z.string().regex(/^C\d\d$/, 'must be C and two digits'),
  section: z.union([section, z.array(section).min(1)]),
  says: sentence,
  kinds: z.array(z.enum(['hard', 'vm', 'ctr', 'neutral', 'action', 'info'])).min(1),
  'corrected-by': z.array(z.string()).optional(),
  silent: sentence.optional(),
});
const correction = z.strictObject({
  id: z.string().regex(/^B\d\d$/, 'must be B and two digits'),
  about: z.array(z.string()),
  topic: text,
  holds: text,
  so: sentence,
  cites,
});

/** claims.yaml: the founding article claim by claim, and what was found to be otherwise. */
export const claimsShape = z.strictObject({
  article: z.strictObject({ title: text, date: text.describe('Of publication: a year, month or day.') }),
  claims: z.array(claim),
  corrections: z.array(correction),
});

/** The files with a meaning of their own, by name; every other one is a concern. */
export const fileShapes = {
  'rulebook.yaml': headShape,
  'facts.yaml': factsShape,
  'placements.yaml': placementsShape,
  'actions.yaml': actionsShape,
  'sources.yaml': sourcesShape,
  'claims.yaml': claimsShape,
} as const;
