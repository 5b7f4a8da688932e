import { at } from '../at.ts';
import { statuses, verdictStrengths } from '../words.ts';
import type { Advice, PartAdvice, Verdict } from './result.ts';

/** An advice without what is only said of the whole: what it places, or the parts that are placed. */
export type Decided = PartAdvice & Pick<Advice, 'components'>;

/** The advices that place something: those on the parts of a system, else the one on the workload. */
export function listPlaced(advice: Decided): readonly PartAdvice[] {
  return advice.components.length === 0 ? [advice] : advice.components;
}

/**
 * The advice on a system of several parts. Only parts are placed: the whole has their joint verdict,
 * what could change it, and the facts that hold for all; of reasons, votes and actions nothing of its
 * own.
 * @param facts what is known of the system as a whole
 * @param parts the advice on every part, at least one
 */
export function assessSystem(facts: PartAdvice['facts'], parts: readonly PartAdvice[]): PartAdvice {
  return {
    facts,
    placements: [],
    votes: [],
    verdict: joinVerdicts(parts.map((part) => part.verdict)),
    options: [],
    reasons: { for: [], against: [], rulingOut: [], form: [] },
    hinges: parts.flatMap((part) => part.hinges),
    flips: parts.flatMap((part) => part.flips),
    impossible: parts.flatMap((part) => part.impossible),
    conflicts: [],
    consider: [],
    notes: [],
    actions: [],
    unsettled: [],
    waivers: joinWaivers(parts.map((part) => part.waivers)),
    rulings: at(parts, 0).rulings,
    counts: { fired: 0, quiet: 0, undecided: 0, waived: 0 },
  };
}

/** `none` as soon as one part can be placed nowhere. The strength is the weakest, the status the most open. */
function joinVerdicts(verdicts: readonly Verdict[]): Verdict {
  const headline = joinHeadlines(verdicts.map((verdict) => verdict.headline));
  const weakest = verdictStrengths.find((each) => verdicts.some(({ strength }) => strength === each));
  const placements = new Set(verdicts.map((verdict) => verdict.placement));
  const [placement = null] = placements.size === 1 ? placements : [];
  const leanings = new Map(verdicts.flatMap((verdict) => verdict.if).map((entry) => [entry.fact, entry]));
  return {
    headline,
    strength: headline === 'none' ? null : (weakest ?? null),
    status: statuses.find((each) => verdicts.some(({ status }) => status === each)) ?? 'firm',
    proven: verdicts.every((verdict) => verdict.proven),
    contested: verdicts.some((verdict) => verdict.contested),
    placement,
    isolation: placement === null ? null : at(verdicts, 0).isolation,
    forms: [...new Set(verdicts.flatMap((verdict) => verdict.forms))],
    runnerUp: null,
    leastBad: null,
    if: [...leanings.values()],
    tell: [],
  };
}

/** `split` when both kinds are among them; `either` joins the rest. */
export function joinHeadlines(headlines: readonly Verdict['headline'][]): Verdict['headline'] {
  if (headlines.includes('none')) return 'none';
  const split = headlines.includes('split');
  const vm = split || headlines.includes('vm');
  const container = split || headlines.includes('container');
  return vm && container ? 'split' : vm ? 'vm' : container ? 'container' : 'either';
}

/** Every part has the waivers of the file, in its order; one matters where it matters for some part. */
function joinWaivers(byPart: readonly PartAdvice['waivers'][]): PartAdvice['waivers'] {
  return at(byPart, 0).map((waiver, index) => ({
    ...waiver,
    matters: byPart.some((waivers) => at(waivers, index).matters),
  }));
}
