import { listBits } from '../../../src/decide/bits.ts';
import { describe, expect, it } from 'vitest';
import { prepareInterviewer, type Interviewer } from '../../../src/ask/interviewer.ts';
import { beginProgress, planStep } from '../../../src/ask/plan-interview.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import { truth } from '../../../src/decide/judge-condition.ts';
import { decide } from '../../../src/decide/decide.ts';
import type { Mask } from '../../../src/decide/model.ts';
import { proveConclusion } from '../../../src/reason/prove-conclusion.ts';
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

  it('end with the headline and placement of the whole truth, and nothing open', () => {
    expect(replays.length).toBeGreaterThan(100);
    for (const { name, said, replay } of replays) {
      const whole = decide(ready.model, buildState(ready.model, said).state);
      const known = buildState(ready.model, replay.statements);
      const asked = decide(ready.model, known.state);
      expect([asked.headline, asked.forms], name).toEqual([whole.headline, whole.forms]);
      expect(proveStatus(interviewer.prepared, known.state, known.withheld).status, name).not.toBe('open');
    }
  });

  it('ask nothing that could not change the outcome', () => {
    // What is always asked has a bearing on reasons and actions: a rule or an action reads it.
    for (const fact of interviewer.always) expect(interviewer.bearing.has(fact)).toBe(true);
    for (const { name, replay } of replays)
      for (const { fact, held } of replay.questions)
        if (!interviewer.always.has(fact))
          expect(hasBearing(held, fact), `${name}, ${ready.model.facts[fact]?.id ?? ''}`).toBe(true);
  });

  it('are short', () => {
    const prompts = replays.map(({ replay }) => replay.prompts);
    expect(median(prompts)).toBeLessThanOrEqual(6);
    expect(Math.max(...prompts)).toBeLessThanOrEqual(16);
  });

  it('talk about one topic after the other', () => {
    const { facts, topics } = ready.rulebook;
    const place = (fact: number) => topics.findIndex(({ id }) => id === facts[fact]?.topic);
    for (const { name, replay } of replays) {
      const first = replay.questions.map(({ fact }) => place(fact)).filter((each) => each >= 0);
      // What an exception makes relevant is asked behind it, in the same order once more.
      const steps = first.filter((each, index) => each < (first[index - 1] ?? 0));
      expect(steps.length, name).toBeLessThanOrEqual(2);
    }
  });
});

/** Whether an answer can change headline or placement: of all completions, or where they agree, of what is decided now. */
function hasBearing(held: readonly Mask[], fact: number): boolean {
  const judged = judgeState(interviewer.prepared, held);
  if (proveConclusion(interviewer.prepared, judged).found !== 'one')
    return judgeRelevance(interviewer.prepared, judged, fact) === true;
  const forms = (state: readonly Mask[]) => decide(ready.model, state).forms.join();
  return listBits(ready.model.facts[fact]?.all ?? 0).some(
    (value) => forms(held.map((mask, index) => (index === fact ? value : mask))) !== forms(held),
  );
}

describe('over generated small rulebooks', () => {
  it('an interview asks only what is relevant, and ends with the outcome of the whole truth', () => {
    let questions = 0;
    for (let seed = 0; seed < howMany(2000); seed++) {
      const { name, model, oracle, prepared } = makeTrial(seed);
      const random = seedRandom(seed);
      const small: Interviewer = {
        rulebook: { ...ready.rulebook, topics: [] },
        model,
        prepared,
        rank: model.facts.map((_, fact) => fact),
        always: new Set(),
        bearing: new Set(model.facts.keys()),
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
        // Where all completions agree, only what is decided without the answer is not there yet.
        const agreed = oracle.outcomes(held).size === 1;
        expect(agreed || oracle.judgeRelevance(held, fact), `${name}, fact ${fact}`).toBe(true);
        questions++;
      }
      const { state } = buildState(model, replay.statements);
      expect([...oracle.outcomes(state)], name).toEqual([oracle.outcomeOf(whole)]);
    }
    expect(questions).toBeGreaterThan(howMany(2000));
  });
});

describe('an interview in which nothing is known', () => {
  it('ends, by nothing but questions and lists that are still open', () => {
    const skipped = new Set<string>();
    let listed = false;
    for (;;) {
      const step = planStep(interviewer, { ...beginProgress(new Map()), skipped, listed });
      if (step.ask === 'nothing') break;
      expect(step.facts.length).toBeGreaterThan(0);
      for (const fact of step.facts) {
        expect(skipped.has(fact)).toBe(false);
        skipped.add(fact);
      }
      if (step.ask === 'exceptions') listed = true;
    }
    expect(skipped.size).toBeLessThanOrEqual(ready.model.facts.length);
  });
});
