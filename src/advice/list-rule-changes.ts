import type { Evidence, FactEntry, PartAdvice, PartDrift, Reason } from './result.ts';

type RuleChange = PartDrift['rules'][number]['change'];

/** A rule that fired, as far as an advice tells. */
interface Fired {
  readonly reason?: Reason;
  /** The facts that made it fire; undefined where the advice does not say. */
  readonly facts?: readonly Evidence[];
}

/**
 * What became of the rules between a recorded advice and one of today. An advice holds the rules that
 * fired and all facts, which is enough to tell a change of the rulebook from a change of facts: where
 * nothing that a rule rests on changed and it still behaves differently, the rule itself did.
 * @param known the ids of the rules there are now
 * @param rulebookChanged whether the advice of then was judged by another rulebook
 */
export function listRuleChanges(
  before: PartAdvice,
  after: PartAdvice,
  known: ReadonlySet<string>,
  rulebookChanged: boolean,
): PartDrift['rules'] {
  const then = listFired(before);
  const now = listFired(after);
  const ids = [...new Set([...then.keys(), ...now.keys()])].sort();
  return ids.flatMap((rule) => {
    const was = then.get(rule);
    const is = now.get(rule);
    const change =
      was === undefined
        ? explainStart(rule, is, before, rulebookChanged)
        : is === undefined
          ? explainEnd(rule, was, after, known, rulebookChanged)
          : compareEffects(was.reason, is.reason);
    return change === undefined ? [] : [{ rule, change }];
  });
}

function listFired(part: PartAdvice): Map<string, Fired> {
  const { for: speaking, against, rulingOut, form } = part.reasons;
  return new Map<string, Fired>([
    ...part.notes.map(({ rule }) => [rule, {}] as const),
    ...part.actions.flatMap(({ rule, facts }) => (rule === null ? [] : [[rule, { facts }] as const])),
    ...[...speaking, ...against, ...rulingOut, ...form].map(
      (reason) => [reason.rule, { reason, facts: reason.facts }] as const,
    ),
  ]);
}

function explainStart(
  rule: string,
  is: Fired | undefined,
  before: PartAdvice,
  rulebookChanged: boolean,
): RuleChange {
  if (isWaived(rule, before)) return 'waived-no-longer';
  return rulebookChanged && restsOnTheSame(is, before) ? 'new-or-changed' : 'fires-now';
}

function explainEnd(
  rule: string,
  was: Fired,
  after: PartAdvice,
  known: ReadonlySet<string>,
  rulebookChanged: boolean,
): RuleChange {
  if (!known.has(rule)) return 'removed';
  if (isWaived(rule, after)) return 'waived';
  return rulebookChanged && restsOnTheSame(was, after) ? 'condition-changed' : 'fires-no-longer';
}

function compareEffects(was: Reason | undefined, is: Reason | undefined): RuleChange | undefined {
  if (was === undefined || is === undefined) return undefined;
  const effects = ({ favours, strength, removes, suits }: Reason) =>
    [favours, strength, removes, suits].join('|');
  return effects(was) === effects(is) ? undefined : 'effect-changed';
}

function isWaived(rule: string, part: PartAdvice): boolean {
  return part.waivers.some((waiver) => waiver.rule === rule && waiver.counts);
}

/** Whether every fact that a rule fired on had, or has, the same value in the other advice. */
function restsOnTheSame(fired: Fired | undefined, other: PartAdvice): boolean {
  const facts = fired?.facts ?? [];
  return facts.length > 0 && facts.every(({ fact, value }) => sameValue(other.facts[fact]?.value, value));
}

/** Whether two values of a fact are the same: names, numbers, bounds, or lists of them. */
export function sameValue(one?: FactEntry['value'], other?: FactEntry['value']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
