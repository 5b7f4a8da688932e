import type { FactValue } from '../../rulebook/fact-value.ts';

/** How grave a finding is: an error contradicts what the rulebook says, a warning is for nothing, a note is good to know. */
export type Level = 'error' | 'warning' | 'note';

/** Every kind of finding: how grave it is, what it is called, what to do about it. */
export const findingKinds = {
  'rule-never-fires': {
    level: 'error',
    title: 'A rule that can never fire',
    todo: 'Mend its condition, or delete the rule.',
  },
  'vote-without-placement': {
    level: 'error',
    title: 'A vote without a placement to go by',
    todo: 'Name a placement under by-way-of or suits that survives when the rule fires, or delete the vote.',
  },
  'rests-on-presumption': {
    level: 'error',
    title: 'An exclusion or strong vote that rests on silence',
    todo: 'Take the presumption away, test the fact so that only a stated value fires the rule, or say at the fact under safe-to-presume why silence can be trusted.',
  },
  'law-isolation': {
    level: 'error',
    title: 'More isolation demanded, less given',
    todo: 'Let rules that read the demand only exclude what is less isolated, favour VMs, and suit the most isolated form.',
  },
  'law-towards-vm': {
    level: 'error',
    title: 'Forced towards a VM, and out comes a container',
    todo: 'Let a vote go by way of placements of the kind it favours, and of no other.',
  },
  'question-never-asked': {
    level: 'error',
    title: 'A question that nobody can be asked',
    todo: 'Mend asked-if, or leave it out.',
  },
  'rule-without-effect': {
    level: 'warning',
    title: 'A rule that changes nothing',
    todo: 'Delete it, or change what makes it idle.',
  },
  'rules-alike': {
    level: 'warning',
    title: 'Two rules that say the same',
    todo: 'Keep one of them, with the reasons and sources of both.',
  },
  'rule-covered': {
    level: 'warning',
    title: 'A rule in the shadow of another',
    todo: 'Delete it, make it stronger than the other, or let the other not fire where it does.',
  },
  'one-cause-twice': {
    level: 'warning',
    title: 'One fact that votes twice',
    todo: 'Put the two into one concern, or say in one of them under besides, for the other, why it is a cause of its own.',
  },
  'complementary-halves': {
    level: 'warning',
    title: 'Two halves that are silent together',
    todo: 'Write a base rule without the fact, and where one half weighs more a stronger variant of it.',
  },
  'pulls-both-ways': {
    level: 'warning',
    title: 'A rule that excludes containers and favours them',
    todo: 'Write two rules, one that excludes and one that favours.',
  },
  'reason-not-of-this-form': {
    level: 'warning',
    title: 'A reason that is not true of the form',
    todo: 'Guard the condition, name under by-way-of every form that the reason is true of, let the rule suit those forms, or say under elsewhere what is true of the others.',
  },
  'fact-unread': {
    level: 'warning',
    title: 'A fact that nothing reads',
    todo: 'Delete the fact, or write the rule or action that reads it.',
  },
  'fact-without-effect': {
    level: 'warning',
    title: 'A fact that changes nothing',
    todo: 'Delete the fact, or change what makes its rules and actions idle.',
  },
  'choices-alike': {
    level: 'warning',
    title: 'Choices that nothing tells apart',
    todo: 'Join them into one, or write the rule or action that tells them apart.',
  },
  'placement-unreachable': {
    level: 'warning',
    title: 'A placement that is never chosen',
    todo: 'Mend what it needs or what rules it out, write a rule that suits it, or delete it.',
  },
  'placement-without-needs': {
    level: 'warning',
    title: 'A placement that is at hand everywhere',
    todo: 'Say under needs what has to be there, such as a fact about the site that you add.',
  },
  'kind-unreachable': {
    level: 'warning',
    title: 'A kind that is never the answer',
    todo: 'Write rules that favour it, or mend what always rules it out.',
  },
  'action-never-called': {
    level: 'warning',
    title: 'An action that is never called for',
    todo: 'Say what it is for, let a rule demand it, mend its condition, or delete it.',
  },
  'param-unused': {
    level: 'warning',
    title: 'A param that no condition uses',
    todo: 'Use it as $id, or delete it.',
  },
  'condition-unused': {
    level: 'warning',
    title: 'A condition by name that nothing uses',
    todo: 'Use it as condition: id, or delete it.',
  },
  'outside-unused': {
    level: 'warning',
    title: 'An entry outside the placements that no rule considers',
    todo: 'Write the rule that says when to consider it, or delete it.',
  },
  'observation-unused': {
    level: 'warning',
    title: 'An observation that shows nothing of any action',
    todo: 'Name it under shown-by of the action that it tells of, or delete it.',
  },
  'source-unused': {
    level: 'warning',
    title: 'A source that nothing cites',
    todo: 'Cite it, or delete it.',
  },
  'headline-unreachable': {
    level: 'note',
    title: 'A headline or strength that is never reached',
    todo: 'Nothing, if that is meant.',
  },
  'demand-undeclared': {
    level: 'note',
    title: 'Isolation is demanded, and no fact says that it is a demand',
    todo: 'Write demands: isolation at the scale or yes-no fact that raises the demand; then the law of isolation can be proven.',
  },
  'elsewhere-unused': {
    level: 'note',
    title: 'A reason that is never said',
    todo: 'Delete elsewhere, or the placements that it names in vain.',
  },
  'besides-unused': {
    level: 'note',
    title: 'A defence of what needs none',
    todo: 'Delete besides, or the rule or concern that it names in vain.',
  },
  'source-old': {
    level: 'note',
    title: 'A source older than three years',
    todo: 'See whether it still holds, and cite the newer text or date.',
  },
  'source-date-unclear': {
    level: 'note',
    title: 'A source whose date cannot be read',
    todo: 'Write a year, a month (2026-11), a day (2026-11-23), or undated.',
  },
  'proof-unfinished': {
    level: 'note',
    title: 'A proof that was not finished',
    todo: 'Nothing has to be wrong. Simpler conditions make a proof easier.',
  },
} as const satisfies Readonly<
  Record<string, { readonly level: Level; readonly title: string; readonly todo: string }>
>;

/** A stable name of a kind of finding. */
export type FindingKind = keyof typeof findingKinds;

/** An entry of a rulebook, and perhaps one key of it. */
export interface LintSubject {
  readonly sort:
    | 'rule'
    | 'fact'
    | 'placement'
    | 'outside'
    | 'observation'
    | 'action'
    | 'source'
    | 'param'
    | 'condition'
    | 'rulebook';
  /** Its id; empty for the rulebook. */
  readonly id: string;
  /** The key that is meant, such as asked-if, and steps below it. */
  readonly path?: readonly string[];
}

/** What is said of a workload; null for an explicit unknown. Facts that are missing are not said. */
export type Said = Readonly<Record<string, FactValue | null>>;

/** A workload that shows a finding, and for a law the step that breaks it. */
export interface Witness {
  readonly facts: Said;
  /** What is then said otherwise. */
  readonly change?: Said;
  /** What it shows, in a few words. */
  readonly shows: string;
}

/** Something that a rulebook says in vain, twice, or against itself. */
export interface Finding {
  readonly kind: FindingKind;
  readonly subject: LintSubject;
  /** Another entry that has to do with it. */
  readonly other?: LintSubject;
  readonly message: string;
  readonly witness?: Witness;
}
