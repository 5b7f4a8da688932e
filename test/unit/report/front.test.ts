import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../src/advice/result.ts';
import { wordReportTitle } from '../../../src/report/front.ts';
import { summariseResults } from '../../../src/portfolio/summarise-results.ts';
import { createNames } from '../../../src/report/names.ts';
import { wordMembers } from '../../../src/report/part.ts';
import { viewResultsOverview } from '../../../src/report/results-overview.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';
import { makeResult } from '../../support/format-results.ts';

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
  const workloads = results.map(({ workload: { name, alike } }) => ({
    name,
    file: 'rows.csv',
    facts: [],
    waivers: [],
    components: [],
    alike,
  }));
  const overview = summariseResults(workloads, results, ready, { today: '' });

  it('counts each in its title and in what they come to together', () => {
    expect(wordReportTitle(results)).toBe('Where 5 workloads belong');
    const vms = overview.verdicts.filter(({ headline }) => headline === 'vm');
    expect(vms.map(({ workloads: count }) => count)).toEqual([3]);
  });

  it('names those that a condition is of', () => {
    const result = { ...makeResult(ready, results), overview };
    const musts = viewResultsOverview(result, names)?.tables.find(({ id }) => id === 'musts');
    expect(musts?.rows.map(({ of, numbers }) => [of, numbers])).toEqual([['erp, crm and dms', [3]]]);
  });

  it('has a record that names all that it is of', () => {
    expect(results.map(wordMembers)).toEqual([
      'Like it in all that a rule looks at: crm and dms.',
      undefined,
      undefined,
    ]);
  });
});
