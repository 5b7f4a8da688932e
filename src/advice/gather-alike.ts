import { at } from '../at.ts';
import { maskOfValues } from '../decide/build-state.ts';
import type { Model, ModelFact } from '../decide/model.ts';
import type { NumberRange } from '../rulebook/fact-value.ts';
import type { Alike, FactStatement, Workload } from '../workload/workload.ts';

/** A sort while it is gathered: what holds of all of it, and what else is of it. */
interface Sort {
  readonly first: Workload;
  readonly facts: FactStatement[];
  readonly alike: Alike[];
}

/**
 * Lays workloads together of which no rule could tell one from another: of each sort the first stays and
 * names the others, the largest sort first. An estate of hundreds of machines has a handful of sorts, and a
 * question about one is a question about all of it. What has parts, waivers, rulings or an expectation of
 * its own stays by itself.
 * @param workloads of one table, each looked at once and not kept
 * @param model says which numbers rules can tell apart
 */
export function gatherAlike(workloads: Iterable<Workload>, model: Model): Workload[] {
  const known = new Map(model.facts.map((fact) => [fact.id, fact]));
  const sorts = new Map<string, Sort>();
  for (const workload of workloads) {
    const { name, file, facts, unclear = [], at: place = { file, line: 1, column: 1 } } = workload;
    const key = isPlain(workload)
      ? [
          ...facts.map((statement) => keyOf(statement, known.get(statement.fact))),
          ...unclear.map(({ clarification }) => clarification),
        ].join(';')
      : `by itself ${sorts.size}`;
    const sort = sorts.get(key);
    if (sort === undefined) sorts.set(key, { first: workload, facts: [...facts], alike: [] });
    else {
      sort.alike.push({ name, at: place });
      for (const [index, statement] of facts.entries())
        sort.facts[index] = joinStatements(at(sort.facts, index), statement);
    }
  }
  return [...sorts.values()]
    .sort((a, b) => b.alike.length - a.alike.length)
    .map(({ first, facts, alike }) => (alike.length === 0 ? first : { ...first, facts, alike }));
}

/** Whether a workload has neither parts, waivers, rulings nor an expectation of its own. */
export function isPlain({ components, waivers, rulings = [], expect }: Workload): boolean {
  return components.length + waivers.length + rulings.length === 0 && expect === undefined;
}

function keyOf({ fact, values, origin }: FactStatement, known: ModelFact | undefined): string {
  const said = values === null || known === undefined ? 'unknown' : maskOfValues(known, values);
  return `${fact} ${origin} ${said}`;
}

/** What holds of all of a sort: of two numbers, which no rule tells apart, all that lies between them. */
function joinStatements(a: FactStatement, b: FactStatement): FactStatement {
  const [one, other] = [onlyNumber(a), onlyNumber(b)];
  if (one === undefined || other === undefined || one === other) return a;
  const least = Math.min(boundOf(one, 'at-least', -Infinity), boundOf(other, 'at-least', -Infinity));
  const most = Math.max(boundOf(one, 'at-most', Infinity), boundOf(other, 'at-most', Infinity));
  const bounds = {
    ...(least === -Infinity ? {} : { 'at-least': least }),
    ...(most === Infinity ? {} : { 'at-most': most }),
  };
  return { ...a, values: [bounds] };
}

/** The number, or the range, that was said; undefined of choices, and of several. */
function onlyNumber({ values }: FactStatement): number | NumberRange | undefined {
  const [only] = values ?? [];
  return values?.length !== 1 || typeof only === 'string' ? undefined : only;
}

function boundOf(value: number | NumberRange, bound: 'at-least' | 'at-most', none: number): number {
  return typeof value === 'object' ? (value[bound] ?? none) : value;
}
