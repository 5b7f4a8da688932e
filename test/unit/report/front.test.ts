import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../src/advice/result.ts';
import { viewFront } from '../../../src/report/front.ts';
import { createNames } from '../../../src/report/names.ts';
import { wordMembers } from '../../../src/report/part.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

// Rows of a table that are alike are assessed once, and count each.

const ready = buildRulebook({
  rules: { one: { 'for-vms': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } } } },
  actions: { careful: { level: 'must', for: 'all', when: { 't.a': 'yes' } } },
});
const names = createNames(ready.rulebook);

function makeSort(name: string, facts: string, ...others: string[]): Advice {
  const at = { file: 'rows.csv', line: 2, column: 1 };
  const advice = assessText(ready, `facts: { t: { ${facts} } }`);
  return {
    ...advice,
    workload: { ...advice.workload, name, alike: others.map((each) => ({ name: each, at })) },
  };
}

describe('page one of rows that are alike', () => {
  const results = [
    makeSort('erp', 'a: yes', 'crm', 'dms'),
    makeSort('web', 'a: no'),
    makeSort('api', 'b: yes'),
  ];
  const front = viewFront(results, names);

  it('counts each in its title and its recommendation', () => {
    expect(front.title).toBe('Where 5 workloads belong');
    expect(front.recommendation).toMatch(/^of 5 things to place, 3 to vm\.single/i);
  });

  it('names those that a condition is of', () => {
    expect(front.conditions.map(({ of }) => of)).toEqual(['erp, crm and dms']);
  });

  it('has a record that names all that it is of', () => {
    expect(results.map(wordMembers)).toEqual([
      'Like it in all that a rule looks at: crm and dms.',
      undefined,
      undefined,
    ]);
  });
});
