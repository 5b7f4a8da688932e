import { describe, expect, it } from 'vitest';
import { loadRules } from '../../support/load-rules.ts';

// How the default rulebook is written. What its examples show is proven in necessity.test.ts.

const { rulebook } = loadRules();

describe.each(rulebook.rules.map((rule) => ({ id: rule.id, rule })))('rule $id', ({ id, rule }) => {
  it('gives its reason in one sentence', () => {
    expect(rule.because.match(/[.?!](?=\s|$)/g)).toHaveLength(1);
    expect(rule.because).toMatch(/^[A-Z].*\.$/s);
  });

  it('has a kebab-case name', () => expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/));
});

it.each(rulebook.facts.filter(({ presumed }) => presumed !== undefined))(
  'what is presumed of $id is put before people as an exception',
  ({ exception }) => {
    expect(exception).toBeDefined();
  },
);
