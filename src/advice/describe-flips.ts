import { isSingle, listPositions } from '../decide/bits.ts';
import { judgeCondition, truth } from '../decide/judge-condition.ts';
import { frequencyOf } from '../rulebook/exception-frequency.ts';
import { exceptionFrequencies } from '../words.ts';
import type { Mask, ModelFact } from '../decide/model.ts';
import { listPairFlips, listSingleFlips, type Flip } from '../reason/list-flips.ts';
import type { FlipEntry, PartAdvice } from './result.ts';
import { at } from '../at.ts';
import { describeFact } from './describe-facts.ts';
import type { Placing } from './placing.ts';

/** How many pairs are shown where no single fact changes anything. */
const mostPairs = 3;
const usefulOrder = ['unanswered', 'presumed', 'people', 'program'] as const;

/**
 * What would change the headline: single facts, or pairs where no single one does; flips to `none`
 * apart. What nobody said comes first, then what is presumed: what comes up only because of what is so
 * here, then what is wrong most often, and last what hardly ever is.
 */
export function describeFlips(placing: Placing): Pick<PartAdvice, 'hinges' | 'flips' | 'impossible'> {
  const { prepared } = placing;
  const point = placing.known.state;
  const facts = placing.model.facts.map((_, index) => index);
  const singles = listSingleFlips(prepared, facts, point);
  const unsaid = facts.filter((fact) => !placing.statements.has(at(placing.model.facts, fact).id));
  const pairs = singles.some((flip) => flip.headline !== 'none')
    ? []
    : listPairFlips(prepared, unsaid, point, mostPairs);
  const entries = [...singles, ...pairs]
    .map((flip) => ({ entry: describeFlip(placing, flip), rank: rankFlip(placing, flip) }))
    .sort((a, b) => usefulOrder.indexOf(a.entry.by) - usefulOrder.indexOf(b.entry.by) || a.rank - b.rank)
    .map(({ entry }) => entry);
  const flips = entries.filter((flip) => flip.headline !== 'none');
  return {
    hinges: flips.filter((flip) => flip.by === 'unanswered' || flip.by === 'presumed'),
    flips,
    impossible: entries.filter((flip) => flip.headline === 'none'),
  };
}

/** The lower, the more it is about this workload, and the more likely. */
function rankFlip({ model, rulebook, known }: Placing, { changes }: Flip): number {
  return Math.max(
    ...changes.map(({ fact }) => {
      const frequency = frequencyOf(rulebook.facts[fact]);
      const { askedIf } = at(model.facts, fact);
      const isOwn =
        frequency !== 'rare' && askedIf !== null && judgeCondition(askedIf, known.state) === truth.true;
      return exceptionFrequencies.indexOf(frequency) - (isOwn ? exceptionFrequencies.length : 0);
    }),
  );
}

function describeFlip(placing: Placing, flip: Flip): FlipEntry {
  const changes = flip.changes.map((change) => describeChange(placing, change));
  const ranks = flip.changes.map((change) => usefulOrder.indexOf(classify(placing, change)));
  return { changes, headline: flip.headline, by: at(usefulOrder, Math.max(...ranks)) };
}

/** A change of one fact, in the words of the rulebook. */
export function describeChange(
  placing: Placing,
  { fact, values }: Flip['changes'][number],
): FlipEntry['changes'][number] {
  const { value, origin } = describeFact(placing, fact);
  const { id, unit } = at(placing.rulebook.facts, fact);
  return {
    fact: id,
    values: listValueNames(at(placing.model.facts, fact), values, unit),
    now: value,
    origin,
  };
}

/** Who would have to be wrong, or to answer: beyond what was said for certain, the workload itself. */
function classify(placing: Placing, { fact, values }: Flip['changes'][number]): FlipEntry['by'] {
  const { origin } = describeFact(placing, fact);
  const certain = at(placing.known.withheld, fact);
  if ((values & certain) !== 0) {
    if (origin === 'presumed' || origin === 'suggested') return 'presumed';
    if (!isSingle(certain)) return 'unanswered';
  }
  const { id } = at(placing.model.facts, fact);
  const group = placing.rulebook.groups.find((each) => id.startsWith(`${each.id}.`));
  return group?.['changed-by'] ?? 'program';
}

/**
 * Values as a person writes them: choices by name, the intervals of a number in words, neighbouring
 * ones joined.
 * @param mask a set of values of the fact
 * @param unit the unit of a number, if it has one
 */
export function listValueNames(fact: ModelFact, mask: Mask, unit?: string): string[] {
  if (fact.choices.length > 0) return listPositions(mask).map((index) => at(fact.choices, index));
  const runs: [from: number, to: number][] = [];
  for (const position of listPositions(mask)) {
    const last = runs[runs.length - 1];
    if (last?.[1] === position - 1) last[1] = position;
    else runs.push([position, position]);
  }
  return runs.map(([from, to]) => wordRange(fact, from, to, unit === undefined ? '' : ` ${unit}`));
}

function wordRange(fact: ModelFact, from: number, to: number, unit: string): string {
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
