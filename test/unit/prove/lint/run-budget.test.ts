import { describe, expect, it } from 'vitest';
import { lintRulebook } from '../../../../src/prove/lint/lint-rulebook.ts';
import { openRunBudget, ownBudget, runBudget, spendOn } from '../../../../src/reason/engine/run-budget.ts';
import { buildHardRulebook } from '../../../support/hard-rulebook.ts';
import { loadRules } from '../../../support/load-rules.ts';

// One rulebook has one budget: a proof that is hopeless leaves the others enough, and many of them end, too.

describe('the budget of a run', () => {
  it('gives every proof its own part, and of the rest a share of what is left', () => {
    const run = { left: 1000 };
    const shares = Array.from({ length: 40 }, () =>
      spendOn(run, 500, (budget) => {
        const given = budget.left;
        budget.left = 0;
        return given;
      }),
    );
    expect(shares.slice(0, 3)).toEqual([ownBudget + 100, ownBudget + 90, ownBudget + 81]);
    expect(shares.at(-1)).toBeGreaterThanOrEqual(ownBudget);
    expect(run.left).toBeGreaterThanOrEqual(0);
    expect(spendOn(run, 5, ({ left }) => left)).toBe(5);
  });

  it('is not touched by what is proven soon', () => {
    const run = { left: 1000 };
    spendOn(run, 500, (budget) => {
      budget.left -= ownBudget;
    });
    expect(run.left).toBe(1000);
  });

  it('is hardly touched by the default rulebook', () => {
    const run = openRunBudget();
    lintRulebook(loadRules(), run);
    expect(runBudget - run.left).toBeLessThanOrEqual(500);
  });

  it('ends where proofs are out of reach, which are told one by one', () => {
    const run = openRunBudget();
    const findings = lintRulebook(buildHardRulebook(undefined, true), run);
    const unfinished = findings.filter(
      ({ kind, subject }) => kind === 'proof-unfinished' && subject.sort === 'rule',
    );
    expect(unfinished.filter(({ message }) => message.startsWith('whether the vote of')).length).toBe(72);
    expect(run.left).toBeGreaterThanOrEqual(0);
    expect(runBudget - run.left).toBeGreaterThan(1000);
  });
});
