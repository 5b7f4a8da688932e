import { formatPosition } from '../errors.ts';
import type { RuleProof } from '../prove/test/prove-rules.ts';
import { countSights, isProven, type SightCount, type TestReport } from '../prove/test/test-report.ts';
import type { NameIndex } from './names.ts';

/** A change of a rule that nothing shows. */
export function wordUnnoticed(change: string): string {
  return `${change}, and no workload would notice`;
}

/** Where a rule has to be proven and who changed it, as the lead of a failure. */
export function wordProofPlace({ rule: id }: RuleProof, names: NameIndex): string {
  const rule = names.rules(id);
  // A rule that a rulebook changed has to be proven where it was changed.
  const change = rule?.marks?.findLast(({ did }) => did === 'changed');
  const at = change?.at ?? rule?.at;
  const place = at === undefined ? id : formatPosition(at);
  const by = change === undefined ? '' : ` (${change.what?.join(', ') ?? ''} changed by ${change.rulebook})`;
  return `${place}  ${id}${by}`;
}

/** How many rules, examples, changes and test cases passed, and what was seen, a line each. */
export function listTestCounts({ proofs, inherited, cases, coverage, specimens }: TestReport): string[] {
  const failed = proofs.filter((proof) => !isProven(proof)).length;
  const changes = proofs.reduce((sum, proof) => sum + proof.changes.length, 0);
  const failing = cases.filter(({ unmet }) => unmet.length > 0).length;
  const { conditions, tests } = countSights(coverage);
  const tried = `${count(proofs.length, 'rule')}, ${proofs.length * 2} examples and ${count(changes, 'change')} tried on ${count(specimens, 'workload')}`;
  const foreign = `${inherited} of the rules come from another rulebook: only their examples were judged`;
  const held = `${count(cases.length, 'test case')}: ${cases.length - failing} passed, ${failing} failed`;
  const seen = `Coverage: ${wordSights(conditions, 'condition')}; ${wordSights(tests, 'single test')}`;
  return [
    `${tried}: ${proofs.length - failed} passed, ${failed} failed`,
    ...(inherited === 0 ? [] : [foreign]),
    ...(cases.length === 0 ? [] : [held]),
    ...(coverage.length === 0 ? [] : [seen]),
  ];
}

function wordSights({ all, true: yes, false: no, unknown }: SightCount, noun: string): string {
  return `of ${count(all, noun)} ${yes} true, ${no} false, ${unknown} unknown`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
