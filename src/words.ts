// The words that rulebooks, verdicts and results are made of: each list once, in the order that counts.

/** The two kinds of placement; a kind's position is its number in the compiled model. */
export const kinds = ['vm', 'container'] as const;
/** @see kinds */
export type Kind = (typeof kinds)[number];

/** How strongly a rule votes, strongest first. */
export const strengths = ['strong', 'moderate', 'slight'] as const;
/** @see strengths */
export type Strength = (typeof strengths)[number];

/** How often a presumption turns out wrong, most often first. */
export const exceptionFrequencies = ['common', 'frequent', 'occasional', 'rare'] as const;
/** @see exceptionFrequencies */
export type ExceptionFrequency = (typeof exceptionFrequencies)[number];

/** How well a placement is kept apart from its neighbours, weakest first. */
export const isolationLevels = ['shared-kernel', 'user-namespace', 'user-kernel', 'own-kernel'] as const;
/** @see isolationLevels */
export type Isolation = (typeof isolationLevels)[number];

/** What a workload can come out as. */
export const headlines = ['vm', 'container', 'either', 'none', 'split'] as const;
/** @see headlines */
export type Headline = (typeof headlines)[number];

/** What one placed thing can come out as: only a system of several is split. */
export type PlacedHeadline = Exclude<Headline, 'split'>;
/** @see PlacedHeadline */
export const placedHeadlines: readonly PlacedHeadline[] = headlines.filter((each) => each !== 'split');

/** How a headline was reached, weakest first; either and none have no such strength. */
export const verdictStrengths = ['lean', 'favoured', 'clear', 'forced'] as const;
/** @see verdictStrengths */
export type VerdictStrength = (typeof verdictStrengths)[number];

/**
 * How far a headline can be trusted, least first. `open`: something unsaid could change it;
 * `presumed`: only a wrong presumption could; `firm`: nothing unsaid could.
 */
export const statuses = ['open', 'presumed', 'firm'] as const;
/** @see statuses */
export type Status = (typeof statuses)[number];

/** What --require takes: levels of status, then of strength, each weakest first; `musts`: nothing is against a condition. */
export type RequirableLevel = Status | VerdictStrength | 'musts';
/** @see RequirableLevel */
export const requirableLevels: readonly RequirableLevel[] = [...statuses, ...verdictStrengths, 'musts'];

/** The words for reasons that --require takes for the strengths of verdicts that such reasons lead to. */
export const levelsOfReasons: Readonly<Record<string, RequirableLevel>> = {
  slight: 'lean',
  moderate: 'favoured',
  strong: 'clear',
};

/** How far a verdict can be relied on. */
export type Reliance = 'Firm' | 'Likely' | 'A first guess';

/**
 * How far a verdict can be relied on, on a scale as people have it. It follows what came out on workloads the
 * rulebook had not seen (docs/golden.md): what hangs on an answer, or on slight reasons, is a first guess.
 */
export function relianceOf(verdict: {
  readonly status: Status;
  readonly strength: VerdictStrength | null;
}): Reliance {
  if (verdict.status === 'firm') return 'Firm';
  return verdict.status === 'presumed' && verdict.strength !== 'lean' ? 'Likely' : 'A first guess';
}
