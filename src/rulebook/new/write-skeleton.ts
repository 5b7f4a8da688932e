import { listValues } from '../fact-value.ts';
import type { Rulebook } from '../rulebook.ts';

/** What a rulebook of one's own can be given a new one of. */
export const skeletonSorts = ['rule', 'fact', 'action', 'placement', 'source'] as const;
/** @see skeletonSorts */
export type SkeletonSort = (typeof skeletonSorts)[number];

/** A new entry as it stands in a file, before anybody filled it in. */
export interface Skeleton {
  /** The list that it belongs to, such as `rules`. */
  readonly key: string;
  /** Its lines, without the dash and the indent. */
  readonly lines: readonly string[];
}

/**
 * Writes an entry that loads as it stands, with what to fill in and what else could stand there.
 * @param rulebook whose facts and concerns it may name
 */
export function writeSkeleton(sort: SkeletonSort, id: string, rulebook: Rulebook): Skeleton {
  return { key: `${sort}s`, lines: writers[sort](id, rulebook) };
}

const writers: Readonly<Record<SkeletonSort, (id: string, rulebook: Rulebook) => string[]>> = {
  rule: (id, rulebook) => {
    const { fact, one, other } = pickFact(rulebook, '');
    const [concern = '', ...others] = rulebook.concerns.map((each) => each.id);
    return [
      `id: ${id}`,
      `concern: ${concern} # or ${others.join(', ')}; of one concern only the strongest rule counts`,
      'title: What is so about the workload, in a few words',
      `when: { ${fact}: ${one} } # all that has to hold; advise facts lists what can be said`,
      'favours: { vm: slight } # or container; strong, moderate or slight. Or: suits, rules-out, isolation, must, note',
      'because: The reason in one sentence, as somebody understands it who does not know the rulebook.',
      'cites: [judgement] # or sources, by id',
      'examples: # facts with which it fires, and the one that has to be otherwise for it to keep quiet',
      `  fires: { ${fact}: ${one} }`,
      `  quiet: { ${fact}: ${other} }`,
    ];
  },
  fact: (id) => [
    `id: ${id} # a group, a dot, a name; a new group goes under fact-groups`,
    'name: what it is called in running text',
    'question: What do you want to know?',
    'help: Whose answer it is, and what counts.',
    'kind: choice # or scale (weakest value first), yes-no, number (with unit, at-least, at-most in place of values)',
    'values: # each value, and what it means',
    '  one: the first answer in words',
    '  other: the second answer in words',
    '# presumed: other # what holds where nobody says anything; then also exception and exception-is',
  ],
  action: (id) => [
    `id: ${id}`,
    'title: What to do, as an order',
    'level: should # or must: a condition of the verdict',
    'for: all # or vm, container, placements; left out, only a rule with must calls for it',
    'because: Why, in one sentence.',
    'cites: [judgement] # or sources, by id',
  ],
  placement: (id, rulebook) => {
    const { fact, one } = pickFact(rulebook, 'site.');
    const kind = id.startsWith('vm') ? 'vm' : 'container';
    return [
      `id: ${id}`,
      `kind: ${kind}`,
      `isolation: ${kind === 'vm' ? 'own-kernel' : 'shared-kernel # or user-namespace, user-kernel, own-kernel'}`,
      'title: What it is called in a report',
      'is: What it is, in one sentence.',
      `needs: { ${fact}: ${one} } # what has to be at hand; without it, it is possible everywhere`,
      'cites: [judgement] # or sources, by id',
    ];
  },
  source: (id) => [
    `id: ${id}`,
    'title: What the text is called',
    'publisher: Who published it',
    'date: undated # or its year, month or day in quotes: "2026-11"',
    'address: https://example.org/',
    'read: not-read # or full, excerpt, landing-page',
    'grade: weak # or primary, secondary',
    'supports: What it says that rules rest on.',
  ],
};

/** A fact with two values that a condition can tell apart, of a group where that has one. */
function pickFact({ facts }: Rulebook, group: string): { fact: string; one: string; other: string } {
  const chosen = facts.filter((fact) => listValues(fact).length > 1);
  const fact = chosen.find(({ id }) => id.startsWith(group)) ?? chosen[0];
  const [other = '', one = ''] = fact === undefined ? [] : listValues(fact);
  return { fact: fact?.id ?? '', one, other };
}

/**
 * Writes a rulebook that extends the default one and says nothing else yet.
 * @param date the day it was made, YYYY-MM-DD
 */
export function writeNewRulebook(name: string, date: string): string {
  return [
    '# What differs from the rulebook that comes with advise. docs/own-rulebook.md goes through it;',
    '# `advise rules new rule my-rule <this file>` adds a rule to fill in, and so for a fact, an action, a placement',
    '# and a source; set, presume, change and disable say otherwise what the default says, each with a reason.',
    'rulebook: 1 # the version of the format',
    `name: ${name}`,
    'version: 0.1.0',
    `date: ${date}`,
    'extends: default',
    '',
  ].join('\n');
}
