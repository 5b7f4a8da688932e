import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { compileCondition } from '../../rulebook/compile-condition.ts';
import { parseCondition } from '../../rulebook/condition.ts';
import { findBox, openState } from './boxes.ts';
import type { Finding } from './finding.ts';

/** Questions whose asked-if no workload meets. */
export function checkQuestions({ rulebook, model }: ReadyRulebook): Finding[] {
  const vocabulary = {
    facts: new Map(rulebook.facts.map((fact) => [fact.id, fact])),
    params: new Map(rulebook.params.map((param) => [param.id, param])),
  };
  const indexOf = new Map(model.facts.map(({ id }, index) => [id, index]));
  return rulebook.facts.flatMap((fact): Finding[] => {
    const raw = fact['asked-if'];
    if (raw === undefined) return [];
    const parsed = parseCondition(raw, vocabulary, (message) => {
      throw new Error(`unchecked rulebook: ${message}`);
    });
    const { node } = compileCondition(parsed, model.facts, indexOf);
    if (findBox(node, openState(model.facts)) !== null) return [];
    return [
      {
        kind: 'question-never-asked',
        subject: { sort: 'fact', id: fact.id, path: ['asked-if'] },
        message: `${fact.id} is never asked, because no answers meet its asked-if`,
      },
    ];
  });
}
