import type { z } from 'zod';
import type { adviceShape, partShape, resultShape } from './advice-shape.ts';

/** The advice on one workload. */
export type Advice = z.infer<typeof adviceShape>;
/** The advice on one component, or the part of an advice that a component has too. */
export type PartAdvice = z.infer<typeof partShape>;
/** The whole result of a run. */
export type Result = z.infer<typeof resultShape>;
/** A rule that fired, seen from the verdict. */
export type Reason = PartAdvice['reasons']['for'][number];
/** Something to do once placed. */
export type ActionItem = PartAdvice['actions'][number];
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
/** A gate the caller asked for. */
export type Gate = Advice['gates'][number];
/** How a decision differs from a recorded one. */
export type Drift = NonNullable<Advice['drift']>;
/** How one part of a decision differs, and what made the difference. */
export type PartDrift = Drift['parts'][number];
/** A file that could not be used. */
export type UnreadFile = NonNullable<Result['unread']>[number];
