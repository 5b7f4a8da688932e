import type { RulebookChange } from '../../prove/diff/compare-rulebooks.ts';
import type { DisabledRule, Mark, Rulebook } from '../../rulebook/rulebook.ts';

/** A rule that is there under one of two rulebooks, and disabled by a layer of the other. */
export interface Disabling {
  /** The rulebook that disables it. */
  readonly by: string;
  readonly because: string;
  /** Whether the second of the two disables it, or the first did. */
  readonly now: boolean;
}

/** Whether a rule that came or went was disabled, not deleted; null for everything else. */
export function findDisabling(
  before: Rulebook,
  after: Rulebook,
  { sort, id, change }: RulebookChange,
): Disabling | null {
  if (sort !== 'rule' || change === 'changed') return null;
  const now = change === 'removed';
  const found = listDisabled(now ? after : before).find(({ rule }) => rule === id);
  return found === undefined ? null : { by: found.by, because: found.because, now };
}

function listDisabled({ layers }: Rulebook): (DisabledRule & { readonly by: string })[] {
  return layers.flatMap(({ name, differs }) =>
    (differs?.disables ?? []).map((disabled) => ({ ...disabled, by: name })),
  );
}

/** Who changed an entry under one of the two rulebooks only, and why, a sentence each. */
export function describeReasons(before: Rulebook, after: Rulebook, change: RulebookChange): string[] {
  if (change.change !== 'changed') return [];
  const [old, now] = [listMarks(before, change), listMarks(after, change)];
  return [
    ...without(now, old).map((mark) => `changed by ${mark.rulebook}: ${mark.because ?? ''}`),
    ...without(old, now).map((mark) => `no longer changed by ${mark.rulebook}: ${mark.because ?? ''}`),
  ];
}

/** The marks of an entry with a reason of their own; that of a threshold stands in the threshold. */
function listMarks(rulebook: Rulebook, { sort, id }: RulebookChange): Mark[] {
  const lists = { rule: rulebook.rules, fact: rulebook.facts, placement: rulebook.placements };
  if (!(sort in lists)) return [];
  const list: readonly { readonly id: string; readonly marks?: readonly Mark[] }[] =
    lists[sort as keyof typeof lists];
  const marks = list.find((entry) => entry.id === id)?.marks ?? [];
  return marks.filter(({ did, what }) => did === 'changed' && what?.[0]?.startsWith('$') !== true);
}

function without(some: readonly Mark[], others: readonly Mark[]): Mark[] {
  const same = (one: Mark, other: Mark) => one.rulebook === other.rulebook && one.because === other.because;
  return some.filter((mark) => !others.some((other) => same(mark, other)));
}
