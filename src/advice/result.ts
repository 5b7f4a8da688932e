import { overviewShape } from './overview.ts';
import { mostConflicts } from '../decide/list-conflicts.ts';
import { z } from 'zod';
import {
  headlines,
  isolationLevels,
  kinds,
  placedHeadlines,
  statuses,
  strengths,
  verdictStrengths,
} from '../words.ts';

/** Where something stands in a file. */
const position = z
  .strictObject({ file: z.string(), line: z.int().min(1), column: z.int().min(1) })
  .describe('Where it stands in a file.');

/** One value of a fact. */
const value = z.union([z.string(), z.number()]);

/** What is said of a fact: a value, or bounds of a number. */
const stated = z.union([
  z.string(),
  z.number(),
  z
    .strictObject({ 'at-least': z.number().optional(), 'at-most': z.number().optional() })
    .describe('Bounds of a number; both belong to it.'),
]);

/** What is known of one fact. */
const fact = z
  .strictObject({
    value: z
      .union([stated, z.array(stated)])
      .describe('The value; a list where one of several is possible; "unknown" where nothing is known.'),
    origin: z
      .enum(['stated', 'component', 'profile', 'asked', 'set', 'suggested', 'presumed', 'unknown'])
      .describe(
        'Who said so; suggested: likely by what an imported file holds, and treated as a presumption.',
      ),
    at: position.optional(),
    rule: z
      .string()
      .optional()
      .describe('The rule of inference that found it in an imported file; advise import --rules lists them.'),
    presumedBy: z
      .string()
      .optional()
      .describe('The rulebook whose presumption it is, where that is not the first one.'),
  })
  .describe('What is known of one fact.');

/** The fate of a placement; open: something unknown might still remove it. */
const survival = z.enum(['yes', 'open', 'no']);

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
      .array(z.strictObject({ fact: z.string(), was: fact.nullable(), now: fact.nullable() }))
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
            'ruled',
            'ruled-no-longer',
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
const driftShape = z
  .strictObject({ drifted: z.boolean(), parts: z.array(partDrift) })
  .describe('Whether the decision is the recorded one (--against).');

// What a result says about the rulebooks that were judged by, and who said what in them.

const mark = z
  .strictObject({
    rulebook: z.string(),
    did: z.enum(['added', 'changed']),
    what: z
      .array(z.string())
      .optional()
      .describe(
        'Keys of a rule; a threshold that was set as $id, a condition by name that was changed as condition id.',
      ),
    because: z.string().optional().describe('The reason given for a change.'),
    at: position,
  })
  .meta({ id: 'mark', description: 'What a rulebook that extends another did to it.' });

/** Who touched an entry. */
const marks = z.array(mark).optional().describe('Only where it differs from the first rulebook.');

const because = z.string();
const presumed = z.union([value, z.null()]).describe('null where nothing is presumed.');
const threshold = z.union([value, z.boolean()]);
/** One of the rulebooks that were judged by. */
const revisedSort = z.enum(['action', 'placement']);
const rulebook = z.strictObject({
  name: z.string(),
  version: z.string(),
  digest: z.string().describe('SHA-256 over all that holds once this one has had its say.'),
  differs: z
    .strictObject({
      adds: z.partialRecord(
        z.enum([
          'params',
          'conditions',
          'groups',
          'topics',
          'facts',
          'placements',
          'placementGroups',
          'outside',
          'observations',
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
      revises: z
        .array(z.strictObject({ sort: revisedSort, id: z.string(), what: z.array(z.string()), because }))
        .optional()
        .describe('Actions and placements that are others now.'),
      withdraws: z
        .array(z.strictObject({ sort: revisedSort, id: z.string(), because, at: position }))
        .optional()
        .describe('Actions and placements that it takes out.'),
      redefines: z
        .array(z.strictObject({ condition: z.string(), what: z.array(z.string()), because }))
        .optional()
        .describe('Conditions by name that are others now.'),
      widens: z
        .array(z.strictObject({ fact: z.string(), values: z.array(z.string()), because }))
        .optional()
        .describe('Choices that it adds values to.'),
      sets: z.array(z.strictObject({ param: z.string(), from: threshold, to: threshold, because })),
      presumes: z.array(z.strictObject({ fact: z.string(), from: presumed, to: presumed, because })),
    })
    .optional()
    .describe('What it makes different from those before it.'),
});

/** An old name that something still uses. */
const oldName = z.strictObject({
  sort: z.enum(['fact', 'rule', 'condition']),
  name: z.string(),
  now: z.string(),
  at: position.optional(),
});

// What an advice holds. The JSON schema of results is generated from these shapes and the types of
// the program are inferred from them, so that the three cannot differ.

const kind = z.enum(kinds);
const strength = z.enum(strengths);
const isolation = z.enum(isolationLevels);

const evidence = z
  .strictObject({ fact: z.string(), ...fact.shape })
  .describe('A fact that a rule or action rests on.');

const remover = z
  .union([
    z.strictObject({ rule: z.string() }),
    z.strictObject({
      needs: z.string().describe('The placement whose own needs are meant.'),
      facts: z.array(z.string()),
    }),
  ])
  .describe('A rule, or what a placement needs.');

const placement = z.strictObject({
  id: z.string(),
  kind,
  isolation,
  survives: survival.describe('open: something unknown might still remove it.'),
  removedBy: z.array(remover),
  mightBeRemovedBy: z.array(remover),
});

const votes = z
  .strictObject({
    concern: z.string(),
    vm: strength.nullable(),
    container: strength.nullable(),
    rules: z.array(z.string()).describe('The rules that cast them.'),
  })
  .describe('One concern casts, for each kind, its single strongest vote.');

const option = z
  .strictObject({
    placement: z.string(),
    is: z.enum(['chosen', 'other-kind', 'next-form']),
    votes: z
      .array(z.strictObject({ concern: z.string(), strength, rules: z.array(z.string()) }))
      .describe('By concern, the strongest votes for its kind that go by way of it.'),
    suits: z
      .array(z.strictObject({ rule: z.string(), strength }))
      .describe('The rules that prefer it among its kind.'),
  })
  .describe('A placement set beside others, with all that speaks for it.');

const reason = z.strictObject({
  rule: z.string(),
  concern: z.string(),
  title: z.string(),
  because: z.string(),
  instead: z.string().optional(),
  contested: z.string().optional().describe('What the other side says.'),
  favours: kind.nullable(),
  strength: strength.nullable(),
  removes: z.array(z.string()).describe('Placements it rules out.'),
  suits: z.array(z.string()).describe('Placements it prefers among their kind.'),
  facts: z.array(evidence),
  if: z.array(z.string()).describe('Presumed facts it leans on.'),
  cites: z.array(z.string()),
  at: position.describe('Where the rule is written.'),
  marks,
});

const considered = z.strictObject({
  id: z.string(),
  title: z.string(),
  because: z.string(),
  instead: z.string().optional(),
  rule: z.string().describe('The rule that says so; it never votes.'),
  facts: z.array(evidence),
});

const shown = z
  .strictObject({
    is: z
      .enum(['done', 'part', 'against', 'not-found', 'not-looked-for'])
      .describe(
        'part: no more than a part of it was seen; not-found: it was looked for, which is no proof that it is undone; not-looked-for: nobody looked.',
      ),
    by: z
      .array(
        z.strictObject({
          observation: z.string(),
          against: z.literal(true).optional().describe('It shows the contrary.'),
          at: position.optional(),
          rule: z
            .string()
            .optional()
            .describe('The rule of inference that saw it; advise import --rules lists them.'),
        }),
      )
      .describe('What was seen.'),
    missing: z.array(z.string()).describe('Observations that were looked for and not found.'),
    unknown: z.array(z.string()).describe('Observations that nobody looked for.'),
  })
  .describe('What was observed of an action.');

const action = z.strictObject({
  id: z.string(),
  title: z.string(),
  level: z.enum(['must', 'should']),
  because: z.string(),
  for: z.array(z.string()).describe('The chosen placements it is for.'),
  rule: z.string().nullable().describe('The rule that demands it.'),
  facts: z.array(evidence),
  contradictedBy: z.array(evidence).describe('Stated facts that speak against doing it.'),
  shown: shown
    .optional()
    .describe('Whether it is done, as far as what was read shows it; only where something was observed.'),
  hangsOn: z
    .array(z.string())
    .optional()
    .describe('Of an unsettled action: the open facts by which it is called for or not.'),
  cites: z.array(z.string()),
  marks,
});

const waiver = z.strictObject({
  rule: z.string(),
  because: z.string(),
  by: z.string().optional(),
  until: z.string().optional(),
  counts: z.boolean().describe('False when it has expired or is ignored.'),
  ignored: z.literal(true).optional().describe('Set aside by --no-waivers.'),
  matters: z.boolean().describe('Whether the rule would fire, or might, without it.'),
  at: position,
});

const ruling = z.strictObject({
  rule: z.string().describe('What it is called among the reasons.'),
  rulesOut: z.array(z.string()).optional(),
  favours: z.strictObject({ vm: strength.optional(), container: strength.optional() }).optional(),
  because: z.string(),
  by: z.string(),
  until: z.string().optional(),
  counts: z.boolean().describe('False when it has expired or is ignored.'),
  ignored: z.literal(true).optional().describe('Set aside by --no-rulings.'),
  at: position,
});

const runnerUp = z.strictObject({
  placement: z.string(),
  isolation,
  takes: z.enum(['nothing', 'repackage', 'redesign', 'unknown']).describe('What moving there would take.'),
  removedBy: z.array(remover).describe('What stands in its way; empty where it survives.'),
});

const change = z.strictObject({
  fact: z.string(),
  values: z.array(z.string()).describe('Values as a person writes them; of a number a range in words.'),
  now: fact.shape.value,
  origin: fact.shape.origin,
});

const flip = z
  .strictObject({
    changes: z.array(change).min(1).describe('One fact, or two that only together do it.'),
    headline: z.enum(placedHeadlines),
    by: z
      .enum(['unanswered', 'presumed', 'people', 'program'])
      .describe('What would have to change: an answer, a presumption, what people decide, the program.'),
  })
  .describe('A change of facts that changes the headline.');

const leastBad = z
  .strictObject({
    placement: z.string(),
    removedBy: z.array(
      z.strictObject({
        rule: z.string().optional(),
        needs: z.string().optional().describe('The placement whose own needs are meant.'),
        facts: z.array(z.string()).optional(),
        instead: z.string().optional(),
        liftedBy: z.array(change).describe('Facts of which one alone would lift it; empty where none would.'),
      }),
    ),
  })
  .describe('For none: the placement that least stands against, and what does.');

const verdict = z.strictObject({
  headline: z.enum(headlines),
  strength: z.enum(verdictStrengths.toReversed()).nullable(),
  status: z
    .enum(statuses.toReversed())
    .describe('open: something unsaid could change the headline; presumed: only a wrong presumption could.'),
  proven: z.boolean().describe('False where the proof of the status was ended by its budget.'),
  contested: z.boolean().describe('A tier above the deciding one had equal votes on both sides.'),
  placement: z.string().nullable(),
  isolation: isolation.nullable(),
  forms: z.array(z.string()).describe('The placement; for either the best of both kinds.'),
  runnerUp: runnerUp.nullable(),
  leastBad: leastBad.nullable().default(null),
  if: z.array(evidence).describe('Presumptions that the verdict leans on.'),
  tell: z.array(z.string()).describe('Where nothing is known: the facts to begin with.'),
});

const lift = z
  .strictObject({
    component: z.string().optional().describe('The part that it is said of.'),
    fact: z.string(),
    values: z.array(z.string()).describe('The values that would do; a number in words.'),
    now: z.union([stated, z.array(stated)]),
    origin: fact.shape.origin,
    at: position.optional(),
  })
  .describe('A fact of which another value alone would let a gate pass.');

const gate = z.strictObject({
  gate: z.enum(['expect', 'require', 'against']),
  wanted: z.string(),
  got: z.string(),
  from: z.enum(['option', 'file']),
  at: position.optional().describe('Where the file asks for it.'),
  passed: z.boolean(),
  hangsOn: z.array(evidence).describe('The facts that the failure hangs on.'),
  lifts: z
    .array(lift)
    .optional()
    .describe('Facts of which another value alone would let it pass, the most easily said first.'),
});

const whatIf = z
  .strictObject({
    set: z.record(z.string(), z.union([stated, z.array(stated)])),
    without: z.strictObject({
      headline: verdict.shape.headline,
      strength: verdict.shape.strength,
      placement: z.string().nullable(),
    }),
    differs: z.array(z.enum(['headline', 'strength', 'placement', 'actions'])),
    below: z
      .strictObject({
        falls: z.array(z.string()).describe('Placements that are out with it and were not without.'),
        comes: z.array(z.string()).describe('Placements that it lets stay.'),
        toDo: z.array(z.string()).describe('Actions that it calls for, by title.'),
        spared: z.array(z.string()).describe('Actions that it takes away, by title.'),
      })
      .describe('What changes below the headline.'),
  })
  .describe('What --set changed.');

const part = z.strictObject({
  facts: z.record(z.string(), fact),
  placements: z.array(placement),
  votes: z.array(votes),
  verdict,
  options: z
    .array(option)
    .default([])
    .describe('What was chosen, the best of the other kind, and what would be chosen of the same kind next.'),
  reasons: z.strictObject({
    for: z.array(reason),
    against: z.array(reason),
    rulingOut: z.array(reason),
    form: z.array(reason),
  }),
  hinges: z.array(flip).describe('What nobody stated, each of which alone could change the headline.'),
  flips: z.array(flip).describe('Everything that would change the headline, in useful order.'),
  impossible: z.array(flip).describe('What would leave nothing to place it on.'),
  conflicts: z
    .array(z.array(remover))
    .describe(`For none: the smallest sets that leave nothing, the first ${mostConflicts} of them.`),
  consider: z
    .array(considered)
    .default([])
    .describe('What stands outside the placements and should be considered before them.'),
  notes: z.array(z.strictObject({ rule: z.string(), note: z.string() })),
  actions: z.array(action),
  unsettled: z
    .array(action)
    .default([])
    .describe(
      'Conditions that may be called for once open facts are said, and of which the contrary was observed; they do not count as conditions of the verdict yet.',
    ),
  waivers: z.array(waiver),
  rulings: z.array(ruling).default([]).describe('What people decided for this workload.'),
  counts: z.strictObject({
    fired: z.int(),
    quiet: z.int(),
    undecided: z.int(),
    waived: z.int(),
  }),
});

/** The advice on one workload, or on one component of it. */
export const partShape = part;

/** One entry of the results: a workload and the advice on it. */
export const adviceShape = z.strictObject({
  workload: z.strictObject({
    name: z.string(),
    file: z.string(),
    document: z.int().min(1).optional().describe('Among several of one file, from 1.'),
    at: position.optional().describe('Of a row of a table, where it stands.'),
    alike: z
      .array(z.strictObject({ name: z.string(), at: position }))
      .optional()
      .describe('Others of the same table that no rule can tell from it: all that is said holds of each.'),
  }),
  ...part.shape,
  gates: z.array(gate),
  drift: driftShape.optional(),
  whatIf: whatIf.optional(),
  components: z.array(z.strictObject({ name: z.string(), ...part.shape })),
});

/** The whole output of `assess -f json`. */
export const resultShape = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('advise'), version: z.string() }),
  rulebooks: z.array(rulebook).describe('In order; each extends those before it.'),
  config: z.strictObject({ file: z.string(), sets: z.array(z.string()) }).optional(),
  profile: z.string().optional(),
  asOf: z.string().optional().describe('The day waivers were judged by, where one has an end.'),
  oldNames: z
    .array(oldName)
    .optional()
    .describe('Old names of facts and rules that files and options still use.'),
  against: z
    .strictObject({
      file: z.string(),
      toolVersion: z.string(),
      rulebooks: z.array(rulebook),
      rulebookChanged: z.boolean().describe('Whether another rulebook was judged by then.'),
      notAssessed: z.array(z.string()).describe('Workloads that it holds and that were not assessed now.'),
      complete: z
        .literal(true)
        .optional()
        .describe('Asked for by --complete, a gate: all that it holds must have been assessed.'),
      moved: z
        .array(z.strictObject({ name: z.string(), from: z.string(), to: z.string() }))
        .optional()
        .describe('Workloads that it has of another file, found by their name.'),
    })
    .optional()
    .describe('The recorded result that --against compares with.'),
  unread: z
    .array(
      z.strictObject({
        file: z.string(),
        problems: z.array(z.strictObject({ message: z.string(), at: position.optional() })).min(1),
      }),
    )
    .optional()
    .describe('Files that could not be used; nothing of them is among the results.'),
  results: z.array(adviceShape),
  overview: overviewShape.optional().describe('What several workloads come to together; left out of one.'),
});

/** A type all of whose lists and entries are read-only, however deep. */
export type Frozen<T> = T extends readonly (infer Entry)[]
  ? readonly Frozen<Entry>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** The advice on one workload. */
export type Advice = Frozen<z.infer<typeof adviceShape>>;
/** The advice on one component, or the part of an advice that a component has too. */
export type PartAdvice = Frozen<z.infer<typeof partShape>>;
/** The whole result of a run. */
export type Result = Frozen<z.infer<typeof resultShape>>;
/** What several workloads come to together. */
export type Overview = NonNullable<Result['overview']>;
/** A rule that fired, seen from the verdict. */
export type Reason = PartAdvice['reasons']['for'][number];
/** A placement set beside others. */
export type OptionEntry = PartAdvice['options'][number];
/** Something to do once placed. */
export type ActionItem = PartAdvice['actions'][number];
/** What was observed of an action. */
export type Shown = NonNullable<ActionItem['shown']>;
/** A fact that a rule or action rests on. */
export type Evidence = Reason['facts'][number];
/** What is known of one fact. */
export type FactEntry = PartAdvice['facts'][string];
/** A rule or need that removes a placement. */
export type RemoverEntry = PartAdvice['placements'][number]['removedBy'][number];
/** Headline, strength, placement and what they lean on. */
export type Verdict = PartAdvice['verdict'];
/** A change of facts that changes the headline. */
export type FlipEntry = PartAdvice['flips'][number];
/** A fact of which another value alone would let a gate pass. */
export type LiftEntry = NonNullable<Gate['lifts']>[number];
/** A gate the caller asked for. */
export type Gate = Advice['gates'][number];
/** How a decision differs from a recorded one. */
export type Drift = NonNullable<Advice['drift']>;
/** How one part of a decision differs, and what made the difference. */
export type PartDrift = Drift['parts'][number];
/** A file that could not be used. */
export type UnreadFile = NonNullable<Result['unread']>[number];
