import { buildState } from '../decide/build-state.ts';
import { decide } from '../decide/decide.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { type Clarification, findClarification } from '../workload/clarifications.ts';
import { answerFacts } from '../workload/clarify.ts';
import { combineFacts, type FactStatement, listParts, type Workload } from '../workload/workload.ts';

/** A question that is open, and what an answer to it is worth. */
export interface WeighedClarification {
  readonly clarification: Clarification;
  /** The things to place that raise it; of those that are alike, one name for all. */
  readonly raisedBy: readonly string[];
  /** How many things that are, each of those that are alike counted. */
  readonly things: number;
  /** Of how many of them headline, strength or form depends on the answer. */
  readonly hanging: number;
}

/**
 * Gathers the questions that workloads leave open, those first on which most verdicts hang.
 * @param profile facts that hold of all of them
 */
export function weighClarifications(
  workloads: readonly Workload[],
  ready: ReadyRulebook,
  profile: readonly FactStatement[],
): WeighedClarification[] {
  const found = new Map<string, { readonly raisedBy: string[]; things: number; hanging: number }>();
  for (const workload of workloads) {
    const count = 1 + (workload.alike?.length ?? 0);
    for (const { name, facts, unclear } of listParts(workload))
      for (const { clarification } of unclear) {
        const weighed = found.get(clarification) ?? { raisedBy: [], things: 0, hanging: 0 };
        found.set(clarification, weighed);
        weighed.raisedBy.push(name);
        weighed.things += count;
        const known = (own: readonly FactStatement[]) => [...profile, ...workload.facts, ...own];
        if (hangsOn(clarification, ready, known, facts)) weighed.hanging += count;
      }
  }
  return [...found]
    .flatMap(([id, weighed]) => {
      const clarification = findClarification(id);
      return clarification === undefined ? [] : [{ clarification, ...weighed }];
    })
    .sort((a, b) => b.hanging - a.hanging || b.things - a.things);
}

/** Whether two answers lead to another headline, strength or form. */
function hangsOn(
  id: string,
  { model, rulebook }: ReadyRulebook,
  known: (own: readonly FactStatement[]) => readonly FactStatement[],
  facts: readonly FactStatement[],
): boolean {
  const results = Object.keys(findClarification(id)?.answers ?? {}).map((answer) => {
    const own = answerFacts(known(facts), [{ clarification: id, answer, origin: 'asked' }], rulebook.facts);
    const { headline, strength, forms } = decide(model, buildState(model, combineFacts(own)).state);
    return `${headline} ${strength ?? ''} ${forms.join(' ')}`;
  });
  return new Set(results).size > 1;
}
