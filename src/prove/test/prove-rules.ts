import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { decide } from '../../decide/decide.ts';
import { truth } from '../../decide/evaluate-condition.ts';
import { listActions } from '../../decide/list-actions.ts';
import type { Model, State } from '../../decide/model.ts';
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
  const noting = listNoting(ready);
  const before = specimens.map((specimen) => printDecision(ready.model, specimen.state, noting));
  return rules.map((rule) => ({
    rule: ready.rulebook.rules[rule]?.id ?? '',
    examples: checkExamples(ready, rule),
    changes: mutateRule(ready.model, rule).map(({ change, model }) => {
      const noted = change === 'deleted' ? noting.filter((each) => each !== rule) : noting;
      const shown = (specimen: Specimen, index: number) =>
        printDecision(model, specimen.state, noted) !== before[index];
      return { change, witness: specimens.find(shown) ?? null };
    }),
  }));
}

/** Positions of the rules that say a note, or what to consider first. */
export function listNoting({ rulebook }: ReadyRulebook): number[] {
  return rulebook.rules.flatMap(({ note, consider }, index) =>
    (note ?? consider) === undefined ? [] : [index],
  );
}

/**
 * What a reader would notice of a decision, as one line to compare: headline, strength, placement,
 * actions, and the notes that rules say.
 * @param noting positions of the rules that say a note
 */
export function printDecision(model: Model, state: State, noting: readonly number[]): string {
  const decision = decide(model, state);
  const actions = listActions(model, state, decision).map(
    ({ action, must }) => `${must ? '!' : ''}${action}`,
  );
  const notes = noting.filter((rule) => decision.judgement.rules[rule] === truth.true);
  return [decision.headline, decision.strength, decision.forms.join(), actions.join(), notes.join()].join(
    ' ',
  );
}
