import type { Position } from '../../errors.ts';
import type { FactValue } from '../../rulebook/fact-value.ts';
import type { Locate } from '../../rulebook/load/locate-entries.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { writeWorkload } from '../../workload/write-workload.ts';
import { type BlamedChange, listBlame, isInherited } from './list-blame.ts';
import { type Finding, type FindingKind, findingKinds, type Level, type Said } from './finding.ts';

/** A finding as it is printed: with its place, and its witness as a file that can be assessed. */
export interface Reported {
  /** What stays the same of it while the rulebook around it changes. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly level: Level;
  /** Where to begin: the change of an extension where that is to blame, else the entry. */
  readonly at: Position;
  /** What it is about, such as "rule windows-role". */
  readonly about: string;
  readonly message: string;
  readonly todo: string;
  /** What rulebooks that extend another did to what it is about. */
  readonly changes: readonly BlamedChange[];
  /** The entry itself where `at` is a change, and another one that has to do with it. */
  readonly related: readonly { readonly about: string; readonly at: Position }[];
  readonly witness: ReportedWitness | null;
}

/** A workload that shows a finding. */
export interface ReportedWitness {
  readonly shows: string;
  /** The workload as a file. */
  readonly workload: string;
  /** For a law: the step that breaks it, as --set takes it. */
  readonly step: readonly string[];
}

const gravest: readonly Level[] = ['error', 'warning', 'note'];

/**
 * Puts findings in order, the gravest first, then by file and line, and says where each stands.
 * @param locate the way back to the lines of the rulebook
 */
export function reportFindings(rulebook: Rulebook, findings: readonly Finding[], locate: Locate): Reported[] {
  return findings
    .map((finding): Reported => describe(rulebook, finding, locate))
    .sort(
      (a, b) =>
        gravest.indexOf(a.level) - gravest.indexOf(b.level) ||
        compare(a.at.file, b.at.file) ||
        a.at.line - b.at.line ||
        a.at.column - b.at.column ||
        compare(a.kind, b.kind) ||
        compare(a.message, b.message),
    );
}

function describe(rulebook: Rulebook, finding: Finding, locate: Locate): Reported {
  const { kind, subject, other, message, witness } = finding;
  const inherited = isInherited(rulebook, subject);
  const { level, todo } = { ...findingKinds[kind], ...(inherited ? inheritedKinds[kind] : {}) };
  const changes = listBlame(rulebook, finding);
  const place = locate(subject.sort, subject.id, subject.path);
  const at = (inherited ? changes[0]?.at : undefined) ?? place;
  const name = (each: Finding['subject']) => (each.id === '' ? each.sort : `${each.sort} ${each.id}`);
  return {
    id: [kind, name(subject), ...(subject.path ?? []), ...(other === undefined ? [] : [name(other)])].join(
      '/',
    ),
    kind,
    level,
    at,
    about: name(subject),
    message,
    todo,
    changes,
    related: [
      ...(at === place ? [] : [{ about: name(subject), at: place }]),
      ...(other === undefined ? [] : [{ about: name(other), at: locate(other.sort, other.id, other.path) }]),
    ],
    witness:
      witness === undefined
        ? null
        : {
            shows: witness.shows,
            workload: write(rulebook, `${subject.id}, ${kind}`, witness.facts),
            step: Object.entries(witness.change ?? {}).map(([fact, value]) => `${fact}=${say(value)}`),
          },
  };
}

function write(rulebook: Rulebook, name: string, said: Said): string {
  const facts = Object.entries(said).map(([fact, value]) => ({
    fact,
    values: value === null ? null : [value],
    origin: 'stated' as const,
  }));
  return writeWorkload(rulebook, { name, file: '', facts, waivers: [], components: [] });
}

function say(value: FactValue | null): string {
  return value === null ? 'unknown' : String(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is otherwise about a finding on an entry of a rulebook that is extended. */
interface InheritedKind {
  /** Less grave where an extension can do nothing about it: it cannot delete the entry. */
  readonly level?: Level;
  /** What an extension can do. */
  readonly todo: string;
}

const leftOver: InheritedKind = {
  level: 'note',
  todo: 'Nothing, if that is meant: it belongs to a rulebook that yours extends, and stays there.',
};

/**
 * Kinds of findings that ask for something else where the entry is not one's own: a rule can be
 * disabled or changed, what is left over of the rest stays. Others ask for the same.
 */
export const inheritedKinds: Readonly<Partial<Record<FindingKind, InheritedKind>>> = {
  'rule-never-fires': { todo: 'Disable it with a reason, or change what keeps it from firing.' },
  'vote-without-placement': {
    todo: 'Change it so that it names a placement that survives or has no such vote, or disable it with a reason.',
  },
  'rests-on-presumption': {
    todo: 'Presume nothing of the fact (presume: to: unknown), or change the rule so that only a stated value fires it.',
  },
  'rule-without-effect': { todo: 'Disable it with a reason, or take back what makes it idle.' },
  'rules-alike': {
    todo: 'Disable one of them with a reason, or change one so that it says something else.',
  },
  'rule-covered': { todo: 'Disable it with a reason, or change one of the two.' },
  'complementary-halves': {
    todo: 'Change one so that it fires without the fact, or disable both with a reason and write a base rule and a stronger variant.',
  },
  'fact-unread': leftOver,
  'fact-without-effect': leftOver,
  'choices-alike': leftOver,
  'placement-unreachable': leftOver,
  'action-never-called': leftOver,
  'param-unused': leftOver,
  'source-unused': leftOver,
  'source-old': { todo: 'Nothing: whoever keeps the rulebook that yours extends looks after its sources.' },
  'source-date-unclear': {
    todo: 'Nothing: whoever keeps the rulebook that yours extends looks after its sources.',
  },
};
