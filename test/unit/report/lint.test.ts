import { expect, test } from 'vitest';
import type { Reported } from '../../../src/prove/lint/report.ts';
import { wordFindings } from '../../../src/report/lint.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';

const { rulebook } = loadSmallRulebook();
const unfinished: Reported = {
  id: 'proof-unfinished/many-instances',
  kind: 'proof-unfinished',
  level: 'note',
  at: { file: 'rules.yaml', line: 1, column: 1 },
  about: 'rule many-instances',
  message: 'whether it is ever needed was not proven',
  todo: '',
  changes: [],
  related: [],
  witness: null,
};

test.each<[count: number, says: string]>([
  [0, '0 errors, 0 warnings, 0 notes'],
  [1, '0 errors, 0 warnings, 1 note; 1 of the proofs was not finished'],
  [2, '0 errors, 0 warnings, 2 notes; 2 of the proofs were not finished'],
])('the summary says how many proofs were not finished: %i', (count, says) => {
  const findings = Array.from({ length: count }, () => unfinished);
  expect(wordFindings(findings, rulebook, true)).toMatch(new RegExp(`: ${says}$`));
});
