import { describe, expect, it } from 'vitest';
import { testRulebook } from '../../../../src/prove/test/test-rulebook.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';
import { readWorkload } from '../../../support/build-workload.ts';

const ready = loadSmallRulebook();
const all = [...ready.rulebook.rules.keys()];
const own = ready.rulebook.rules.findIndex(({ id }) => id === 'many-instances');

describe('a rulebook that builds on another', () => {
  const workload = readWorkload(
    ready,
    'facts: { site: { vms: yes, containers: kubernetes, instances: 20 } }\n',
  );
  const at = { file: 'x', line: 1, column: 1 };
  const report = testRulebook(ready, all, [own], [{ workload, expected: [], at }]);

  it('proves the rules of its own, and judges only the examples of the others', () => {
    expect(report.proofs.map(({ rule }) => rule).sort()).toEqual(ready.rulebook.rules.map(({ id }) => id));
    const tried = report.proofs.filter(({ changes }) => changes.length > 0);
    expect(tried.map(({ rule }) => rule)).toEqual(['many-instances']);
    expect(report.inherited).toBe(all.length - 1);
  });

  it('measures the coverage of its own', () => {
    expect(report.coverage.map(({ rule }) => rule)).toEqual(['many-instances']);
  });
});
