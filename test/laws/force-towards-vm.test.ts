import { maskOfKind } from '../../src/decide/kinds.ts';
import { describe, expect, it } from 'vitest';
import { buildState } from '../../src/decide/build-state.ts';
import { decide, type Decision } from '../../src/decide/decide.ts';
import { truth } from '../../src/decide/judge-condition.ts';
import { container, type ModelRule, vm } from '../../src/decide/model.ts';
import { loadRules } from '../support/load-rules.ts';
import { seedRandom } from '../support/random-values.ts';
import { listChoices, makeStatements, say, type Statement } from '../support/random-workload.ts';
import { howMany } from '../support/how-many.ts';

// Law 2: a step that only forces towards a VM (every rule that newly fires excludes containers or
// favours VMs, none that did any of this stops) never turns a VM into a container.

const ready = loadRules();
const { model, rulebook } = ready;
const vms = maskOfKind(model, vm);

/** Some effect of it pushes towards a VM, whatever else it does. */
function pushesTowardsVm(rule: ModelRule): boolean {
  return rule.favours === vm || (rule.removes & maskOfKind(model, container)) !== 0;
}

/** All its effects on the kind push towards a VM, and it has one. A rule for both sides is none. */
function forcesTowardsVm(rule: ModelRule): boolean {
  return pushesTowardsVm(rule) && rule.favours !== container && (rule.removes & vms) === 0;
}

function listFiring({ judgement }: Decision): ModelRule[] {
  return model.rules.filter((_, index) => judgement.rules[index] === truth.true);
}

function listStarting(before: Decision, after: Decision): ModelRule[] {
  const fired = listFiring(before);
  return listFiring(after).filter((rule) => !fired.includes(rule));
}

/** Whether rules moved, and only such as the law allows. */
function onlyForcesTowardsVm(before: Decision, after: Decision): boolean {
  const started = listStarting(before, after);
  const stopped = listStarting(after, before);
  return started.length > 0 && started.every(forcesTowardsVm) && !stopped.some(pushesTowardsVm);
}

function decideOn(statements: ReadonlyMap<string, Statement>): Decision {
  return decide(model, buildState(model, statements).state);
}

/** A step that qualifies, with what was decided before and after. */
interface Step {
  readonly statements: ReadonlyMap<string, Statement>;
  readonly change: string;
  readonly before: Decision;
  readonly after: Decision;
}

/** Random workloads with one fact said otherwise, until enough of these steps qualify. */
function* takeSteps(seed: number, wanted: number): Generator<Step> {
  const random = seedRandom(seed);
  for (let found = 0; found < wanted;) {
    const statements = makeStatements(ready, random);
    const before = decideOn(statements);
    for (let tries = 0; tries < 6; tries++) {
      const fact = random.pick(rulebook.facts);
      const compiled = model.facts[rulebook.facts.indexOf(fact)];
      if (compiled === undefined) continue;
      const value = random.pick(listChoices(fact, compiled));
      const after = decideOn(say(statements, fact.id, value));
      if (!onlyForcesTowardsVm(before, after)) continue;
      found++;
      yield { statements, change: `${fact.id}: ${value}`, before, after };
    }
  }
}

describe('a step that only forces towards a VM', () => {
  const wanted = howMany(10_000);

  it(`never turns a VM into a container, in ${wanted} such steps`, () => {
    let judged = 0;
    let fromVm = 0;
    let moved = 0;
    const started = new Set<string>();
    for (const { statements, change, before, after } of takeSteps(2000, wanted)) {
      judged++;
      for (const rule of listStarting(before, after)) started.add(rule.id);
      if (before.headline !== after.headline || before.strength !== after.strength) moved++;
      if (before.headline !== 'vm') continue;
      fromVm++;
      if (after.headline !== 'vm')
        expect.fail(`${change} makes a vm ${after.headline}\n${describeContext(statements)}`);
    }
    expect(judged).toBeGreaterThanOrEqual(wanted);
    expect(fromVm, `${fromVm} of ${judged} steps began at a vm`).toBeGreaterThan(howMany(2000));
    expect(moved, `${moved} of ${judged} steps changed headline or strength`).toBeGreaterThan(howMany(1500));
    const pushing = model.rules.filter(forcesTowardsVm).length;
    expect(started.size, `started by ${started.size} of ${pushing} rules`).toBeGreaterThan(pushing * 0.8);
  });
});

it('no rule blurs the law by excluding some containers and favouring others', () => {
  const containers = maskOfKind(model, container);
  const blurring = model.rules.filter(
    (rule) => rule.favours === container && (rule.removes & containers) !== 0,
  );
  expect(blurring.map((rule) => rule.id)).toEqual([]);
});

function describeContext(statements: ReadonlyMap<string, Statement>): string {
  return [...statements.values()].map(({ fact, values }) => `${fact}: ${String(values)}`).join('\n');
}
