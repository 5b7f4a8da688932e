import type { FindingKind, Level } from './finding.ts';

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
