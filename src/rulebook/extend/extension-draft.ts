import type { Problem } from '../../errors.ts';
import { collectNames, type Names } from '../load/check-names.ts';
import type { Say } from '../load/parse-condition.ts';
import { findNamed } from '../look-up.ts';
import type { Content, RulebookDifferences, OldName, Rulebook } from '../rulebook.ts';
import { widenFacts } from './widen-facts.ts';
import type { ExtensionFile } from './parse-extension-files.ts';

/** What the steps of extending a rulebook share. */
export interface ExtensionDraft {
  /** What is extended. */
  readonly base: Rulebook;
  /** The name of the rulebook that extends it. */
  readonly name: string;
  /** Its files. */
  readonly files: readonly ExtensionFile[];
  /** What they may name: what is extended, and what they add. */
  readonly names: Names;
  readonly problems: Problem[];
  readonly oldNames: OldName[];
}

/**
 * Begins to lay a rulebook over another.
 * @param base what is extended
 * @param name the name of the rulebook that extends it
 * @param files its files
 * @param problems takes what is wrong
 */
export function beginDraft(
  base: Rulebook,
  name: string,
  files: readonly ExtensionFile[],
  problems: Problem[],
): ExtensionDraft {
  const added = files.map(({ content }) => content);
  const names = collectNames({
    ...base,
    params: [...base.params, ...added.flatMap(({ params = [] }) => params)],
    conditions: [...base.conditions, ...added.flatMap(({ conditions = [] }) => conditions)],
    facts: [...widenFacts(base.facts, files), ...added.flatMap(({ facts = [] }) => facts)],
    placements: [...base.placements, ...added.flatMap(({ placements = [] }) => placements)],
    placementGroups: joinGroups(base, files),
    outside: [...base.outside, ...added.flatMap(({ outside = [] }) => outside)],
    observations: [...base.observations, ...added.flatMap(({ observations = [] }) => observations)],
    actions: [...base.actions, ...added.flatMap(({ actions = [] }) => actions)],
    rules: [...base.rules, ...(base.disabled ?? []), ...added.flatMap(({ rules = [] }) => rules)],
    concerns: [
      ...base.concerns,
      ...added.flatMap(({ concerns = [] }) => concerns),
      ...files.map(({ concern = '' }) => ({ id: concern })),
    ],
    sources: [...base.sources, ...added.flatMap(({ sources = [] }) => sources)],
  });
  return { base, name, files, names, problems, oldNames: [] };
}

/** The groups of placements of a rulebook with those of files that extend it. */
export function joinGroups(
  { placementGroups }: Rulebook,
  files: readonly ExtensionFile[],
): Rulebook['placementGroups'] {
  const groups = new Map(Object.entries(placementGroups));
  for (const { content } of files)
    for (const [group, members] of Object.entries(content['placement-groups'] ?? {}))
      groups.set(group, [...(groups.get(group) ?? []), ...members]);
  return Object.fromEntries(groups);
}

/** What one step of extending made of the content, and what it did. */
export interface ExtensionStep {
  readonly content: Content;
  readonly differs: Partial<RulebookDifferences>;
}

/** Says what is wrong in a file of the draft. */
export function collectIn(draft: ExtensionDraft, file: ExtensionFile): Say {
  return (message, path, part = 'value') =>
    draft.problems.push({ message, at: file.source.locate(path, part) });
}

/** The names as a file of the draft uses them: old names are understood, and noted. */
export function namesIn({ base, names, oldNames }: ExtensionDraft, file: ExtensionFile): Names {
  const oldFacts = new Map(base.facts.flatMap(({ id, was = [] }) => was.map((name) => [name, id] as const)));
  return {
    ...names,
    conditions: {
      ...names.conditions,
      conditions: names.conditions.conditions.map(({ id }) => findNamed(base.conditions, id) ?? { id }),
      oldFacts,
      noteOldName: (sort, name, now, path) =>
        oldNames.push({
          sort,
          name,
          now,
          at: file.source.locate(path, sort === 'fact' ? 'key' : 'value'),
        }),
    },
  };
}

/** By id: what stands in which file first says nothing. */
export function sortBy<T>(list: readonly T[], id: (entry: T) => string): T[] {
  return [...list].sort((a, b) => (id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : 0));
}
