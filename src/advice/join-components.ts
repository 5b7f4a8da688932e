import type { PartAdvice, Verdict } from './result.ts';

const mostOpenFirst = ['open', 'presumed', 'firm'] as const;
const weakestFirst = ['lean', 'favoured', 'clear', 'forced'] as const;

/**
 * The verdict on a system of several parts: `split` when both kinds are among them, `none` as soon
 * as one part can be placed nowhere; `either` joins the rest. The strength is the weakest,
 * the status the most open.
 * @param parts the advice on every component
 */
export function joinVerdicts(parts: readonly PartAdvice[]): Verdict {
  const verdicts = parts.map((part) => part.verdict);
  const headline = joinHeadlines(verdicts.map((verdict) => verdict.headline));
  const strengths = verdicts.map((verdict) => verdict.strength).filter((strength) => strength !== null);
  const weakest = weakestFirst.find((strength) => strengths.includes(strength)) ?? null;
  const placements = new Set(verdicts.map((verdict) => verdict.placement));
  const [placement = null] = placements.size === 1 ? placements : [];
  const isolation = placement === null ? null : (verdicts[0]?.isolation ?? null);
  const leanings = new Map(verdicts.flatMap((verdict) => verdict.if).map((entry) => [entry.fact, entry]));
  return {
    headline,
    strength: headline === 'none' ? null : weakest,
    status: mostOpenFirst.find((status) => verdicts.some((verdict) => verdict.status === status)) ?? 'firm',
    proven: verdicts.every((verdict) => verdict.proven),
    contested: verdicts.some((verdict) => verdict.contested),
    placement,
    isolation,
    forms: [...new Set(verdicts.flatMap((verdict) => verdict.forms))],
    runnerUp: null,
    if: [...leanings.values()],
    tell: [],
  };
}

function joinHeadlines(headlines: readonly Verdict['headline'][]): Verdict['headline'] {
  if (headlines.includes('none')) return 'none';
  const vm = headlines.includes('vm');
  const container = headlines.includes('container');
  return vm && container ? 'split' : vm ? 'vm' : container ? 'container' : 'either';
}
