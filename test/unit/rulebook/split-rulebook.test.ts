import { describe, expect, it } from 'vitest';
import { parseBuiltRulebook, writeBuiltRulebook } from '../../../src/rulebook/built-rulebook.ts';
import { joinRulebook, splitRulebook } from '../../../src/rulebook/split-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';

const ready = loadRules();
const { built, details } = splitRulebook(ready);
const text = writeBuiltRulebook(built);

describe('a rulebook as the program is built with it', () => {
  it('is the same once read and joined', () => {
    const { rulebook, model } = joinRulebook(parseBuiltRulebook(text), () => details);
    expect({ ...rulebook }).toEqual(ready.rulebook);
    expect(model).toEqual(ready.model);
  });

  it('is JSON', () => {
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(built)));
  });

  it('has nothing of the details in the part that every run reads', () => {
    expect(Object.keys(built.core).filter((key) => key in details)).toEqual([]);
  });

  it('reads the details when one is looked at, and once', () => {
    let reads = 0;
    const { rulebook } = joinRulebook(built, () => {
      reads++;
      return details;
    });
    expect(rulebook.rules).toBe(ready.rulebook.rules);
    expect(reads).toBe(0);
    expect([rulebook.sources.length, rulebook.claims.length, rulebook.corrections.length]).toEqual([
      ready.rulebook.sources.length,
      ready.rulebook.claims.length,
      ready.rulebook.corrections.length,
    ]);
    expect(reads).toBe(1);
  });

  it('reads a rule or an action when it is looked at, and once', () => {
    const first = built.rules[0]?.id ?? '';
    const { rules, actions } = parseBuiltRulebook(text.replace(`\n{"id":"${first}"`, '\n{"id":'));
    expect([rules.length, actions.length]).toEqual([built.rules.length, built.actions.length]);
    expect(() => rules[0]).toThrow(SyntaxError);
    expect(rules[1]).toBe(rules[1]);
    expect(actions[1]).toEqual(built.actions[1]);
  });
});
