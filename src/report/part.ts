import type { Advice, PartAdvice } from '../advice/result.ts';
import { labelOf } from '../workload/workload.ts';
import { wordBecause } from './because.ts';
import { type Reliance, relianceOf } from '../words.ts';
import { joinNames, type NameIndex, type ReportPart, wordFact } from './names.ts';
import { listWaivings } from './remarks.ts';
import { listShares, wordShares } from './totals.ts';
import { type VerdictView, viewVerdict, wordStatus } from './verdict.ts';

/** What a workload is called in a report, with how many are like it. */
export function wordWorkload({ workload }: Advice): string {
  return labelOf(workload);
}

/** What else a record is of, beside the workload that it names; undefined where nothing. */
export function wordMembers({ workload: { alike = [] } }: Advice): string | undefined {
  return alike.length === 0
    ? undefined
    : `Like it in all that a rule looks at: ${joinNames(alike.map(({ name }) => name))}.`;
}

/** The things to place of a workload with their names: itself, or its components where it has some. */
export function listNamedParts(
  advice: Advice,
): { readonly name: string; readonly members: readonly string[]; readonly part: PartAdvice }[] {
  const { name, alike = [] } = advice.workload;
  if (advice.components.length === 0)
    return [{ name: wordWorkload(advice), members: [name, ...alike.map((each) => each.name)], part: advice }];
  return advice.components.map((part) => ({ name: part.name, members: [part.name], part }));
}

/**
 * The things to place of a workload, as a report tells of them.
 * @param all also what a report in short leaves out
 */
export function listReportParts(advice: Advice, names: NameIndex, all: boolean): ReportPart[] {
  const parts = listNamedParts(advice);
  const shared = findShared(parts.map(({ part }) => part));
  return parts.map((each) => ({
    ...each,
    waivers: advice.waivers,
    shared,
    names,
    file: advice.workload.file,
    all,
  }));
}

/** The actions that several parts call for. */
function findShared(parts: readonly PartAdvice[]): ReadonlySet<string> {
  const ids = parts.flatMap(({ actions }) => actions.map(({ id }) => id));
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
}

/** The things to place of several workloads; parts are told with the name of their workload, too. */
export function listAllParts(results: readonly Advice[], names: NameIndex): ReportPart[] {
  return results.flatMap((advice) =>
    listReportParts(advice, names, false).map((about) => {
      if (results.length < 2 || advice.components.length === 0) return about;
      const name = `${wordWorkload(advice)}: ${about.name}`;
      return { ...about, name, members: [name] };
    }),
  );
}

/** One line of an overview: what something came out as, how firmly, what must be done. */
export interface OverviewRow {
  readonly name: string;
  readonly verdict: VerdictView;
  /** Why, in one reason; of a system, what its parts came out as. Without its stop. */
  readonly because: string;
  readonly scale: Reliance;
  /** How far it can be trusted, in a word or two. */
  readonly status: string;
  /** What became of its waivers, a sentence each; of parts none, as they stand at the whole. */
  readonly waivings: readonly string[];
  /** How many conditions it has; of a system, those of all its parts. */
  readonly musts: number;
  /** Of a row of a table and all that are like it: what tells it from the others. */
  readonly known?: string;
  /** The same: the first question whose answer could change the verdict on all of them. */
  readonly ask?: string;
  /** Whether a gate that it was held to tripped. */
  readonly tripped: boolean;
}

/** Lines of an overview of several workloads. */
export function viewOverview(results: readonly Advice[], names: NameIndex): OverviewRow[] {
  const differing = listDiffering(results);
  const called = new Map<string, number>();
  for (const name of results.map(wordWorkload)) called.set(name, (called.get(name) ?? 0) + 1);
  return results.map((advice) => {
    const parts = listReportParts(advice, names, false);
    const [first] = parts;
    const name = wordWorkload(advice);
    const { file, at } = advice.workload;
    const alike = called.get(name) !== 1 && at === undefined;
    return {
      name: alike ? `${name} (${file})` : name,
      ...viewVerdicts(advice, names),
      because:
        advice.components.length === 0 && first !== undefined
          ? wordBecause(first)
          : wordShares(listShares([advice])),
      musts: parts.reduce((sum, { part }) => sum + countMusts(part), 0),
      waivings: listWaivings(advice),
      tripped: advice.gates.some(({ passed }) => !passed),
      ...(advice.workload.at === undefined ? {} : viewSort(advice, differing, names)),
    };
  });
}

/** Facts that are known of some of the results and are not the same of all; only rows of tables are told by them. */
function listDiffering(results: readonly Advice[]): string[] {
  const [first] = results;
  if (first === undefined || results.every(({ workload }) => workload.at === undefined)) return [];
  return Object.keys(first.facts).filter((fact) => {
    const value = JSON.stringify(first.facts[fact]?.value);
    return results.some(({ facts }) => JSON.stringify(facts[fact]?.value) !== value);
  });
}

function viewSort(
  { facts, hinges }: Advice,
  differing: readonly string[],
  names: NameIndex,
): Pick<OverviewRow, 'known' | 'ask'> {
  const known = differing.flatMap((fact) => {
    const { value, at } = facts[fact] ?? {};
    return value === undefined || at === undefined ? [] : [wordFact(names, { fact, value })];
  });
  const unanswered = hinges.find(({ by }) => by === 'unanswered')?.changes[0]?.fact;
  const question = unanswered === undefined ? undefined : names.facts(unanswered)?.question;
  return {
    ...(known.length === 0 ? {} : { known: known.join(', ') }),
    ...(question === undefined ? {} : { ask: question }),
  };
}

/** Lines of an overview of the parts of a workload. */
export function viewParts(advice: Advice, names: NameIndex): OverviewRow[] {
  return listReportParts(advice, names, false).map((about) => ({
    name: about.name,
    ...viewVerdicts(about.part, names),
    because: wordBecause(about),
    musts: countMusts(about.part),
    waivings: [],
    tripped: false,
  }));
}

function viewVerdicts(part: PartAdvice, names: NameIndex): Pick<OverviewRow, 'verdict' | 'scale' | 'status'> {
  return {
    verdict: viewVerdict({ part, names }),
    scale: relianceOf(part.verdict),
    status: wordStatus(part.verdict),
  };
}

function countMusts({ actions }: PartAdvice): number {
  return actions.filter(({ level }) => level === 'must').length;
}
