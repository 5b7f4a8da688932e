import { describe, expect, it } from 'vitest';
import { joinRulebook, splitRulebook } from '../../../src/rulebook/split-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';

const { rulebook } = loadRules();
const { core, details } = splitRulebook(rulebook);

describe('a rulebook in two parts', () => {
  it('is the same once joined', () => {
    expect({ ...joinRulebook(core, () => details) }).toEqual(rulebook);
  });

  it('has nothing of the details in the part that every run reads', () => {
    expect(Object.keys(core).filter((key) => key in details)).toEqual([]);
  });

  it('reads the details when one is looked at, and once', () => {
    let reads = 0;
    const joined = joinRulebook(core, () => {
      reads++;
      return details;
    });
    expect(joined.rules).toBe(rulebook.rules);
    expect(reads).toBe(0);
    expect([joined.sources.length, joined.claims.length, joined.corrections.length]).toEqual([
      rulebook.sources.length,
      rulebook.claims.length,
      rulebook.corrections.length,
    ]);
    expect(reads).toBe(1);
  });
});
