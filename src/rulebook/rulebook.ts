import type { z } from 'zod';
import type { Position } from '../errors.ts';
import type { Kind } from '../words.ts';
import type { Condition } from './condition.ts';
import type {
  actionsShape,
  claimsShape,
  concernShape,
  factsShape,
  headShape,
  placementsShape,
  sourcesShape,
} from './shapes.ts';

/** Facts with plain values, as a workload would state them. */
export type Example = Readonly<Record<string, unknown>>;

/**
 * What a rulebook that extends another did to an entry. What the first rulebook says, and nobody
 * touched, has none.
 */
export interface Mark {
  /** The name of the rulebook. */
  readonly rulebook: string;
  readonly did: 'added' | 'changed';
  /** For a change: its keys, `$` and the threshold that was set, or `condition` and one that it uses. */
  readonly what?: readonly string[] | undefined;
  /** For a change: the reason given for it. */
  readonly because?: string | undefined;
  /** Where it says so. */
  readonly at: Position;
}

/** An entry with the marks of the rulebooks that touched it, in their order. */
type Marked<T> = T & { readonly marks?: readonly Mark[] };

/** An entry as the file holds it, with its conditions understood. */
type Understood<T, K extends keyof T> = Omit<T, K> & {
  readonly [P in keyof Pick<T, K>]: Condition | Extract<T[P], undefined>;
};

type Facts = z.infer<typeof factsShape>;
/** A group of facts. */
export type Group = Facts['groups'][number];
/** What the interview talks about at one time. */
export type Topic = Facts['topics'][number];
/** One entry of the vocabulary, as the file holds it. */
export type FactBody = Facts['facts'][number];
/** One entry of the vocabulary. */
export type Fact = Marked<Understood<FactBody, 'asked-if'>>;
/** A named threshold. */
export type Param = Marked<z.infer<typeof headShape>['params'][number]>;
/** A condition by name, as the file holds it. */
export type NamedConditionBody = z.infer<typeof headShape>['conditions'][number];
/** A condition by name, which other conditions use. */
export type NamedCondition = Marked<Understood<NamedConditionBody, 'when'>> & {
  /** What it was before rulebooks changed it, in their order. */
  readonly former?: readonly { readonly rulebook: string; readonly when: Condition }[];
};
/** A concrete way to run a workload, as the file holds it. */
export type PlacementBody = z.infer<typeof placementsShape>['placements'][number];
/** A concrete way to run a workload. */
export type Placement = Marked<Understood<PlacementBody, 'needs'>>;
/** Something that is neither a VM nor a container, and may serve better than any placement. */
export type Outside = Marked<z.infer<typeof placementsShape>['outside'][number]>;
/** What moving a workload into each kind takes, as the file holds it. */
export type MovingBody = z.infer<typeof placementsShape>['moving'];
type Move = Understood<MovingBody['vm'][number], 'when'>;
/** What moving a workload into a kind takes, the first that holds. */
export type Moving = Readonly<Record<Kind, readonly Move[]>>;
/** Something to do once placed, as the file holds it. */
export type ActionBody = z.infer<typeof actionsShape>['actions'][number];
/** Something to do once placed. */
export type Action = Marked<Understood<ActionBody, 'when' | 'contradicted-by'>>;
/** Something that files of other programs show, and that tells of actions what was done. */
export type Observation = Marked<z.infer<typeof actionsShape>['observations'][number]>;
/** A text that rules cite. */
export type Source = z.infer<typeof sourcesShape>['sources'][number];
/** The founding article: what it is called, and when it was published. */
export type Article = z.infer<typeof claimsShape>['article'];
/** A claim of the founding article. */
export type Claim = z.infer<typeof claimsShape>['claims'][number];
/** What was found to be otherwise than the article says. */
export type Correction = z.infer<typeof claimsShape>['corrections'][number];

/** The root cause that the rules of one file share. */
export interface Concern {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

/** A rule as it is written in the file of its concern. */
export type RuleBody = z.infer<typeof concernShape>['rules'][number];

/** A rule with its condition understood. */
export type ParsedRule<T extends RuleBody = RuleBody> = Understood<T, 'when'>;

/** A rule with its concern and the place it was written at. */
export type Rule = Marked<ParsedRule & { readonly concern: string; readonly at: Position }>;

/** One of the rulebooks that a rulebook is made of. */
export interface RulebookLayer {
  readonly name: string;
  readonly version: string;
  /** SHA-256 over all that holds once this one has had its say. */
  readonly digest: string;
  /** What it makes different from those before it; none for the first. */
  readonly differs?: RulebookDifferences;
}

/** What a rulebook makes different from the one it extends. */
export interface RulebookDifferences {
  /** Ids of what it adds, by sort. */
  readonly adds: Readonly<Partial<Record<AddedSort, readonly string[]>>>;
  readonly changes: readonly {
    readonly rule: string;
    readonly what: readonly string[];
    readonly because: string;
  }[];
  readonly disables: readonly DisabledRule[];
  /** Actions and placements that are others now; none where left out. */
  readonly revises?: readonly RevisedEntry[] | undefined;
  /** Actions and placements that it takes out; none where left out. */
  readonly withdraws?: readonly WithdrawnEntry[] | undefined;
  /** Conditions by name that are others now; none where left out, as in results of earlier versions. */
  readonly redefines?:
    | readonly {
        readonly condition: string;
        readonly what: readonly string[];
        readonly because: string;
      }[]
    | undefined;
  /** Choices that it adds values to; none where left out, as in results of earlier versions. */
  readonly widens?:
    | readonly { readonly fact: string; readonly values: readonly string[]; readonly because: string }[]
    | undefined;
  readonly sets: readonly {
    readonly param: string;
    readonly from: Param['value'];
    readonly to: Param['value'];
    readonly because: string;
  }[];
  readonly presumes: readonly {
    readonly fact: string;
    /** The values before and now; null where nothing is presumed. */
    readonly from: string | number | null;
    readonly to: string | number | null;
    readonly because: string;
  }[];
}

/** What a rulebook can add. */
export type AddedSort =
  | 'params'
  | 'conditions'
  | 'groups'
  | 'topics'
  | 'facts'
  | 'placements'
  | 'placementGroups'
  | 'outside'
  | 'observations'
  | 'concerns'
  | 'rules'
  | 'actions'
  | 'sources';

/** A rule that was taken out. */
export interface DisabledRule {
  readonly rule: string;
  /** Names it had before. */
  readonly was?: readonly string[];
  readonly because: string;
  readonly at: Position;
}

/** What can be changed or taken out beside rules. */
export type RevisedSort = 'action' | 'placement';

/** An action or placement that was changed. */
export interface RevisedEntry {
  readonly sort: RevisedSort;
  readonly id: string;
  readonly what: readonly string[];
  readonly because: string;
}

/** An action or placement that was taken out. */
export interface WithdrawnEntry {
  readonly sort: RevisedSort;
  readonly id: string;
  readonly because: string;
  readonly at: Position;
}

/** Where a file uses a name that something had before. */
export interface OldName {
  readonly sort: 'fact' | 'rule' | 'condition';
  readonly name: string;
  /** What it is called now. */
  readonly now: string;
  /** Where it is only a part of that now. */
  readonly part?: boolean;
  /** Where; none on the command line. */
  readonly at?: Position;
}

/** Everything a rulebook says, checked. Plain data: it can be stored as JSON. */
export interface Rulebook {
  readonly name: string;
  readonly version: string;
  readonly date: string;
  /** SHA-256 over the content, whatever the order of files, rules and keys. */
  readonly digest: string;
  /** The rulebooks it is made of, each extending the ones before; itself last. */
  readonly layers: readonly RulebookLayer[];
  /** Old names that its own files still use. */
  readonly oldNames?: readonly OldName[];
  /** The rules that its layers disabled, as they were; their reasons stand in the layers. */
  readonly disabled?: readonly Rule[];
  readonly params: readonly Param[];
  readonly conditions: readonly NamedCondition[];
  readonly groups: readonly Group[];
  /** In the order of the interview. */
  readonly topics: readonly Topic[];
  readonly facts: readonly Fact[];
  readonly placements: readonly Placement[];
  readonly placementGroups: Readonly<Record<string, readonly string[]>>;
  readonly outside: readonly Outside[];
  readonly moving: Moving;
  readonly concerns: readonly Concern[];
  readonly rules: readonly Rule[];
  readonly observations: readonly Observation[];
  readonly actions: readonly Action[];
  readonly sources: readonly Source[];
  readonly article: Article;
  readonly claims: readonly Claim[];
  readonly corrections: readonly Correction[];
}

/** What a rulebook says, without the names and digests of those it is made of. */
export type Content = Omit<Rulebook, 'digest' | 'layers' | 'oldNames'>;
