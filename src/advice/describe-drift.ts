import type { Drift, FactEntry, PartAdvice, PartDrift } from './result.ts';
import type { Decided } from './system.ts';
import { describeRuleChanges, sameValue } from './describe-rule-changes.ts';

/** What a lock keeps of one thing that was placed: what was decided, what was said, and which rules spoke. */
export interface LockedPart {
  readonly decision: Decision;
  /** The facts that somebody said; undefined in locks that do not keep them. */
  readonly said?: Readonly<Record<string, FactEntry['value']>>;
  /** The rules that gave reasons; undefined as above. */
  readonly rules?: readonly string[];
}

/** What a lock keeps of an advice. */
export interface LockedDecision extends LockedPart {
  readonly components: readonly (LockedPart & { readonly name: string })[];
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
type Before = PartAdvice | LockedPart;

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
  const why =
    before === undefined || after === undefined
      ? unexplained
      : 'decision' in before
        ? explainByLock(before, after, known, rulebookChanged)
        : explainByAdvice(before, after, known, rulebookChanged);
  return [{ component, differs, was, now, ...why }];
}

/** What made a difference. */
type Why = Pick<PartDrift, 'facts' | 'rules' | 'placements'>;

const unexplained: Why = { facts: [], rules: [], placements: [] };

function explainByAdvice(
  before: PartAdvice,
  after: PartAdvice,
  known: ReadonlySet<string>,
  rulebookChanged: boolean,
): Why {
  return {
    facts: sortByWeight(listFactChanges(before, after), before, after),
    rules: describeRuleChanges(before, after, known, rulebookChanged),
    placements: listPlacementChanges(before, after),
  };
}

/** What a lock can tell of the difference: facts that were said otherwise, and rules that spoke or were silent. */
function explainByLock(
  before: LockedPart,
  after: PartAdvice,
  known: ReadonlySet<string>,
  rulebookChanged: boolean,
): Why {
  const { said: then, rules: spoke } = before;
  if (then === undefined || spoke === undefined) return unexplained;
  const now = gatherSaid(after);
  const facts = [...new Set([...Object.keys(now), ...Object.keys(then)])]
    .filter((fact) => !sameValue(then[fact], now[fact]))
    .map((fact): PartDrift['facts'][number] => {
      const was = then[fact];
      return {
        fact,
        was: was === undefined ? { value: 'unknown', origin: 'unknown' } : { value: was, origin: 'stated' },
        now: after.facts[fact] ?? null,
      };
    });
  const speak = listSpeaking(after);
  const byRulebook = rulebookChanged && facts.length === 0;
  const started = speak.filter((rule) => !spoke.includes(rule));
  const ended = spoke.filter((rule) => !speak.includes(rule));
  return {
    facts: sortByWeight(facts, after),
    rules: [
      ...started.map((rule) => ({ rule, change: byRulebook ? 'new-or-changed' : 'fires-now' }) as const),
      ...ended.map(
        (rule) =>
          ({
            rule,
            change: !known.has(rule) ? 'removed' : byRulebook ? 'condition-changed' : 'fires-no-longer',
          }) as const,
      ),
    ],
    placements: [],
  };
}

/** What somebody said of a part, by fact. */
export function gatherSaid({ facts }: PartAdvice): Record<string, FactEntry['value']> {
  const said = Object.entries(facts).filter(
    ([, { origin }]) => origin !== 'presumed' && origin !== 'unknown',
  );
  return Object.fromEntries(said.map(([fact, { value }]) => [fact, value]));
}

/** The rules that give reasons, each once, in the order of their names. */
export function listSpeaking({ reasons }: PartAdvice): string[] {
  const all = [...reasons.for, ...reasons.against, ...reasons.rulingOut, ...reasons.form];
  return [...new Set(all.map(({ rule }) => rule))].sort();
}

/** Changed facts, those first that a reason rests on, or did. */
function sortByWeight(facts: PartDrift['facts'], ...parts: readonly PartAdvice[]): PartDrift['facts'] {
  const resting = parts.flatMap(({ reasons, actions }) => [
    ...reasons.for,
    ...reasons.against,
    ...reasons.rulingOut,
    ...reasons.form,
    ...actions,
  ]);
  const weighty = new Set(resting.flatMap((each) => each.facts.map(({ fact }) => fact)));
  const rank = ({ fact }: PartDrift['facts'][number]) => (weighty.has(fact) ? 0 : 1);
  return facts.toSorted((a, b) => rank(a) - rank(b));
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
