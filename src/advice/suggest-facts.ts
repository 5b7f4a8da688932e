import type { Case } from './case.ts';

/**
 * Where nothing is known: the three facts to tell first, those that most rules of weight listen to.
 * Only facts that stand open and make sense to ask at once; a presumption is known well enough to
 * begin with.
 */
export function suggestFacts(item: Case): string[] {
  const weights = item.model.facts.map((_, fact) =>
    item.model.rules.reduce((sum, rule) => {
      if (!rule.when.reads.includes(fact)) return sum;
      return sum + (rule.removes !== 0 ? 4 : rule.favours === null ? 0 : rule.tier);
    }, 0),
  );
  return item.model.facts
    .map((fact, index) => ({
      id: fact.id,
      index,
      weight:
        fact.presumed === null && item.rulebook.facts[index]?.['asked-if'] === undefined
          ? (weights[index] ?? 0)
          : 0,
    }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, 3)
    .map((each) => each.id);
}
