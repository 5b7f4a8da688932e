import { expect, it } from 'vitest';
import { chooseForm } from '../../../src/decide/choose-form.ts';
import { judgeRules } from '../../../src/decide/judge-rules.ts';
import { truth } from '../../../src/decide/judge-condition.ts';
import type { Model, ModelRule, State, Suits } from '../../../src/decide/model.ts';
import { anyOf, toCondition } from '../../../src/decide/nodes.ts';
import { boundFit, fitBits } from '../../../src/reason/engine/bound-fit.ts';
import { boundForms } from '../../../src/reason/engine/bound-forms.ts';
import type { Bound } from '../../../src/reason/engine/bounds.ts';
import { judgeState } from '../../../src/reason/engine/judged-state.ts';
import { prepareModel } from '../../../src/reason/engine/prepared.ts';
import { searchResults } from '../../../src/reason/engine/search-results.ts';
import { howMany } from '../../support/how-many.ts';
import { type Random, seedRandom } from '../../support/random-values.ts';

// Many rules about few facts, nearly all of them about which container: what was found of one state must not
// pass for what another comes to that only looks like it.

const placements = [0, 1, 2].map((index) => ({ id: `p${index}`, kind: 1 as const, level: 0, needs: null }));

function makeModel(random: Random): Model {
  const facts = [0, 1, 2, 3, 4].map((index) => ({
    id: `f${index}`,
    choices: ['no', 'yes'],
    cuts: [],
    all: 3,
    presumed: null,
    anyOf: null,
    askedIf: null,
  }));
  const test = () => ({ is: 'test' as const, fact: random.below(facts.length), mask: 1 + random.below(2) });
  const rules = Array.from({ length: 6 + random.below(8) }, (_, index): ModelRule => {
    const removes = random.chance(0.2) ? 1 << random.below(3) : 0;
    const suited = removes === 0 ? 1 << random.below(3) : 0;
    const suits: Suits = random.chance(0.7) ? [0, suited, 0] : [0, 0, suited];
    return {
      id: `r${index}`,
      concern: 0,
      when: toCondition(random.chance(0.8) ? test() : anyOf([test(), test()])),
      removes,
      favours: null,
      tier: 0,
      byWayOf: 7,
      suits,
      must: null,
      notes: false,
    };
  });
  return { facts, placements, concerns: 1, rules, actions: [], moving: [[], []] };
}

/** What the completions come to, looked at one by one: the placements that are the best in one, and whether one has none. */
function lookAtAll(model: Model): { readonly best: number; readonly none: boolean } {
  const found = { best: 0, none: false };
  for (let number = 0; number < 2 ** model.facts.length; number++) {
    const state: State = model.facts.map((_, fact) => ((number >> fact) & 1) + 1);
    const judgement = judgeRules(model, state);
    const out = model.rules.reduce(
      (mask, { removes }, rule) => (judgement.rules[rule] === truth.true ? mask | removes : mask),
      0,
    );
    const best = chooseForm(model, judgement, 7 & ~out);
    if (best === null) found.none = true;
    else found.best |= 1 << best;
  }
  return found;
}

it('finds all placements that completions come to, and whether one of some is chosen', () => {
  const wrong: string[] = [];
  for (let seed = 0; seed < howMany(1000); seed++) {
    const model = makeModel(seedRandom(seed));
    const prepared = prepareModel(model);
    const judged = judgeState(
      prepared,
      model.facts.map(({ all }) => all),
    );
    const { best, none } = lookAtAll(model);
    const among = 1 + (seed % 7);
    const expected: readonly (readonly [bound: Bound, found: number])[] = [
      [boundForms[1], best],
      [
        boundFit(among),
        ((best & among) !== 0 ? fitBits.fits : 0) |
          ((best & ~among) !== 0 ? fitBits.misses : 0) |
          (none ? fitBits.nothing : 0),
      ],
    ];
    for (const [index, [bound, wanted]] of expected.entries()) {
      const { found, finished } = searchResults(prepared, judged, bound);
      if (!finished || found !== wanted) wrong.push(`seed ${seed}, bound ${index}: ${found}, not ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
});
