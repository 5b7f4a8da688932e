import { rulingsConcern } from './apply-rulings.ts';
import type { Evidence, FactEntry, PartAdvice, PartDrift, Reason } from './result.ts';

type RuleChange = PartDrift['rules'][number]['change'];

/** A rule that fired, as far as an advice tells. */
interface Fired {
  /** What it says, by the lists of reasons it stands in; empty where the advice does not say. */
  readonly effects: ReadonlyMap<string, string>;
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
export function describeRuleChanges(
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
    const change = rule.startsWith(`${rulingsConcern}.`)
      ? compareRuling(was, is)
      : was === undefined
        ? explainStart(rule, is, before, rulebookChanged)
        : is === undefined
          ? explainEnd(rule, was, after, known, rulebookChanged)
          : compareEffects(was, is, rulebookChanged);
    return change === undefined ? [] : [{ rule, change }];
  });
}

/** A ruling stands in the workload, so no rulebook made it come or go. */
function compareRuling(was: Fired | undefined, is: Fired | undefined): RuleChange | undefined {
  if (was === undefined) return 'ruled';
  return is === undefined ? 'ruled-no-longer' : compareEffects(was, is, false);
}

function listFired(part: PartAdvice): Map<string, Fired> {
  const { for: speaking, against, rulingOut, form } = part.reasons;
  const fired = new Map<string, Fired>([
    ...part.notes.map(({ rule }) => [rule, { effects: new Map() }] as const),
    ...part.consider.map(({ rule, facts }) => [rule, { effects: new Map(), facts }] as const),
    ...part.actions.flatMap(({ rule, facts }) =>
      rule === null ? [] : [[rule, { effects: new Map(), facts }] as const],
    ),
  ]);
  const add = (list: string, reason: Reason) => {
    const { rule, favours, strength, removes, suits, facts } = reason;
    const effects = new Map(fired.get(rule)?.effects).set(
      list,
      [favours, strength, removes, suits].join('|'),
    );
    fired.set(rule, { effects, facts });
  };
  for (const reason of [...speaking, ...against]) add('votes', reason);
  for (const reason of rulingOut) add('rulingOut', reason);
  for (const reason of form) add('form', reason);
  return fired;
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

/** What a rule says only changes with the rulebook; which of it an advice tells hangs on the verdict. */
function compareEffects(was: Fired, is: Fired, rulebookChanged: boolean): RuleChange | undefined {
  if (!rulebookChanged || was.effects.size === 0 || is.effects.size === 0) return undefined;
  const shared = [...was.effects.keys()].filter((list) => is.effects.has(list));
  const same = shared.length > 0 && shared.every((list) => was.effects.get(list) === is.effects.get(list));
  return same ? undefined : 'effect-changed';
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
