import { listBits } from '../../../../src/decide/bits.ts';
import { describe, expect, it } from 'vitest';
import { buildState } from '../../../../src/decide/build-state.ts';
import { truth, judgeCondition } from '../../../../src/decide/judge-condition.ts';
import { listActions } from '../../../../src/decide/list-actions.ts';
import type { Mask, Model, State } from '../../../../src/decide/model.ts';
import type { Finding, FindingKind, Said } from '../../../../src/prove/lint/finding.ts';
import { judgeInfluence, judgeSwap } from '../../../../src/prove/lint/judge-difference.ts';
import { isPlainlySafe } from '../../../../src/prove/lint/isolation-step.ts';
import { lintRulebook } from '../../../../src/prove/lint/lint-rulebook.ts';
import { compileWorkloads } from '../../../../src/prove/lint/workload-table.ts';
import { checkVmLaw } from '../../../../src/prove/lint/check-vm-law.ts';
import type { Fact } from '../../../../src/rulebook/rulebook.ts';
import { makeModel } from '../../reason/random-model.ts';
import { seedRandom } from '../../../support/random-values.ts';
import { makeReady } from './make-ready.ts';
import {
  areAlike,
  areHalves,
  breaksForcing,
  decideOnce,
  hasNoWay,
  isIdle,
  isTrueElsewhere,
  leans,
  listComplete,
  listPartial,
  print,
  sameCondition,
  shareCause,
  weakens,
} from './lint-oracle.ts';
import { howMany } from '../../../support/how-many.ts';

// Lint against brute force: on generated small rulebooks what it proves is what every single workload,
// complete or not, shows.

interface Trial {
  readonly name: string;
  readonly model: Model;
  readonly facts: readonly Partial<Fact>[];
  readonly findings: readonly Finding[];
  readonly complete: readonly State[];
  readonly partial: readonly State[];
}

const wanted = howMany(500);
const mostPartial = 500;

/** Small rulebooks with placements of several levels, demands, and presumptions about the platform. */
function makeTrials(): Trial[] {
  const trials: Trial[] = [];
  for (let seed = 1; trials.length < wanted; seed++) {
    const random = seedRandom(seed);
    const drawn = makeModel(random);
    const placements = drawn.placements.map((each) => ({
      ...each,
      level: each.kind === 0 ? 3 : random.below(4),
    }));
    const model = { ...drawn, placements };
    const partial = listPartial(model);
    if (partial.length > mostPartial) continue;
    const facts = model.facts.map(({ presumed }): Partial<Fact> => ({
      ...(random.chance(0.4) ? { demands: 'isolation' as const } : {}),
      ...(presumed !== null && random.chance(0.6) ? { about: 'platform' as const } : {}),
      ...(presumed !== null && random.chance(0.2) ? { 'safe-to-presume': 'It is.' } : {}),
    }));
    const findings = lintRulebook(makeReady(model, facts));
    trials.push({ name: `rulebook ${seed}`, model, facts, findings, complete: listComplete(model), partial });
  }
  return trials;
}

const trials = makeTrials();

/** The ids that findings of a kind are about, in order, each once. */
function listSubjects({ findings }: Trial, ...kinds: FindingKind[]): string[] {
  return [
    ...new Set(findings.filter(({ kind }) => kinds.includes(kind)).map(({ subject }) => subject.id)),
  ].sort();
}

/** Holds what lint says against what brute force says, on every trial; both must have found something. */
function agree(
  lint: (trial: Trial) => readonly string[],
  brute: (trial: Trial) => readonly string[],
  least = 5,
): void {
  let findings = 0;
  let without = 0;
  for (const trial of trials) {
    const expected = [...brute(trial)].sort();
    expect(lint(trial), trial.name).toEqual(expected);
    if (expected.length > 0) findings++;
    else without++;
  }
  expect(findings, 'rulebooks with a finding').toBeGreaterThanOrEqual(howMany(4));
  expect(without, 'rulebooks without one').toBeGreaterThanOrEqual(least);
}

const never = (model: Model, states: readonly State[]) =>
  model.rules.filter(({ when }) => !states.some((state) => judgeCondition(when, state) === truth.true));

describe(`lint agrees with brute force on ${wanted} generated rulebooks`, () => {
  it('finishes every proof', () => {
    expect(trials.flatMap((trial) => listSubjects(trial, 'proof-unfinished'))).toEqual([]);
  });

  it('on rules that never fire', () => {
    agree(
      (trial) => listSubjects(trial, 'rule-never-fires'),
      ({ model, complete }) => never(model, complete).map(({ id }) => id),
    );
  });

  it('on votes without a placement to go by', () => {
    agree(
      (trial) => listSubjects(trial, 'vote-without-placement'),
      ({ model, partial }) =>
        model.rules.filter((rule) => hasNoWay(model, partial, rule)).map(({ id }) => id),
    );
  });

  it('on reasons that are not true of the form', () => {
    agree(
      (trial) => listSubjects(trial, 'reason-not-of-this-form'),
      ({ model, complete }) =>
        model.rules.filter((rule) => isTrueElsewhere(model, complete, rule)).map(({ id }) => id),
    );
  });

  it('on one fact that votes twice', () => {
    agree(
      ({ findings }) =>
        findings
          .flatMap(({ kind, subject, other }) =>
            kind === 'one-cause-twice' ? [`${subject.id} ${other?.id ?? ''}`] : [],
          )
          .sort(),
      ({ model, complete }) =>
        model.rules.flatMap((one, index) =>
          model.rules
            .slice(index + 1)
            .filter((other) => shareCause(model, complete, one, other))
            .map((other) => `${one.id} ${other.id}`),
        ),
    );
  });

  it('on rules that say the same', () => {
    const effect = ({ removes, favours, tier, byWayOf, suits, must }: Model['rules'][number]) =>
      JSON.stringify([removes, favours, tier, favours === null ? 0 : byWayOf, suits, must]);
    agree(
      ({ findings }) =>
        findings
          .flatMap(({ kind, subject, other }) =>
            kind === 'rules-alike' ? [subject.id, other?.id ?? ''] : [],
          )
          .filter((id, index, all) => all.indexOf(id) === index)
          .sort(),
      ({ model, complete }) => {
        const firing = model.rules.filter((rule) => !never(model, complete).includes(rule));
        return firing
          .filter((one) =>
            firing.some(
              (other) =>
                one !== other && effect(one) === effect(other) && sameCondition(complete, one, other),
            ),
          )
          .map(({ id }) => id);
      },
    );
  });

  it('on rules that change nothing, whatever the reason', () => {
    agree(
      (trial) => {
        const alike = listAlike(trial);
        return listSubjects(trial, 'rule-never-fires', 'rule-covered', 'rule-without-effect').filter(
          (id) => !alike.includes(id),
        );
      },
      (trial) => {
        const alike = listAlike(trial);
        return trial.model.rules.flatMap(({ id }, index) =>
          !alike.includes(id) && isIdle(trial.model, trial.partial, index) ? [id] : [],
        );
      },
    );
  });

  it('on every rule, whether any workload comes out differently without it', () => {
    for (const { name, model, partial } of trials.slice(0, howMany(250))) {
      const workloads = compileWorkloads(model);
      for (const [index, { id }] of model.rules.entries())
        expect(judgeInfluence(workloads, index), `${name} ${id}`).toBe(!isIdle(model, partial, index));
    }
  });

  it('on every two choices, whether anything tells them apart', () => {
    for (const { name, model, partial } of trials.slice(0, howMany(250))) {
      const workloads = compileWorkloads(model);
      for (const [fact, { id, all }] of model.facts.entries())
        for (const other of listBits(all).slice(1))
          expect(judgeSwap(workloads, fact, [1, other]), `${name} ${id}`).toBe(
            !areAlike(model, partial, fact, 1, other),
          );
    }
  });

  it('on halves', () => {
    agree(
      ({ findings }) =>
        findings
          .flatMap(({ kind, subject, other }) =>
            kind === 'complementary-halves' ? [`${subject.id} ${other?.id ?? ''}`] : [],
          )
          .sort(),
      ({ model, complete }) =>
        model.rules.flatMap((one, index) =>
          model.rules
            .slice(index + 1)
            .filter((other) => areHalves(model, complete, one, other))
            .map((other) => `${one.id} ${other.id}`),
        ),
    );
  });

  it('on what rests on silence', () => {
    agree(
      (trial) => listSubjects(trial, 'rests-on-presumption'),
      ({ model, facts, partial }) => {
        const suspects = model.facts.flatMap(({ presumed }, index): [number, Mask][] =>
          presumed !== null &&
          facts[index]?.about !== undefined &&
          facts[index]['safe-to-presume'] === undefined
            ? [[index, presumed]]
            : [],
        );
        const presumed = new Map(suspects);
        const rules = model.rules.filter(
          ({ when, removes, favours, tier }) =>
            (removes !== 0 || (favours !== null && tier === 3)) &&
            leans(when, partial, truth.true, presumed, model),
        );
        const placements = model.placements.filter(
          ({ needs }) => needs !== null && leans(needs, partial, truth.false, presumed, model),
        );
        return [...rules, ...placements].map(({ id }) => id);
      },
    );
  });

  it('on facts that change nothing', () => {
    agree(
      (trial) => listSubjects(trial, 'fact-unread', 'fact-without-effect'),
      ({ model, partial }) =>
        model.facts.flatMap(({ id, all }, fact) =>
          listBits(all)
            .slice(1)
            .every((value) => areAlike(model, partial, fact, 1, value))
            ? [id]
            : [],
        ),
    );
  });

  it('on choices that nothing tells apart', () => {
    agree(
      (trial) => listSubjects(trial, 'choices-alike'),
      (trial) => {
        const { model, partial } = trial;
        const idle = listSubjects(trial, 'fact-unread', 'fact-without-effect');
        return model.facts.flatMap(({ id, all }, fact) => {
          const values = listBits(all);
          const alike = values.some((one, index) =>
            values.slice(index + 1).some((other) => areAlike(model, partial, fact, one, other)),
          );
          return alike && !idle.includes(id) ? [id] : [];
        });
      },
    );
  });

  it('on placements that are never chosen', () => {
    agree(
      (trial) => listSubjects(trial, 'placement-unreachable'),
      ({ model, partial }) => {
        const chosen = new Set(partial.flatMap((state) => decideOnce(model, state).forms));
        return model.placements.flatMap(({ id }, index) => (chosen.has(index) ? [] : [id]));
      },
    );
  });

  it('on headlines and strengths that are never reached', () => {
    const all = ['vm', 'container'].flatMap((kind) =>
      ['forced', 'clear', 'favoured', 'lean'].map((each) => `${kind} ${each}`),
    );
    agree(
      ({ findings }) =>
        findings
          .flatMap(({ kind, message }) => {
            const names = /comes out as (.*)$/.exec(message)?.[1]?.split(', ') ?? [];
            if (kind === 'headline-unreachable') return names;
            return kind === 'kind-unreachable' ? all.filter((name) => name.startsWith(names[0] ?? '')) : [];
          })
          .sort(),
      ({ model, complete }) => {
        const reached = new Set(
          complete.map((state) => print(model, state).split(' ').slice(0, 2).join(' ').trim()),
        );
        return [...all, 'either', 'none'].filter((name) => !reached.has(name));
      },
      // Ten verdicts are more than such a rulebook reaches.
      0,
    );
  });

  it('on actions that are never called for', () => {
    agree(
      (trial) => listSubjects(trial, 'action-never-called'),
      ({ model, partial }) => {
        const survives = (index: number) =>
          partial.some((state) => {
            const { survivors, judgement } = decideOnce(model, state);
            const action = model.actions[index];
            if (
              model.rules.some(
                (rule, position) => rule.must === index && judgement.rules[position] === truth.true,
              )
            )
              return true;
            const held = action?.when == null || judgeCondition(action.when, state) === truth.true;
            return held && ((action?.for ?? 0) & survivors.alive) !== 0;
          });
        return model.actions.flatMap(({ id }, index) => (survives(index) ? [] : [id]));
      },
    );
    for (const trial of trials) {
      const called = new Set(
        trial.partial.flatMap((state) =>
          listActions(trial.model, state, decideOnce(trial.model, state)).map(
            ({ action }) => trial.model.actions[action]?.id,
          ),
        ),
      );
      expect(listSubjects(trial, 'action-never-called').filter((id) => called.has(id))).toEqual([]);
    }
  });

  it('on the law of isolation', () => {
    const broken = ({ model, facts }: Trial, states: readonly State[]) =>
      model.facts.flatMap(({ id, all }, fact) => {
        if (facts[fact]?.demands === undefined) return [];
        const order = listBits(all);
        return order.slice(1).some((to, index) => weakens(model, states, fact, order[index] ?? 0, to))
          ? [id]
          : [];
      });
    agree(
      (trial) => listSubjects(trial, 'law-isolation'),
      (trial) => broken(trial, trial.complete),
    );
  });

  it('on the law of isolation wherever its rules are plainly safe, in partial workloads too', () => {
    let steps = 0;
    for (const { name, model, partial } of trials)
      for (const [fact, { all }] of model.facts.entries()) {
        const order = listBits(all);
        for (const [index, to] of order.slice(1).entries()) {
          const from = order[index] ?? 0;
          if (!isPlainlySafe(model, { fact, from, to })) continue;
          steps++;
          expect(weakens(model, partial, fact, from, to), `${name} f${fact}`).toBe(false);
        }
      }
    expect(steps).toBeGreaterThan(howMany(300));
  });
});

describe('a witness shows what it says', () => {
  const stateOf = (model: Model, said: Said) =>
    buildState(
      model,
      new Map(
        Object.entries(said).map(([fact, value]) => [fact, { values: value === null ? null : [value] }]),
      ),
    ).state;
  const judge = (model: Model, id: string, state: State) =>
    judgeCondition(model.rules.find((rule) => rule.id === id)?.when ?? nothing, state);
  const nothing = { node: { is: 'any' as const, of: [] }, reads: [], repeated: [] };
  const each = (kind: FindingKind) =>
    trials.flatMap(({ name, model, findings }) =>
      findings
        .filter((finding) => finding.kind === kind)
        .map(({ subject, other, witness }) => ({ name, model, subject, other, witness })),
    );

  it.each(['rules-alike', 'rule-covered'] as const)('%s: both fire', (kind) => {
    for (const { name, model, subject, other, witness } of each(kind)) {
      const state = stateOf(model, witness?.facts ?? {});
      expect(
        [subject.id, other?.id ?? ''].map((id) => judge(model, id, state)),
        name,
      ).toEqual([2, 2]);
    }
  });

  it('complementary-halves: neither fires, and one does for every value', () => {
    for (const { name, model, subject, other, witness } of each('complementary-halves')) {
      const facts = witness?.facts ?? {};
      const ids = [subject.id, other?.id ?? ''];
      const fires = (said: Said) => ids.some((id) => judge(model, id, stateOf(model, said)) === truth.true);
      const [unknown = ''] = Object.keys(facts).filter((fact) => facts[fact] === null);
      const choices = model.facts.find(({ id }) => id === unknown)?.choices ?? [];
      expect(fires(facts), name).toBe(false);
      expect(
        choices.map((value) => fires({ ...facts, [unknown]: value })),
        name,
      ).toEqual(choices.map(() => true));
    }
  });

  it('rests-on-presumption: it holds by the presumption, and not where that is switched off', () => {
    for (const { name, model, subject, witness } of each('rests-on-presumption')) {
      const facts = witness?.facts ?? {};
      const placement = model.placements.find(({ id }) => id === subject.id);
      const holds = (said: Said) => {
        const state = stateOf(model, said);
        if (placement === undefined) return judge(model, subject.id, state) === truth.true;
        return judgeCondition(placement.needs ?? nothing, state) === truth.false;
      };
      expect(holds(facts), name).toBe(true);
      const presumed = model.facts.filter((fact) => fact.presumed !== null && !(fact.id in facts));
      expect(
        presumed.some(({ id }) => !holds({ ...facts, [id]: null })),
        name,
      ).toBe(true);
    }
  });

  it('law-isolation: the step weakens isolation', () => {
    for (const { name, model, subject, witness } of each('law-isolation')) {
      const before = stateOf(model, witness?.facts ?? {});
      const after = stateOf(model, { ...witness?.facts, ...witness?.change });
      const fact = model.facts.findIndex(({ id }) => id === subject.id);
      expect(weakens(model, [before], fact, before[fact] ?? 0, after[fact] ?? 0), name).toBe(true);
    }
  });
});

describe('the law of forcing', () => {
  const forcing = (model: Model) => checkVmLaw(makeReady(model)).map(({ kind }) => kind);

  it('holds in every step where no vote goes by way of the other kind, in partial workloads too', () => {
    for (const { name, model, partial } of trials) {
      const sides = [0, 1].map((kind) =>
        model.placements.reduce((mask, each, index) => (each.kind === kind ? mask | (1 << index) : mask), 0),
      );
      const rules = model.rules.map((rule) => ({
        ...rule,
        byWayOf:
          rule.favours === null
            ? rule.byWayOf
            : rule.byWayOf & (sides[rule.favours] ?? 0) || (sides[rule.favours] ?? 0),
      }));
      const plain = { ...model, rules };
      expect(forcing(plain)).toEqual([]);
      const some = partial.filter((_, index) => index % Math.ceil(partial.length / 60) === 0);
      expect(breaksForcing(plain, some), name).toBe(false);
    }
  });

  it(`agrees with brute force on ${wanted} rulebooks whose votes for VMs go by way of a container`, () => {
    let broken = 0;
    for (const { name, model, complete } of trials) {
      const rules = model.rules.map((rule) => {
        if (rule.favours === 0) return { ...rule, byWayOf: 2, tier: 3 as const };
        return rule.favours === null && rule.removes !== 0 ? { ...rule, removes: 2 } : rule;
      });
      const crossing = { ...model, rules };
      const breaks = breaksForcing(crossing, complete);
      expect(forcing(crossing).includes('law-towards-vm'), name).toBe(breaks);
      if (breaks) broken++;
    }
    expect(broken).toBeGreaterThanOrEqual(Math.floor(wanted / 100) - 1);
  });
});

function listAlike({ findings }: Trial): string[] {
  return findings.flatMap(({ kind, subject, other }) =>
    kind === 'rules-alike' ? [subject.id, other?.id ?? ''] : [],
  );
}
