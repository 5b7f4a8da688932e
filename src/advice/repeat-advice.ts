import type { FactStatement, Observed, Workload } from '../workload/workload.ts';
import { describeValue } from './describe-facts.ts';
import { describeWorkload } from './describe-workload.ts';
import type { Advice } from './result.ts';

type Place = NonNullable<FactStatement['at']>;

/** What is said of a workload as a whole: what counts of each fact, and what was observed. */
export interface WhatIsSaid {
  readonly statements: ReadonlyMap<string, FactStatement>;
  readonly observed: readonly Observed[];
}

/** What stands behind what an advice shows. */
interface Sources {
  /** By the place at which it is said: a fact, or the position among what was observed. */
  readonly places: ReadonlyMap<Place, string | number>;
  /** The facts that are said somewhere. */
  readonly facts: ReadonlySet<string>;
}

/** Writes a part of an advice for another workload; undefined of a part that is the same for all. */
type Rewrite = ((said: WhatIsSaid) => unknown) | undefined;

/**
 * Gives every statement and observation a place of its own, an object that nothing else has: by that, an advice
 * tells what stands behind each of its parts.
 */
export function markPlaces(workload: Workload): Workload {
  const mark = <T extends FactStatement | Observed>(said: T): T =>
    said.at === undefined ? said : { ...said, at: { ...said.at } };
  const { facts, observed } = workload;
  return { ...workload, facts: facts.map(mark), ...(observed && { observed: observed.map(mark) }) };
}

/**
 * Turns the advice on a workload into what gives the advice on others of which the same is said elsewhere, numbers
 * within the same bounds. What is the same for all, they share.
 * @param advice on a workload whose places are marked
 * @param said of that workload
 */
export function repeatAdvice(
  advice: Advice,
  { statements, observed }: WhatIsSaid,
): (workload: Workload, said: WhatIsSaid) => Advice {
  const places = new Map<Place, string | number>();
  const facts = new Set<string>();
  for (const [index, { at }] of observed.entries()) if (at !== undefined) places.set(at, index);
  for (const [fact, { at }] of statements)
    if (at !== undefined) {
      places.set(at, fact);
      facts.add(fact);
    }
  const rewrite = findRewrite(advice, { places, facts });
  return (workload, said) => ({
    ...(rewrite === undefined ? advice : (rewrite(said) as Advice)),
    workload: describeWorkload(workload),
  });
}

function findRewrite(part: unknown, sources: Sources): Rewrite {
  if (typeof part !== 'object' || part === null) return undefined;
  const inner = Object.entries(part).map(([key, value]) => ({ key, rewrite: findRewrite(value, sources) }));
  const own = Array.isArray(part) ? [] : listOwn(part, sources);
  const all = [...inner, ...own].flatMap(({ key, rewrite }) =>
    rewrite === undefined ? [] : [{ key, rewrite }],
  );
  if (all.length === 0) return undefined;
  return (said) => {
    const copy = (Array.isArray(part) ? [...(part as unknown[])] : { ...part }) as Record<string, unknown>;
    for (const { key, rewrite } of all) copy[key] = rewrite(said);
    return copy;
  };
}

/** What an entry shows of a statement or an observation: its place, and the value as it was said. */
function listOwn(
  entry: { readonly at?: unknown; readonly fact?: unknown },
  { places, facts }: Sources,
): { readonly key: string; readonly rewrite: Rewrite }[] {
  const source = places.get(entry.at as Place);
  if (typeof source === 'number') return [{ key: 'at', rewrite: ({ observed }) => observed[source]?.at }];
  const fact = source ?? entry.fact;
  if (typeof fact !== 'string' || !facts.has(fact)) return [];
  const place: Rewrite = ({ statements }) => statements.get(fact)?.at;
  const value: Rewrite = ({ statements }) => {
    const said = statements.get(fact);
    return said && describeValue(said);
  };
  return [
    ...(source === undefined ? [] : [{ key: 'at', rewrite: place }]),
    ...['value', 'now'].filter((key) => key in entry).map((key) => ({ key, rewrite: value })),
  ];
}
