import { applyRulings } from '../../advice/apply-rulings.ts';
import { at } from '../../at.ts';
import { gatherWaivedRules } from '../../advice/apply-waivers.ts';
import { decidePlacing } from '../../advice/placing.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { PartAdvice } from '../../advice/result.ts';
import { assess } from '../../assess.ts';
import type { Judgement } from '../../decide/judge-rules.ts';
import { combineFacts, type FactStatement, type Workload } from '../../workload/workload.ts';
import type { Expected, TestDocument } from './expected.ts';

/** What was expected and did not come. */
export interface Unmet {
  readonly expected: Expected;
  /** What came instead: a headline, strength, status or placement, the state of a rule, the musts there are. */
  readonly came: string;
}

/** A test that says what has to come out, tried. */
export interface CaseResult {
  readonly test: TestDocument;
  /** Empty where everything came as expected. */
  readonly unmet: readonly Unmet[];
}

/**
 * Tries a test: assesses its workload and compares. Waivers are judged by the date of the rulebook,
 * so that a test passes on every day or on none.
 */
export function runCase(ready: ReadyRulebook, test: TestDocument): CaseResult {
  const today = ready.rulebook.date;
  const advice = assess(test.workload, ready, { today });
  const unmet = test.expected.flatMap((expected): Unmet[] => {
    const part = advice.components.find(({ name }) => name === expected.component) ?? advice;
    const component = test.workload.components.find(({ name }) => name === expected.component);
    const came = findCame(ready, part, expected, () =>
      judgeRules(ready, test.workload, component?.facts ?? [], today),
    );
    return came === null ? [] : [{ expected, came }];
  });
  return { test, unmet };
}

/** What came instead; null where it came as expected. */
function findCame(
  ready: ReadyRulebook,
  part: Pick<PartAdvice, 'verdict' | 'actions'>,
  { what, value }: Expected,
  judge: () => RuleStates,
): string | null {
  if (what === 'headline' || what === 'strength' || what === 'status' || what === 'placement') {
    const came = part.verdict[what];
    return came === value ? null : (came ?? 'none');
  }
  if (what === 'must') {
    const musts = part.actions.filter(({ level }) => level === 'must').map(({ id }) => id);
    return musts.includes(value) ? null : musts.length === 0 ? 'no must at all' : musts.join(', ');
  }
  const { judgement, waived } = judge();
  const index = ready.rulebook.rules.findIndex(({ id }) => id === value);
  const state = waived.has(value) ? 'waived' : ruleStates[at(judgement.rules, index)];
  return state === what ? null : state;
}

const ruleStates = ['quiet', 'undecided', 'fires'] as const;

interface RuleStates {
  readonly judgement: Judgement;
  readonly waived: ReadonlySet<string>;
}

function judgeRules(
  ready: ReadyRulebook,
  workload: Workload,
  own: readonly FactStatement[],
  today: string,
): RuleStates {
  const waived = gatherWaivedRules(workload.waivers, today);
  return {
    judgement: decidePlacing(
      applyRulings(ready, workload.rulings, today),
      combineFacts(workload.facts, own),
      waived,
    ).decision.judgement,
    waived,
  };
}

/**
 * What did not come as expected, in words.
 * @param unmet the expectation and what came instead
 */
export function wordUnmet({ expected, came }: Unmet): string {
  const { what, value, component } = expected;
  const of = component === undefined ? '' : `${component}: `;
  if (what === 'must') return `${of}expected the must ${value}, there is ${came}`;
  if (!isAboutRule(what)) return `${of}expected ${what} ${value}, came out ${came}`;
  return `${of}expected ${value} to ${states[what]}, it ${came === 'fires' ? 'fires' : `is ${came}`}`;
}

const states = { fires: 'fire', quiet: 'be quiet', undecided: 'be undecided' } as const;

/** Whether an expectation is about the state of a rule. */
export function isAboutRule(what: string): what is keyof typeof states {
  return what in states;
}
