import { describe, expect, it } from 'vitest';
import { allOf, never } from '../../../../src/decide/nodes.ts';
import { judgeImplied, judgePossible, listBoxes, openState } from '../../../../src/prove/lint/boxes.ts';
import { lintRulebook } from '../../../../src/prove/lint/lint-rulebook.ts';
import {
  type Budget,
  openRunBudget,
  ownBudget,
  runBudget,
  spendOn,
} from '../../../../src/reason/engine/run-budget.ts';
import { buildHardConditions, buildHardRulebook } from '../../../support/hard-rulebook.ts';
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

describe('a search for a box', () => {
  const { facts, rules } = buildHardConditions().model;
  const [one, other] = rules.map(({ when }) => when.node);
  const both = allOf([one ?? never, other ?? never]);
  const open = openState(facts);

  it.each([
    {
      what: 'one of them holds',
      answer: true,
      judge: (run: Budget) => judgePossible(facts, one ?? never, run),
    },
    { what: 'both hold', answer: null, judge: (run: Budget) => judgePossible(facts, both, run) },
    {
      what: 'one holds wherever the other does',
      answer: false,
      judge: (run: Budget) => judgeImplied(facts, other ?? never, one ?? never, run),
    },
    {
      what: 'neither holds wherever both do',
      answer: null,
      judge: (run: Budget) => judgeImplied(facts, both, never, run),
    },
  ])('whether $what is answered with $answer, within what is left of the run', ({ answer, judge }) => {
    const run = { left: 10_000 };
    expect(judge(run)).toBe(answer);
    expect(run.left).toBeGreaterThanOrEqual(9000);
    if (answer === null) expect(run.left).toBeLessThan(9010);
  });

  it('that lists all of them ends with null where its steps do', () => {
    const boxes = [...listBoxes(both, open, { left: 1000 })];
    expect(boxes).toEqual([null]);
  });

  it('counts in the budget of the run, and what it leaves open is told', () => {
    const run = openRunBudget();
    const findings = lintRulebook(buildHardConditions(), run);
    const unfinished = findings.filter(({ kind }) => kind === 'proof-unfinished');
    expect(unfinished.map(({ message }) => message)).toContain(
      'whether one cause makes one and other vote twice was not settled',
    );
    expect(run.left).toBeLessThan(100);
  });
});
