import { at } from '../at.ts';
import { maskOfValues } from '../decide/build-state.ts';
import type { Model, ModelFact } from '../decide/model.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';

/**
 * Lays workloads together of which no rule could tell one from another: of each sort the first stays and
 * names the others, the largest sort first. An estate of hundreds of machines has a handful of sorts, and a
 * question about one is a question about all of it.
 * @param workloads of one table, without components, waivers or rulings
 * @param model says which numbers rules can tell apart
 */
export function gatherAlike(workloads: readonly Workload[], model: Model): Workload[] {
  const facts = new Map(model.facts.map((fact) => [fact.id, fact]));
  const sorts = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const key = workload.facts.map((statement) => keyOf(statement, facts.get(statement.fact))).join(';');
    const sort = sorts.get(key);
    if (sort === undefined) sorts.set(key, [workload]);
    else sort.push(workload);
  }
  return [...sorts.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([first, ...others]) => (first === undefined ? [] : [withAlike(first, others)]));
}

function keyOf({ fact, values, origin }: FactStatement, known: ModelFact | undefined): string {
  const said = values === null || known === undefined ? 'unknown' : maskOfValues(known, values);
  return `${fact} ${origin} ${said}`;
}

function withAlike(first: Workload, others: readonly Workload[]): Workload {
  if (others.length === 0) return first;
  return {
    ...first,
    facts: first.facts.map((_, index) =>
      [first, ...others].map(({ facts }) => at(facts, index)).reduce(widerOf),
    ),
    alike: others.map(({ name, file, at: place }) => ({ name, at: place ?? { file, line: 1, column: 1 } })),
  };
}

/** What holds of all of a sort: of two upper bounds the higher one. */
function widerOf(a: FactStatement, b: FactStatement): FactStatement {
  return mostOf(b) > mostOf(a) ? b : a;
}

function mostOf({ values }: FactStatement): number {
  const [only] = values ?? [];
  return typeof only === 'object' ? (only['at-most'] ?? 0) : 0;
}
