import { applyRulings } from '../../advice/apply-rulings.ts';
import { gatherWaivedRules } from '../../advice/apply-waivers.ts';
import { at } from '../../at.ts';
import { InputError, isInputError, type Problem } from '../../errors.ts';
import type { Io } from '../../io.ts';
import type { Place } from '../../read/list-yaml-files.ts';
import { parseYaml, type YamlDocument } from '../../read/parse-yaml.ts';
import { readText } from '../../read/read-text.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { combineFacts, type FactStatement, listParts, type Workload } from '../../workload/workload.ts';
import type { Profile } from '../../workload/parse-profile.ts';
import { parseWorkload } from '../../workload/parse-workload.ts';
import { leaveOutFacts } from './leave-out-facts.ts';
import { type PlacingPair, compareOutcomes, type OutcomeChange } from './compare-outcomes.ts';

/** What the two rulebooks make of one workload, or of one component of it. */
export interface WorkloadComparison {
  readonly name: string;
  readonly component?: string | undefined;
  readonly file: string;
  /** Null where it comes out the same. */
  readonly outcome: OutcomeChange | null;
  /** What only one of the two rulebooks finds wrong with the file; then there is no outcome. */
  readonly unreadable?: { readonly under: 'before' | 'after'; readonly problems: readonly Problem[] };
}

/** What both rulebooks read of a file, beside it. */
export interface Beside {
  /** The profile as each of them reads it. */
  readonly profile: { readonly before: Profile['facts']; readonly after: Profile['facts'] };
  /** The day waivers are judged by, YYYY-MM-DD. */
  readonly today: string;
}

/**
 * Decides workloads under two rulebooks, and explains where they come out differently.
 * @param files workload files
 * @throws InputError for what neither of the two can read
 */
export function compareWorkloads(
  io: Io,
  files: readonly Place[],
  comparison: PlacingPair,
  beside: Beside,
): WorkloadComparison[] {
  const problems: Problem[] = [];
  const compared = files.flatMap((file) => {
    try {
      const documents = readDocuments(io, file);
      return documents.flatMap((document, index) =>
        compareDocument(document, documents.length > 1 ? index + 1 : undefined, comparison, beside),
      );
    } catch (error) {
      if (!isInputError(error)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return compared;
}

function readDocuments(io: Io, { path, shown }: Place): YamlDocument[] {
  const documents = parseYaml(readText(io, path, shown), shown);
  if (documents.length === 0) throw new InputError([{ message: 'the file is empty', at: { file: shown } }]);
  return documents;
}

function compareDocument(
  document: YamlDocument,
  number: number | undefined,
  comparison: PlacingPair,
  { profile, today }: Beside,
): WorkloadComparison[] {
  const [one, other] = [comparison.before.rulebook, comparison.after.rulebook];
  const before = tryParse(leaveOutFacts(document, one, other), one, number);
  const after = tryParse(leaveOutFacts(document, other, one), other, number);
  if ('problems' in before && 'problems' in after) throw new InputError(before.problems);
  if ('problems' in before) return [describeUnreadable(after as Workload, 'before', before.problems)];
  if ('problems' in after) return [describeUnreadable(before, 'after', after.problems)];
  const waived = gatherWaivedRules(before.waivers, today);
  const compare = (old: readonly FactStatement[], now: readonly FactStatement[]) =>
    compareOutcomes(comparison, {
      before: combineFacts(profile.before, before.facts, old),
      after: combineFacts(profile.after, after.facts, now),
      waived,
      rule: (ready) => applyRulings(ready, before.rulings, today),
    });
  const { name, file } = before;
  const parts = listParts(after);
  return listParts(before).map((part, index) => ({
    name,
    component: part.component,
    file,
    outcome: compare(part.facts, at(parts, index).facts),
  }));
}

function tryParse(
  document: YamlDocument,
  rulebook: Rulebook,
  number: number | undefined,
): Workload | { readonly problems: readonly Problem[] } {
  try {
    return parseWorkload(document, rulebook, number);
  } catch (error) {
    if (!isInputError(error)) throw error;
    return { problems: error.problems };
  }
}

function describeUnreadable(
  { name, file }: Workload,
  under: 'before' | 'after',
  problems: readonly Problem[],
): WorkloadComparison {
  return { name, file, outcome: null, unreadable: { under, problems } };
}
