import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { at } from '../../at.ts';
import { decide } from '../../decide/decide.ts';
import type { Model, State } from '../../decide/model.ts';
import { decideOutcome, isSameOutcome } from '../../decide/outcome.ts';
import { checkExamples, type ExampleFailure } from '../../rulebook/load/check-examples.ts';
import { mutateRule, type Mutation } from './mutate-rule.ts';

/** A whole workload that rules are tried on. */
export interface Specimen {
  readonly name: string;
  readonly file: string;
  /** What is known of it, presumptions included. */
  readonly state: State;
}

/** What was found out about one rule. */
export interface RuleProof {
  readonly rule: string;
  readonly examples: readonly ExampleFailure[];
  /** For every change of the rule the first workload that shows it; null where none does. */
  readonly changes: readonly { readonly change: Mutation['change']; readonly witness: Specimen | null }[];
}

/**
 * Proves that rules are finished: their examples hold, and for each change of each rule there is a
 * whole workload whose printed headline, strength, placement or actions change with it.
 * @param rules positions of the rules to prove
 * @param specimens the workloads to look among
 */
export function proveRules(
  ready: ReadyRulebook,
  rules: readonly number[],
  specimens: readonly Specimen[],
): RuleProof[] {
  const decideOn = (model: Model, { state }: Specimen) => decideOutcome(model, state, decide(model, state));
  const before = specimens.map((specimen) => decideOn(ready.model, specimen));
  return rules.map((rule) => ({
    rule: at(ready.rulebook.rules, rule).id,
    examples: checkExamples(ready, rule),
    changes: mutateRule(ready.model, rule).map(({ change, model }) => {
      const shows = (specimen: Specimen, index: number) =>
        !isSameOutcome(decideOn(model, specimen), at(before, index));
      return { change, witness: specimens.find(shows) ?? null };
    }),
  }));
}
