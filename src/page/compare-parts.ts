import type { PartAdvice } from '../advice/result.ts';
import { type NameIndex, wordIsolation, wordPlacement } from '../report/names.ts';
import { wordStatus } from '../report/verdict.ts';

/** What differs between the recorded advice and that on a changed workload. */
export interface PartDifferences {
  /** Parts of the verdict: what, as recorded, and now. */
  readonly verdict: readonly { readonly what: string; readonly before: string; readonly now: string }[];
  /** Ids of rules and actions that are new, or gone. */
  readonly rules: { readonly new: readonly string[]; readonly gone: readonly string[] };
  readonly actions: { readonly new: readonly string[]; readonly gone: readonly string[] };
}

/** Compares the advice on one part before and after a change. */
export function compareParts(before: PartAdvice, now: PartAdvice, names: NameIndex): PartDifferences {
  const words = ({ verdict }: PartAdvice) => ({
    headline: verdict.headline,
    strength: verdict.strength ?? 'none',
    status: wordStatus(verdict),
    placement: verdict.forms.map((form) => wordPlacement(names, form)).join(' or ') || 'none',
    isolation: verdict.isolation === null ? 'none' : wordIsolation(verdict.isolation),
  });
  const old = words(before);
  const verdict = Object.entries(words(now)).flatMap(([what, word]) => {
    const was = old[what as keyof typeof old];
    return was === word ? [] : [{ what, before: was, now: word }];
  });
  return {
    verdict,
    rules: compareIds(listRules(before), listRules(now)),
    actions: compareIds(
      before.actions.map(({ id }) => id),
      now.actions.map(({ id }) => id),
    ),
  };
}

/** Whether anything differs. */
export function isDifferent({ verdict, rules, actions }: PartDifferences): boolean {
  return [verdict, rules.new, rules.gone, actions.new, actions.gone].some((list) => list.length > 0);
}

function listRules({ reasons }: PartAdvice): string[] {
  return Object.values(reasons).flatMap((list) => list.map(({ rule }) => rule));
}

function compareIds(before: readonly string[], now: readonly string[]) {
  return {
    new: [...new Set(now)].filter((id) => !before.includes(id)),
    gone: [...new Set(before)].filter((id) => !now.includes(id)),
  };
}
