import { at } from '../at.ts';
import { weighRule } from '../decide/weigh-rule.ts';
import { truth } from '../decide/judge-condition.ts';
import type { Judgement } from '../decide/judge-rules.ts';
import { wordAllowedValues } from '../rulebook/fact-value.ts';
import type { Fact, Rule } from '../rulebook/rulebook.ts';
import type { Interviewer } from './plan-interview.ts';

/** The answers every question offers beside its own. */
export const extras = { unknown: 'i-do-not-know', back: 'go-back', help: 'tell-me-more' } as const;

/**
 * Why a question is asked, in one line: what the weightiest rule that waits for it would do.
 * @param judgement what is true by what is known so far
 */
export function wordReason(interviewer: Interviewer, fact: number, judgement: Judgement): string {
  const waiting = listWaiting(interviewer, fact, judgement);
  const [first, ...others] = waiting;
  if (first === undefined) return 'It decides where it can run, or what has to be done.';
  const more =
    others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'rule' : 'rules'})`;
  return `It matters for: ${first.title.charAt(0).toLowerCase()}${first.title.slice(1)}${more}.`;
}

/** What is said on demand, a line each: help, the values, who listens, and the name of the fact in a file. */
export function wordHelp(
  interviewer: Interviewer,
  fact: Fact,
  index: number,
  judgement: Judgement,
): string[] {
  const rules = listWaiting(interviewer, index, judgement).map((rule) => rule.id);
  const values = Object.entries(fact.values ?? {}).map(([value, meaning]) => `  ${value}: ${meaning}`);
  return [
    ...(fact.help === undefined ? [] : [fact.help]),
    ...(values.length === 0 ? [`  Takes ${wordAllowedValues(fact)}.`] : values),
    `  In a file it is ${fact.id}.`,
    `  Rules that wait for it: ${rules.length === 0 ? 'none' : rules.join(', ')}`,
  ];
}

/** Undecided rules that read a fact, the weightiest first. */
function listWaiting({ rulebook, model }: Interviewer, fact: number, judgement: Judgement): Rule[] {
  const weigh = (index: number) => weighRule(at(model.rules, index));
  return model.rules
    .flatMap((rule, index) =>
      rule.when.reads.includes(fact) && judgement.rules[index] === truth.unknown ? [index] : [],
    )
    .sort((a, b) => weigh(b) - weigh(a) || a - b)
    .map((index) => at(rulebook.rules, index));
}
