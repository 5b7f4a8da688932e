import { judgeCondition, truth, type Truth } from '../decide/judge-condition.ts';
import type { Model, State } from '../decide/model.ts';
import { prepareModel, type Prepared } from '../reason/engine/prepared.ts';
import { type Allowance, openRunBudget } from '../reason/engine/run-budget.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Fact, Topic } from '../rulebook/rulebook.ts';

/** A rulebook prepared for interviews. */
export interface Interviewer extends ReadyRulebook {
  /** Without must-actions: what only they hang on is offered when the verdict is settled. */
  readonly prepared: Prepared;
  /** Facts that are asked openly although something is presumed. */
  readonly openly: ReadonlySet<number>;
  /** Facts that are asked even where headline and placement are settled. */
  readonly always: ReadonlySet<number>;
  /** Facts that a rule, a placement or an action reads: all that headline, form, strength, reasons and actions hang on. */
  readonly bearing: ReadonlySet<number>;
  /** The place of every fact in the order of the interview. */
  readonly rank: readonly number[];
  /** Whether a question makes sense, by what is known: not known as long as its premise is open. */
  readonly makesSense: (fact: number, state: State) => Truth;
}

/**
 * Prepares a rulebook for interviews.
 * @param waived positions of rules that count as absent
 */
export function prepareInterviewer(
  ready: ReadyRulebook,
  waived: ReadonlySet<number> = new Set(),
): Interviewer {
  const { rulebook, model } = ready;
  return {
    ...ready,
    prepared: { ...prepareModel(model, waived), musts: [] },
    openly: new Set(
      rulebook.facts.flatMap((fact, index) => (isAskedOpenly(rulebook.topics, fact) ? [index] : [])),
    ),
    always: new Set(rulebook.facts.flatMap(({ asked }, index) => (asked === 'always' ? [index] : []))),
    bearing: new Set(listReads(model)),
    rank: rulebook.facts.map((fact, index) => {
      const place = rulebook.topics.findIndex(({ id }) => id === fact.topic);
      return (place < 0 ? rulebook.topics.length : place) * rulebook.facts.length + index;
    }),
    makesSense: (fact, state) => {
      const condition = model.facts[fact]?.askedIf;
      return condition == null ? truth.true : judgeCondition(condition, state);
    },
  };
}

function listReads({ rules, placements, actions }: Model): number[] {
  const conditions = [
    ...rules.map(({ when }) => when),
    ...placements.map(({ needs }) => needs),
    ...actions.flatMap(({ when, contradictedBy }) => [when, contradictedBy]),
  ];
  return conditions.flatMap((condition) => condition?.reads ?? []);
}

/** Its topic says whether a fact is asked, or stands in a list; without one it is asked where its exception is common. */
function isAskedOpenly(topics: readonly Topic[], fact: Fact): boolean {
  const topic = topics.find(({ id }) => id === fact.topic);
  return topic === undefined ? fact['exception-is'] === 'common' : topic.as !== 'list';
}

/** The same interviewer, whose searches have something to take together: no step is waited for long. */
export function limitSearches(
  interviewer: Interviewer,
): Interviewer & { readonly prepared: { readonly allowance: Allowance } } {
  const allowance = openRunBudget();
  return { ...interviewer, prepared: { ...interviewer.prepared, allowance } };
}
