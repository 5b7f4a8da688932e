import { describe, expect, it } from 'vitest';
import { keepPrepared } from '../../src/advice/keep-prepared.ts';
import { decidePlacing } from '../../src/advice/placing.ts';
import { at } from '../../src/at.ts';
import { isSeveral, listBits, positionOf } from '../../src/decide/bits.ts';
import { decide } from '../../src/decide/decide.ts';
import type { State } from '../../src/decide/model.ts';
import { countChanges } from '../../src/portfolio/count-changes.ts';
import { countHolders } from '../../src/portfolio/count-holders.ts';
import { countQuestions } from '../../src/portfolio/count-questions.ts';
import { type FleetSort, joinPoints, surroundSorts } from '../../src/portfolio/fleet-sort.ts';
import { prepareModel } from '../../src/reason/engine/prepared.ts';
import { reachHeadlines } from '../../src/reason/prove-status.ts';
import type { Headline } from '../../src/words.ts';
import { howMany } from '../support/how-many.ts';
import { loadRules } from '../support/load-rules.ts';
import { loadSmallRulebook } from '../support/load-small-rulebook.ts';
import { seedRandom } from '../support/random-values.ts';
import { makeStatements } from '../support/random-workload.ts';

// Every number of an overview is the sum of what deciding says of each workload by itself.

describe.each([
  { name: 'the default rulebook', ready: loadRules(), many: 40 },
  { name: 'a small one', ready: loadSmallRulebook(), many: 150 },
])('an overview counts what deciding says one by one, by $name', ({ ready, many }) => {
  const { model } = ready;
  const random = seedRandom(20261201);
  const prepare = keepPrepared();
  const prepared = prepareModel(model);
  // Of five sorts one is a system of several parts.
  const sorts = Array.from({ length: howMany(many) }, (): FleetSort => {
    const placings = Array.from({ length: random.chance(0.2) ? 3 : 1 }, () =>
      decidePlacing(ready, makeStatements(ready, random), new Set(), prepare),
    );
    const status = placings.some(({ proof }) => proof.status === 'open') ? 'open' : 'presumed';
    return {
      parts: placings.map(({ known }) => ({ known, prepared })),
      workloads: 1 + random.below(9),
      headline: joinPoints(placings.map(({ decision }) => decision.headline)),
      strength: at(placings, 0).decision.strength,
      status,
    };
  });
  const statesOf = ({ parts }: FleetSort) => parts.map(({ known }) => known.state);
  const headlineOf = (states: readonly State[], waived?: ReadonlySet<number>): Headline =>
    joinPoints(states.map((state) => decide(model, state, waived).headline));

  it('what one change would move', () => {
    const counter = countChanges(model.facts);
    const surround = surroundSorts();
    for (const sort of sorts) counter.add(surround(sort));
    const found = new Map(
      counter
        .list()
        .flatMap(({ fact, values, to }) =>
          listBits(values).map((value) => [`${fact} ${positionOf(value)}`, to]),
        ),
    );
    expect(found.size).not.toBe(0);
    for (const [fact, { all }] of model.facts.entries())
      for (const value of listBits(all)) {
        const moved = { vm: 0, container: 0, either: 0, none: 0, split: 0 };
        for (const sort of sorts) {
          // What is one of a few stated values already is no change.
          const changed = statesOf(sort).map((state) => {
            const now = at(state, fact);
            return now === all || (now & value) === 0 ? state.with(fact, value) : state;
          });
          const headline = headlineOf(changed);
          if (headline !== headlineOf(statesOf(sort))) moved[headline] += sort.workloads;
        }
        const none = Object.values(moved).every((workloads) => workloads === 0);
        expect(found.get(`${fact} ${positionOf(value)}`)).toEqual(none ? undefined : moved);
      }
  });

  it('which rules hold workloads where they are', () => {
    const counter = countHolders(model);
    const surround = surroundSorts();
    for (const sort of sorts) counter.add(surround(sort));
    for (const kind of [0, 1] as const) {
      const held = sorts.filter(
        (sort) => headlineOf(statesOf(sort)) === (['vm', 'container'] as const)[kind],
      );
      const found = new Map(counter.list(kind).map(({ rule, holds }) => [rule, holds]));
      const expected = model.rules.map((_, rule) =>
        held
          .filter((sort) => headlineOf(statesOf(sort), new Set([rule])) !== headlineOf(statesOf(sort)))
          .reduce((sum, { workloads }) => sum + workloads, 0),
      );
      expect(model.rules.map((_, rule) => found.get(rule) ?? 0)).toEqual(expected);
    }
  });

  it('what an answer would settle', () => {
    const open = sorts.filter(({ status }) => status === 'open').slice(0, howMany(25));
    expect(open.some(({ parts }) => parts.length > 1)).toBe(true);
    const found = new Map(
      countQuestions(model.facts.length, open).map((question) => [question.fact, question]),
    );
    for (const [fact] of model.facts.entries()) {
      let [settles, settlesAlways] = [0, 0];
      for (const sort of open) {
        const states = statesOf(sort);
        const possible = states.map((state) => at(state, fact)).filter(isSeveral);
        const answers = listBits(possible.reduce((all, mask) => all | mask, 0));
        if (answers.length === 0) continue;
        const settling = answers.filter((value) =>
          states.every((state) => {
            const now = at(state, fact);
            const said = isSeveral(now) && (now & value) !== 0 ? state.with(fact, value) : state;
            return !isSeveral(reachHeadlines(prepared, said).headlines);
          }),
        );
        settles += (sort.workloads * settling.length) / answers.length;
        if (settling.length === answers.length) settlesAlways += sort.workloads;
      }
      expect(found.get(fact)?.settles ?? 0).toBeCloseTo(settles);
      expect(found.get(fact)?.settlesAlways ?? 0).toBe(settlesAlways);
    }
  });
});
