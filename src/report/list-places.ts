import type { Advice, Evidence } from '../advice/result.ts';
import type { Position } from '../errors.ts';
import { stdinName } from '../workload/workload.ts';

/**
 * Lines of files that facts stand on, those of the workload's own file first; where there is none, the
 * beginning of the workload. Standard input has no line that anybody could open.
 */
export function listPlaces(
  facts: readonly Pick<Evidence, 'at'>[],
  advice: Advice,
  first?: Position,
): Position[] {
  const { file, document } = advice.workload;
  const at = facts.flatMap((fact) => (fact.at === undefined ? [] : [fact.at]));
  const own = at.filter((place) => place.file === file);
  const others = at.filter((place) => place.file !== file);
  const places = [...(first === undefined ? [] : [first]), ...own, ...others];
  const found =
    places.length > 0 ? places : [{ file, line: document === undefined ? 1 : findTop(advice), column: 1 }];
  return found.filter((place) => place.file !== stdinName);
}

/** The first line of a document among several on which something was stated. */
function findTop({ workload, facts, components }: Advice): number {
  const all = [facts, ...components.map((component) => component.facts)];
  const entries = all.flatMap((each) => Object.values(each));
  const lines = entries.flatMap(({ at }) => (at?.file === workload.file ? [at.line] : []));
  return lines.length === 0 ? 1 : Math.min(...lines);
}
