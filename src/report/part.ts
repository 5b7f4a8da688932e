import type { ActionItem, Advice, PartAdvice } from '../advice/result.ts';
import type { NameIndex, ReportPart } from './names.ts';
import { type VerdictView, viewVerdict } from './verdict.ts';

/** The things to place of a workload with their names: itself, or its components where it has some. */
export function listNamedParts(advice: Advice): { readonly name: string; readonly part: PartAdvice }[] {
  if (advice.components.length === 0) return [{ name: advice.workload.name, part: advice }];
  return advice.components.map((part) => ({ name: part.name, part }));
}

/**
 * The things to place of a workload, as a report tells of them.
 * @param all also what a report in short leaves out
 */
export function listReportParts(advice: Advice, names: NameIndex, all: boolean): ReportPart[] {
  return listNamedParts(advice).map((each) => ({
    ...each,
    waivers: advice.waivers,
    names,
    file: advice.workload.file,
    all,
  }));
}

/** One line of an overview: what something came out as, how firmly, what must be done. */
export interface OverviewRow {
  readonly name: string;
  readonly verdict: VerdictView;
  /** How many conditions it has; of a system, those of all its parts. */
  readonly musts: number;
}

/** Lines of an overview of several workloads. */
export function viewOverview(results: readonly Advice[], names: NameIndex): OverviewRow[] {
  return results.map((part) =>
    viewRow(
      part.workload.name,
      part,
      listNamedParts(part).flatMap((each) => each.part.actions),
      names,
    ),
  );
}

/** Lines of an overview of the parts of a workload. */
export function viewParts(advice: Advice, names: NameIndex): OverviewRow[] {
  return listNamedParts(advice).map(({ name, part }) => viewRow(name, part, part.actions, names));
}

function viewRow(
  name: string,
  part: PartAdvice,
  actions: readonly ActionItem[],
  names: NameIndex,
): OverviewRow {
  const musts = actions.filter(({ level }) => level === 'must').length;
  return { name, verdict: viewVerdict({ part, names }), musts };
}
