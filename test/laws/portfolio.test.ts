import { describe, expect, it } from 'vitest';
import { keepPrepared } from '../../src/advice/keep-prepared.ts';
import { at } from '../../src/at.ts';
import { isSeveral, listBits, positionOf } from '../../src/decide/bits.ts';
import { decide } from '../../src/decide/decide.ts';
import type { State } from '../../src/decide/model.ts';
import { decidePlacing } from '../../src/advice/placing.ts';
import { countChanges } from '../../src/portfolio/count-changes.ts';
import { countHolders } from '../../src/portfolio/count-holders.ts';
import { countQuestions } from '../../src/portfolio/count-questions.ts';
import type { FleetSort } from '../../src/portfolio/fleet-sort.ts';
import { prepareModel } from '../../src/reason/engine/prepared.ts';
import { reachHeadlines } from '../../src/reason/prove-status.ts';
import { howMany } from '../support/how-many.ts';
import { loadRules } from '../support/load-rules.ts';
import { loadSmallRulebook } from '../support/load-small-rulebook.ts';
import { seedRandom } from '../support/random-values.ts';
import { makeStatements } from '../support/random-workload.ts';

// Every number of a portfolio is the sum of what deciding says of each workload by itself.

describe.each([
  { name: 'the default rulebook', ready: loadRules(), many: 40 },
  { name: 'a small one', ready: loadSmallRulebook(), many: 150 },
])('a portfolio counts what deciding says one by one, by $name', ({ ready, many }) => {
  const { model } = ready;
  const random = seedRandom(20261201);
  const prepared = prepareModel(model);
  const prepare = keepPrepared();
  const sorts = Array.from({ length: howMany(many) }, (): FleetSort => {
    const statements = makeStatements(ready, random);
    const { decision, proof, known } = decidePlacing(ready, statements, new Set(), prepare);
    const { headline, strength } = decision;
    return { known, workloads: 1 + random.below(9), headline, strength, status: proof.status };
  });
  const headlineOf = (state: State, waived?: ReadonlySet<number>) => decide(model, state, waived).headline;
  const otherwise = (state: State, fact: number, value: number): State => state.with(fact, value);

  it('what one change would move', () => {
    const counter = countChanges(prepared);
    for (const sort of sorts) counter.add(sort);
    const changes = counter.list();
    expect(changes).not.toHaveLength(0);
    for (const { fact, values, to } of changes)
      for (const value of listBits(values)) {
        const moved = { vm: 0, container: 0, either: 0, none: 0 };
        for (const { known, workloads } of sorts) {
          const headline = headlineOf(otherwise(known.state, fact, value));
          const now = at(known.state, fact);
          // What is one of a few stated values already is no change.
          const changes = now === at(model.facts, fact).all || (now & value) === 0;
          if (changes && headline !== headlineOf(known.state)) moved[headline] += workloads;
        }
        expect({ fact, value: positionOf(value), ...moved }).toEqual({
          fact,
          value: positionOf(value),
          ...to,
        });
      }
  });

  it('which rules hold workloads where they are', () => {
    const counter = countHolders(prepared);
    for (const sort of sorts) counter.add(sort);
    for (const kind of [0, 1] as const) {
      const held = sorts.filter(
        ({ known }) => headlineOf(known.state) === (['vm', 'container'] as const)[kind],
      );
      const found = new Map(counter.list(kind).map(({ rule, holds }) => [rule, holds]));
      const expected = model.rules.map((_, rule) =>
        held
          .filter(({ known }) => headlineOf(known.state, new Set([rule])) !== headlineOf(known.state))
          .reduce((sum, { workloads }) => sum + workloads, 0),
      );
      expect(model.rules.map((_, rule) => found.get(rule) ?? 0)).toEqual(expected);
    }
  });

  it('what an answer would settle', () => {
    const open = sorts.filter(({ status }) => status === 'open').slice(0, howMany(25));
    expect(open).not.toHaveLength(0);
    const found = new Map(countQuestions(prepared, open).map((question) => [question.fact, question]));
    for (const [fact] of model.facts.entries()) {
      let [settles, settlesAlways] = [0, 0];
      for (const { known, workloads } of open) {
        const answers = listBits(at(known.state, fact));
        if (answers.length < 2) continue;
        const settling = answers.filter(
          (value) => !isSeveral(reachHeadlines(prepared, otherwise(known.state, fact, value)).headlines),
        );
        settles += (workloads * settling.length) / answers.length;
        if (settling.length === answers.length) settlesAlways += workloads;
      }
      expect(found.get(fact)?.settles ?? 0).toBeCloseTo(settles);
      expect(found.get(fact)?.settlesAlways ?? 0).toBe(settlesAlways);
    }
  });
});
