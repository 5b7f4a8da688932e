import { isSingle, listBits } from '../decide/evaluate-condition.ts';
import type { Mask, ModelFact } from '../decide/model.ts';
import { findPairFlips, findSingleFlips, type Flip } from '../reason/find-flips.ts';
import { judgeState } from '../reason/engine/judged-state.ts';
import type { FlipEntry, PartAdvice } from './result.ts';
import { type Case, describeFact } from './placing.ts';

/** How many pairs are shown where no single fact changes anything. */
const mostPairs = 3;
const usefulOrder = ['unanswered', 'presumed', 'people', 'program'] as const;

/**
 * What would change the headline: single facts, or pairs where no single one does; flips to `none`
 * apart.
 */
export function describeFlips(item: Case): Pick<PartAdvice, 'hinges' | 'flips' | 'impossible'> {
  const { terrain } = item;
  const point = judgeState(terrain, item.known.state);
  const facts = item.model.facts.map((_, index) => index);
  const singles = findSingleFlips(terrain, facts, point);
  const unsaid = facts.filter((fact) => !item.statements.has(item.model.facts[fact]?.id ?? ''));
  const pairs = singles.some((flip) => flip.headline !== 'none')
    ? []
    : findPairFlips(terrain, unsaid, point, mostPairs);
  const entries = [...singles, ...pairs]
    .map((flip) => describeFlip(item, flip))
    .sort((a, b) => usefulOrder.indexOf(a.by) - usefulOrder.indexOf(b.by));
  const flips = entries.filter((flip) => flip.headline !== 'none');
  return {
    hinges: flips.filter((flip) => flip.by === 'unanswered' || flip.by === 'presumed'),
    flips,
    impossible: entries.filter((flip) => flip.headline === 'none'),
  };
}

function describeFlip(item: Case, flip: Flip): FlipEntry {
  const changes = flip.changes.map(({ fact, values }) => {
    const { value, origin } = describeFact(item, fact);
    const compiled = item.model.facts[fact];
    return {
      fact: compiled?.id ?? '',
      values: compiled === undefined ? [] : nameValues(compiled, values, item.rulebook.facts[fact]?.unit),
      now: value,
      origin,
    };
  });
  const ranks = flip.changes.map(({ fact }) => usefulOrder.indexOf(classify(item, fact)));
  return { changes, headline: flip.headline, by: usefulOrder[Math.max(...ranks)] ?? 'program' };
}

function classify(item: Case, fact: number): FlipEntry['by'] {
  const { origin, value } = describeFact(item, fact);
  if (origin === 'presumed') return 'presumed';
  if (value === 'unknown' || !isSingle(item.known.state[fact] ?? 0)) return 'unanswered';
  const id = item.model.facts[fact]?.id ?? '';
  const group = item.rulebook.groups.find((each) => id.startsWith(`${each.id}.`));
  return group?.['changed-by'] ?? 'program';
}

/**
 * Values as a person writes them: choices by name, the intervals of a number in words, neighbouring
 * ones joined.
 * @param mask a set of values of the fact
 * @param unit the unit of a number, if it has one
 */
function nameValues(fact: ModelFact, mask: Mask, unit?: string): string[] {
  if (fact.choices.length > 0) return fact.choices.filter((_, index) => (mask & (1 << index)) !== 0);
  const positions = listBits(mask).map((bit) => 31 - Math.clz32(bit));
  const runs: [from: number, to: number][] = [];
  for (const position of positions) {
    const last = runs[runs.length - 1];
    if (last?.[1] === position - 1) last[1] = position;
    else runs.push([position, position]);
  }
  return runs.map(([from, to]) => nameRange(fact, from, to, unit === undefined ? '' : ` ${unit}`));
}

function nameRange(fact: ModelFact, from: number, to: number, unit: string): string {
  const low = fact.cuts[from - 1];
  const high = fact.cuts[to];
  const lower =
    low === undefined
      ? ''
      : low.side === 'before'
        ? `${low.at}${unit} or more`
        : `more than ${low.at}${unit}`;
  const upper =
    high === undefined
      ? ''
      : high.side === 'before'
        ? `less than ${high.at}${unit}`
        : `${high.at}${unit} or less`;
  return [lower, upper].filter((bound) => bound !== '').join(', ') || 'anything';
}
