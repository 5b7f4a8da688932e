import type { Drift, PartAdvice, PartDrift } from './result.ts';
import type { Decided } from './system.ts';
import { describeRuleChanges, sameValue } from './describe-rule-changes.ts';

/** What a lock keeps of an advice: what was decided, and nothing of why. */
export interface LockedDecision {
  readonly decision: Decision;
  readonly components: readonly { readonly name: string; readonly decision: Decision }[];
}

/** The recorded decision that one is compared with. */
export interface Recorded {
  readonly advice: Decided | LockedDecision;
  /** Whether it was judged by another rulebook. */
  readonly rulebookChanged: boolean;
}

/**
 * Compares a decision with a recorded one, part by part: headline, placement and `must` actions.
 * Where they differ, says what of the facts, the rules and the placements made the difference.
 * @param now the decision as it is
 * @param recorded the decision as it was
 * @param rules the rules there are now
 */
export function describeDrift(
  now: Decided,
  recorded: Recorded,
  rules: readonly { readonly id: string }[],
): Drift {
  const was = recorded.advice;
  const names = new Set([...now.components, ...was.components].map((component) => component.name));
  const pick = <T extends Named>(parts: readonly T[], name: string) =>
    parts.find((part) => part.name === name);
  const known = new Set(rules.map((rule) => rule.id));
  const compare = (component: string | null, before?: Before, after?: PartAdvice) =>
    comparePart(component, before, after, known, recorded.rulebookChanged);
  const parts = [
    ...compare(null, was, now),
    ...[...names].flatMap((name) =>
      compare(name, pick<Named & Before>(was.components, name), pick(now.components, name)),
    ),
  ];
  return { drifted: parts.length > 0, parts };
}

type Decision = NonNullable<PartDrift['was']>;
interface Named {
  readonly name: string;
}
/** A part as it was recorded: with all that was said of it, or what was decided alone. */
type Before = PartAdvice | Pick<LockedDecision, 'decision'>;

function comparePart(
  component: string | null,
  before: Before | undefined,
  after: PartAdvice | undefined,
  known: ReadonlySet<string>,
  rulebookChanged: boolean,
): PartDrift[] {
  const was = before === undefined ? null : 'decision' in before ? before.decision : describeDecision(before);
  const now = after === undefined ? null : describeDecision(after);
  const differs = listDifferences(was, now);
  if (differs.length === 0) return [];
  const both = before !== undefined && after !== undefined && !('decision' in before);
  return [
    {
      component,
      differs,
      was,
      now,
      facts: both ? listFactChanges(before, after) : [],
      rules: both ? describeRuleChanges(before, after, known, rulebookChanged) : [],
      placements: both ? listPlacementChanges(before, after) : [],
    },
  ];
}

/** What was decided of a part: all that a record is held to. */
export function describeDecision(part: PartAdvice): Decision {
  return {
    headline: part.verdict.headline,
    placements: part.verdict.forms,
    must: part.actions
      .filter((action) => action.level === 'must')
      .map((action) => action.id)
      .sort(),
  };
}

function listDifferences(was: Decision | null, now: Decision | null): PartDrift['differs'] {
  if (was === null || now === null) return ['component'];
  return [
    ...(was.headline === now.headline ? [] : (['headline'] as const)),
    ...(was.placements.join() === now.placements.join() ? [] : (['placement'] as const)),
    ...(was.must.join() === now.must.join() ? [] : (['must'] as const)),
  ];
}

function listFactChanges(before: PartAdvice, after: PartAdvice): PartDrift['facts'] {
  const facts = new Set([...Object.keys(after.facts), ...Object.keys(before.facts)]);
  return [...facts].flatMap((fact) => {
    const was = before.facts[fact] ?? null;
    const now = after.facts[fact] ?? null;
    const same = was?.origin === now?.origin && sameValue(was?.value, now?.value);
    return same ? [] : [{ fact, was, now }];
  });
}

function listPlacementChanges(before: PartAdvice, after: PartAdvice): PartDrift['placements'] {
  const state = (part: PartAdvice, id: string) =>
    part.placements.find((placement) => placement.id === id)?.survives ?? null;
  const ids = new Set([...after.placements, ...before.placements].map((placement) => placement.id));
  return [...ids].flatMap((placement) => {
    const was = state(before, placement);
    const now = state(after, placement);
    return was === now ? [] : [{ placement, was, now }];
  });
}
