import { maskOfKind } from '../../src/decide/kinds.ts';
import { describe, expect, it } from 'vitest';
import { buildState } from '../../src/decide/build-state.ts';
import { chooseForm } from '../../src/decide/choose-form.ts';
import { decide, type Decision } from '../../src/decide/decide.ts';
import { loadRules } from '../support/load-rules.ts';
import { positionOf } from '../support/build-rulebook.ts';
import { seedRandom } from '../support/random-values.ts';
import { makeStatements, say, type Statement, valueOf } from '../support/random-workload.ts';
import { howMany } from '../support/how-many.ts';

// Law 1: who demands more isolation never gets less of it.

const ready = loadRules();
const { model } = ready;
const contexts = howMany(10_000);

/** The facts that demand isolation, weakest first, and in how many contexts a step must show. */
const demands = [
  {
    id: 'trust.mandate',
    steps: ['none', 'wanted', 'separate-kernel', 'separate-system', 'separate-hardware'],
    moves: 1000,
  },
  { id: 'trust.code', steps: ['own', 'vetted-third-party', 'untrusted'], moves: 500 },
  {
    id: 'trust.neighbours',
    steps: ['alone', 'same-team', 'mixed-sensitivity', 'distrusting'],
    moves: 500,
  },
  { id: 'trust.confidential-memory', steps: ['no', 'yes'], moves: 1000 },
  { id: 'trust.regulated', steps: ['no', 'yes'], moves: 100 },
];

/** What the law speaks of. */
interface Outcome {
  readonly headline: Decision['headline'];
  /** How far the headline stands from containers; null for none. */
  readonly towardsVm: number | null;
  readonly placement: number | null;
  /** The level of the printed placement; null where none is printed. */
  readonly level: number | null;
  /** The level of the container form that would be printed; null where no container survives. */
  readonly containerLevel: number | null;
}

const ranks = { container: 0, either: 1, vm: 2, none: null } as const;

function judge(statements: ReadonlyMap<string, Statement>): Outcome {
  const decision = decide(model, buildState(model, statements).state);
  const levelOf = (form: number | null) => (form === null ? null : (model.placements[form]?.level ?? null));
  const { headline } = decision;
  const printed = headline === 'vm' || headline === 'container' ? (decision.forms[0] ?? null) : null;
  const containers = decision.survivors.alive & maskOfKind(model, 1);
  return {
    headline,
    towardsVm: ranks[headline],
    placement: printed,
    level: levelOf(printed),
    containerLevel: levelOf(chooseForm(model, decision.judgement, containers)),
  };
}

/** Whether a measure that exists before and after did not fall. */
function keeps(before: number | null, after: number | null): boolean {
  return before === null || after === null || after >= before;
}

function breaksLaw(before: Outcome, after: Outcome): string | undefined {
  if (!keeps(before.towardsVm, after.towardsVm)) return 'the headline moves towards containers';
  if (before.headline === 'none' && after.headline !== 'none') return 'what was impossible becomes possible';
  if (!keeps(before.level, after.level)) return 'the printed placement is less isolated';
  if (!keeps(before.containerLevel, after.containerLevel)) return 'the container form is less isolated';
  if (before.containerLevel === null && after.containerLevel !== null) return 'a container comes back';
  return undefined;
}

describe('raising a demand for isolation never weakens the isolation of the result', () => {
  it.each(demands)(`$id, one step up in ${contexts} random workloads`, ({ id, steps, moves }) => {
    const index = positionOf(model.facts, id);
    const random = seedRandom(1000 + index);
    let judged = 0;
    let moved = 0;
    while (judged < contexts) {
      const statements = makeStatements(ready, random);
      const value = valueOf(model, statements, index);
      const raised = value === undefined ? undefined : steps[steps.indexOf(value) + 1];
      if (raised === undefined) continue;
      const before = judge(statements);
      const after = judge(say(statements, id, raised));
      judged++;
      if (JSON.stringify(before) !== JSON.stringify(after)) moved++;
      const broken = breaksLaw(before, after);
      if (broken !== undefined)
        expect.fail(`${id} ${value ?? ''} → ${raised}: ${broken}\n${describeContext(statements)}`);
    }
    expect(moved, `${id} changed the result of ${moved} in ${judged} workloads`).toBeGreaterThan(
      howMany(moves),
    );
  });

  it.each(demands)('every choice of $id is a step', ({ id, steps }) => {
    expect([...steps].sort()).toEqual([...(model.facts[positionOf(model.facts, id)]?.choices ?? [])].sort());
  });
});

function describeContext(statements: ReadonlyMap<string, Statement>): string {
  return [...statements.values()].map(({ fact, values }) => `${fact}: ${String(values)}`).join('\n');
}
