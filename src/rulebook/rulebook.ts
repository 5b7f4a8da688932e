import type { z } from 'zod';
import type { Position } from '../errors.ts';
import type {
  actionsShape,
  claimsShape,
  concernShape,
  factsShape,
  headShape,
  isolationLevels,
  kinds,
  placementsShape,
  sourcesShape,
  strengths,
} from './shapes.ts';

/** vm or container: the two kinds of placement. */
export type Kind = (typeof kinds)[number];
/** How strongly a rule votes. */
export type Strength = (typeof strengths)[number];
/** How well a placement is kept apart from its neighbours, weakest first. */
export type Isolation = (typeof isolationLevels)[number];
/** A condition as written: a map of fact to test, or any, all, not. */
export type Condition = Readonly<Record<string, unknown>>;

type Facts = z.infer<typeof factsShape>;
/** A group of facts. */
export type Group = Facts['groups'][number];
/** One entry of the vocabulary. */
export type Fact = Facts['facts'][number];
/** A named threshold. */
export type Param = z.infer<typeof headShape>['params'][number];
/** A concrete way to run a workload. */
export type Placement = z.infer<typeof placementsShape>['placements'][number];
/** What moving a workload into a kind takes, the first that holds. */
export type Moving = z.infer<typeof placementsShape>['moving'];
/** Something to do once placed. */
export type Action = z.infer<typeof actionsShape>['actions'][number];
/** A text that rules cite. */
export type Source = z.infer<typeof sourcesShape>['sources'][number];
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

/** A rule with its concern and the place it was written at. */
export type Rule = z.infer<typeof concernShape>['rules'][number] & {
  readonly concern: string;
  readonly at: Position;
};

/** Everything a rulebook says, checked. Plain data: it can be stored as JSON. */
export interface Rulebook {
  readonly name: string;
  readonly version: string;
  readonly date: string;
  /** SHA-256 over the content, whatever the order of files, rules and keys. */
  readonly digest: string;
  readonly params: readonly Param[];
  readonly groups: readonly Group[];
  readonly facts: readonly Fact[];
  readonly placements: readonly Placement[];
  readonly placementGroups: Readonly<Record<string, readonly string[]>>;
  readonly moving: Moving;
  readonly concerns: readonly Concern[];
  readonly rules: readonly Rule[];
  readonly actions: readonly Action[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly corrections: readonly Correction[];
}
