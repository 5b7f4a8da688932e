import { listBits } from '../../../src/decide/bits.ts';
import { describe, expect, it } from 'vitest';
import { prepareInterviewer, planStep, type Interviewer } from '../../../src/ask/plan-interview.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import { truth } from '../../../src/decide/judge-condition.ts';
import { decide } from '../../../src/decide/decide.ts';
import type { Mask } from '../../../src/decide/model.ts';
import { judgeRelevance } from '../../../src/reason/judge-relevance.ts';
import { proveStatus } from '../../../src/reason/prove-status.ts';
import { judgeState } from '../../../src/reason/engine/judged-state.ts';
import { loadRules } from '../../support/load-rules.ts';
import { makeTrial } from '../reason/make-trial.ts';
import { seedRandom } from '../../support/random-values.ts';
import { listGolden, drawTruth } from './plan-truths.ts';
import { median, replayInterview } from './plan-replay.ts';
import { howMany } from '../../support/how-many.ts';

const ready = loadRules();
const interviewer = prepareInterviewer(ready);

describe('the golden workloads replayed as interviews', () => {
  const random = seedRandom(3);
  const replays = listGolden(ready).map(({ name, given }) => {
    const said = drawTruth(ready, given, random);
    return { name, said, replay: replayInterview(interviewer, said) };
  });

  it('end with the headline and placement of the whole truth, and firm', () => {
    expect(replays.length).toBeGreaterThan(100);
    for (const { name, said, replay } of replays) {
      const whole = decide(ready.model, buildState(ready.model, said).state);
      const known = buildState(ready.model, replay.statements);
      const asked = decide(ready.model, known.state);
      expect([asked.headline, asked.forms], name).toEqual([whole.headline, whole.forms]);
      expect(proveStatus(interviewer.prepared, known.state, known.withheld).status, name).toBe('firm');
    }
  });

  it('ask nothing that could not change the outcome', () => {
    for (const { name, replay } of replays)
      for (const { fact, held } of replay.questions)
        expect(judgeRelevance(interviewer.prepared, judgeState(interviewer.prepared, held), fact), name).toBe(
          true,
        );
  });

  it('are short', () => {
    const prompts = replays.map(({ replay }) => replay.prompts);
    expect(median(prompts)).toBeLessThanOrEqual(9);
    expect(Math.max(...prompts)).toBeLessThanOrEqual(20);
  });
});

describe('over generated small rulebooks', () => {
  it('an interview asks only what is relevant, and ends with the outcome of the whole truth', () => {
    let questions = 0;
    for (let seed = 0; seed < howMany(2000); seed++) {
      const { name, model, oracle, prepared } = makeTrial(seed);
      const random = seedRandom(seed);
      const small: Interviewer = {
        ...ready,
        model,
        prepared,
        openly: new Set(model.facts.flatMap((_, fact) => (random.chance(0.2) ? [fact] : []))),
        makesSense: () => truth.true,
      };
      const whole = model.facts.map(({ all }): Mask => random.pick(listBits(all)));
      const said = new Map(
        model.facts.map((fact, index) => {
          const value = fact.choices[31 - Math.clz32(whole[index] ?? 1)] ?? '';
          return [fact.id, { fact: fact.id, origin: 'asked' as const, values: [value] }];
        }),
      );
      const replay = replayInterview(small, said);
      for (const { fact, held } of replay.questions) {
        expect(oracle.judgeRelevance(held, fact), `${name}, fact ${fact}`).toBe(true);
        questions++;
      }
      const { withheld } = buildState(model, replay.statements);
      expect([...oracle.outcomes(withheld)], name).toEqual([oracle.outcomeOf(whole)]);
    }
    expect(questions).toBeGreaterThan(howMany(2000));
  });
});

describe('an interview in which nothing is known', () => {
  it('ends, by nothing but questions and lists that are still open', () => {
    const skipped = new Set<string>();
    for (;;) {
      const step = planStep(interviewer, { statements: new Map(), skipped });
      if (step.ask === 'nothing') break;
      const asked = step.ask === 'question' ? [step.fact] : step.facts;
      expect(asked.length).toBeGreaterThan(0);
      for (const fact of asked) {
        expect(skipped.has(fact)).toBe(false);
        skipped.add(fact);
      }
    }
    expect(skipped.size).toBeLessThanOrEqual(ready.model.facts.length);
  });
});
