import { at } from '../at.ts';
import { isSingle, listPositions } from '../decide/bits.ts';
import { decide, type Decision } from '../decide/decide.ts';
import type { Mask } from '../decide/model.ts';
import { proveStatus } from '../reason/prove-status.ts';
import { exceptionFrequencies } from '../words.ts';
import { frequencyOf } from '../rulebook/exception-frequency.ts';
import { describeChange } from './describe-flips.ts';
import type { Placing } from './placing.ts';
import type { LiftEntry } from './result.ts';
import { settleHeadline } from './settle-headline.ts';

/** How many facts are named. */
const mostLifts = 3;

/**
 * Describes the facts of which another value alone would bring another verdict: what nobody said first, then
 * what is presumed and often otherwise, then what was said about the site and its people, and last what is
 * presumed and hardly ever otherwise. What the program itself is stays.
 * @param isWanted whether a verdict will do
 * @param component the part that is placed; undefined for the workload itself
 */
export function describeLifts(
  placing: Placing,
  isWanted: (decision: Pick<Decision, 'headline' | 'strength'>) => boolean,
  component: string | undefined,
): LiftEntry[] {
  const { model, known, waived } = placing;
  const found = model.facts.flatMap((fact, index) => {
    const rank = rankFact(placing, index);
    if (rank === null) return [];
    const others = listPositions(fact.all & ~at(known.state, index)).concat(
      isSingle(at(known.state, index)) ? [] : listPositions(at(known.state, index)),
    );
    const values = others
      .filter((value) => isWanted(decide(model, replace(known.state, index, 1 << value), waived)))
      .filter((value) => isWanted(settle(placing, index, 1 << value)))
      .reduce<Mask>((mask, value) => mask | (1 << value), 0);
    return values === 0 ? [] : [{ rank, fact: index, values }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostLifts)
    .map(({ fact, values }): LiftEntry => {
      const change = describeChange(placing, { fact, values });
      const place = placing.statements.get(change.fact)?.at;
      return {
        ...(component === undefined ? {} : { component }),
        ...change,
        ...(place === undefined ? {} : { at: place }),
      };
    });
}

const ranks = { unsaid: 0, presumed: 1, said: 2, unlikely: 3 } as const;

/** What is most easily said first; null for what the program is, which nobody changes for a gate. */
function rankFact(placing: Placing, fact: number): number | null {
  const { model, rulebook, known, statements } = placing;
  const { id } = at(model.facts, fact);
  const often = frequencyOf(rulebook.facts.find((each) => each.id === id));
  if (known.presumed.has(fact))
    return often === 'rare' ? ranks.unlikely : ranks.presumed + exceptionFrequencies.indexOf(often) / 10;
  if (!isSingle(at(known.state, fact)) || !statements.has(id)) return ranks.unsaid;
  const group = rulebook.groups.find((each) => id.startsWith(`${each.id}.`));
  return group?.['changed-by'] === 'people' && often !== 'rare' ? ranks.said : null;
}

/** The verdict as it would be printed: what nobody said may settle it otherwise than votes alone do. */
function settle({ model, prepared, known, waived }: Placing, fact: number, value: Mask): Decision {
  const state = replace(known.state, fact, value);
  const proof = proveStatus(prepared, state, replace(known.withheld, fact, value));
  return settleHeadline(model, decide(model, state, waived), proof.only);
}

function replace(state: readonly Mask[], fact: number, value: Mask): Mask[] {
  return state.map((mask, index) => (index === fact ? value : mask));
}
