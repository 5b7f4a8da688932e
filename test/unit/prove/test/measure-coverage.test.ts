import { describe, expect, it } from 'vitest';
import { buildState } from '../../../../src/decide/build-state.ts';
import { measureCoverage } from '../../../../src/prove/test/measure-coverage.ts';
import { countSights } from '../../../../src/prove/test/test-report.ts';
import { compileRulebook } from '../../../../src/rulebook/compile-rulebook.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';
import { understand } from '../../../support/understand.ts';
import { writeCondition } from '../../../../src/rulebook/condition.ts';

const ready = loadSmallRulebook();
const rule = ready.rulebook.rules.findIndex(({ id }) => id === 'fits-the-kubernetes');

type Said = Readonly<Record<string, string>>;

/** What the workloads leave unseen of fits-the-kubernetes: of the whole, then test by test. */
function measure(workloads: readonly Said[]): string[] {
  const specimens = workloads.map((said, index) => {
    const facts = new Map(
      Object.entries(said).map(([fact, value]) => [fact, { values: value === 'unknown' ? null : [value] }]),
    );
    return { name: String(index), file: 'x', state: buildState(ready.model, facts).state };
  });
  const [coverage] = measureCoverage(ready, [rule], specimens);
  return [coverage, ...(coverage?.tests ?? [])].map((each) => each?.unseen.join(' ') ?? 'nothing');
}

const holds: Said = {
  'site.containers': 'kubernetes',
  'site.skill': 'production',
  'state.kind': 'stateless',
  'os.desktop': 'no',
};

describe('coverage of a condition of four tests: containers, skill, state, desktop', () => {
  it.each([
    { what: 'nothing, without a workload', workloads: [], unseen: Array(5).fill('true false unknown') },
    { what: 'true', workloads: [holds], unseen: Array(5).fill('false unknown') },
    {
      what: 'false of the whole by one test',
      workloads: [holds, { ...holds, 'site.skill': 'some' }],
      unseen: ['unknown', 'false unknown', 'unknown', 'false unknown', 'false unknown'],
    },
    {
      what: 'unknown, where nothing is said and nothing presumed',
      workloads: [{}],
      unseen: ['true false', 'true false', 'true false', 'true false', 'false unknown'],
    },
    {
      what: 'unknown of what is presumed, where unknown is said',
      workloads: [{ 'os.desktop': 'unknown' }],
      unseen: ['true false', 'true false', 'true false', 'true false', 'true false'],
    },
    {
      what: 'everything, by three workloads',
      workloads: [
        holds,
        { 'site.containers': 'none', 'site.skill': 'none', 'state.kind': 'one-writer', 'os.desktop': 'yes' },
        { 'os.desktop': 'unknown' },
      ],
      unseen: ['', '', '', '', ''],
    },
  ])('sees $what', ({ workloads, unseen }) => {
    expect(measure(workloads)).toEqual(unseen);
  });

  it('counts a condition of a single test as that test too', () => {
    const all = measureCoverage(ready, [...ready.rulebook.rules.keys()], []);
    expect(countSights(all)).toEqual({
      conditions: { all: 8, true: 0, false: 0, unknown: 0 },
      tests: { all: 11, true: 0, false: 0, unknown: 0 },
    });
  });

  it('looks at the tests of a condition as soon as there are two', () => {
    const [first] = ready.rulebook.rules;
    if (first === undefined) throw new Error('no rule');
    const when = understand({ 'os.family': 'windows', not: { 'os.desktop': 'yes' } }, ready.rulebook);
    const rulebook = { ...ready.rulebook, rules: [{ ...first, when }] };
    const [coverage] = measureCoverage({ rulebook, model: compileRulebook(rulebook) }, [0], []);
    expect(coverage?.tests.map(({ condition }) => writeCondition(condition))).toEqual([
      { 'os.family': 'windows' },
      { 'os.desktop': 'yes' },
    ]);
  });
});
