import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import { decide } from '../../../src/decide/decide.ts';
import type { State } from '../../../src/decide/model.ts';
import { boundHeadlines, headlineBits } from '../../../src/reason/engine/bound-headlines.ts';
import type { Bounds } from '../../../src/reason/engine/bounds.ts';
import { type JudgedState, judgeState } from '../../../src/reason/engine/judged-state.ts';
import { searchResults } from '../../../src/reason/engine/search-results.ts';
import { prepareModel } from '../../../src/reason/engine/prepared.ts';
import { combineFacts } from '../../../src/workload/workload.ts';
import { buildRulebook, positionOf, type TinyRulebook } from '../../support/build-rulebook.ts';
import { assessFacts, assessText, readWorkload } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';
import { readTable } from './worked-examples.ts';

// docs/reasoning.md is worked through: its completions are decided one by one, and the steps of its search
// are those that the search takes. Its commands are run with those of other pages.

const path = 'docs/reasoning.md';
const text = readFileSync(path, 'utf8');
const small = loadSmallRulebook();

/** What is known of the workload of the page. */
function knowWorkload(ready: ReadyRulebook, content: string) {
  const { facts } = readWorkload(ready, content.replace(/^advise: 1\n/m, ''));
  return buildState(ready.model, combineFacts(facts));
}

const workload = /<!-- file search.yaml -->\n\n```yaml\n([^]*?)```/.exec(text)?.[1] ?? '';
const known = knowWorkload(small, workload);
const memory = positionOf(small.model.facts, 'os.memory');
const skill = positionOf(small.model.facts, 'site.skill');

/** The possible values of the two open facts, in the words of the page. */
function wordOpen(state: State): [memory: string, skill: string] {
  const { choices = [], all } = small.model.facts[skill] ?? {};
  const named = choices.filter((_, index) => ((state[skill] ?? 0) & (1 << index)) !== 0);
  return [
    ['', 'below 256', 'from 256', 'any'][state[memory] ?? 0] ?? '',
    state[skill] === all ? 'any' : named.join(', '),
  ];
}

/** Every state that a search looks at, with its bounds. */
function trace(ready: ReadyRulebook, state: State): { judged: JudgedState; bounds: Bounds }[] {
  const prepared = prepareModel(ready.model);
  const steps: { judged: JudgedState; bounds: Bounds }[] = [];
  searchResults(prepared, judgeState(prepared, state), (...given) => {
    const bounds = boundHeadlines(...given);
    steps.push({ judged: given[1], bounds });
    return bounds;
  });
  return steps;
}

/** How many completions a state has. */
function countCompletions(state: State): number {
  return state.reduce((product, mask) => product * mask.toString(2).replaceAll('0', '').length, 1);
}

describe(`${path}: the example by hand`, () => {
  it('has the completions that there are, with their votes and headlines', () => {
    const concerns = small.rulebook.concerns.map(({ id }) => id);
    const rows = [1, 2].flatMap((mask) =>
      [1, 2, 4].map((level) => {
        const state = known.state.map((each, fact) =>
          fact === memory ? mask : fact === skill ? level : each,
        );
        const { votes, headline } = decide(small.model, state);
        const of = (tier: number) =>
          [0, 1]
            .filter((kind) => votes.some((vote) => vote[kind] === tier))
            .map((kind) => ['vm', 'container'][kind]);
        return [...wordOpen(state), of(3).join(', '), of(1).join(', '), headline];
      }),
    );
    expect(concerns).toContain('platform');
    expect(readTable(text, 'completions')).toEqual(rows);
  });

  it('is searched in the steps that the page shows', () => {
    const rows = trace(small, known.state).map(({ judged, bounds }, index) => [
      String(index + 1),
      ...wordOpen(judged.state),
      Object.entries(headlineBits)
        .filter(([, bit]) => (bounds.possible & bit) !== 0)
        .map(([name]) => name)
        .join(', '),
      bounds.live.map((condition) => small.model.rules[condition]?.id ?? 'needs').join(', '),
    ]);
    expect(readTable(text, 'trace').map((row) => row.slice(0, -1))).toEqual(rows);
  });

  it('has as many completions and steps without presumptions as it says', () => {
    expect(text).toContain(
      `has ${countCompletions(known.withheld)} completions, and the search looks at ${trace(small, known.withheld).length} states`,
    );
  });
});

describe(`${path}: the default rulebook`, () => {
  it('is searched in as few states as it says', () => {
    const content = readFileSync('fixtures/payments-api.yaml', 'utf8').replace(/^#.*\n/gm, '');
    const { withheld } = knowWorkload(loadRules(), content);
    const steps = trace(loadRules(), withheld);
    expect(text).toContain('`fixtures/payments-api.yaml` leaves more than 10^20 of them open');
    expect(countCompletions(withheld)).toBeGreaterThan(1e20);
    expect(text).toContain('finds all four headlines of that file by looking at fewer than 200 states');
    expect(steps.length).toBeLessThan(200);
    expect(steps[0]?.bounds.possible).toBe(15);
  });
});

describe(`${path}: the headline itself`, () => {
  const tiny = parse(/<!-- halves -->\n\n```yaml\n([^]*?)```/.exec(text)?.[1] ?? '') as TinyRulebook;
  const ready = buildRulebook(tiny);

  it('is either by the rules alone', () => {
    expect(decide(ready.model, buildState(ready.model, new Map()).state).headline).toBe('either');
  });

  it('is a VM by the proof, and a lean', () => {
    const { verdict } = assessFacts(ready, []);
    expect([verdict.headline, verdict.strength]).toEqual(['vm', 'lean']);
  });

  it('is a VM whatever the age', () => {
    for (const age of ['new', 'old'])
      expect(assessText(ready, `name: x\nfacts: { app: { age: ${age} } }`).verdict.headline).toBe('vm');
  });
});
