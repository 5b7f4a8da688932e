import type { Path } from '../../read/parse-yaml.ts';
import { wordUnknownName } from '../../text/suggest.ts';
import { collectVocabulary } from '../condition.ts';
import { parseFactValue, type ValueRange } from '../fact-value.ts';
import type { Named } from '../look-up.ts';
import { listPlacementNames, type PlacementNames } from '../placements.ts';
import type { Example } from '../rulebook.ts';
import { type ConditionNames, renameFact, type Say } from './parse-condition.ts';

/** What the entries of a file may name. */
export interface Names {
  readonly conditions: ConditionNames;
  readonly placements: PlacementNames;
  readonly outside: readonly string[];
  readonly observations: readonly string[];
  readonly actions: readonly string[];
  /** Rules and concerns. */
  readonly causes: readonly string[];
  readonly citations: readonly string[];
  readonly corrections: readonly string[];
}

interface Entry {
  readonly id: string;
}

/** What names are collected from: the content of a rulebook, be its conditions understood yet or not. */
export interface NamedContent extends PlacementNames {
  readonly params: readonly (Entry & { readonly value: unknown })[];
  readonly conditions: readonly Named[];
  readonly facts: readonly ValueRange[];
  readonly outside: readonly Entry[];
  readonly observations: readonly Entry[];
  readonly actions: readonly Entry[];
  readonly rules: readonly Entry[];
  readonly concerns: readonly Entry[];
  readonly sources: readonly Entry[];
  readonly claims: readonly Entry[];
  readonly corrections: readonly Entry[];
}

/**
 * The names that the files of a rulebook may refer to.
 * @param content what the rulebook holds
 */
export function collectNames(content: NamedContent): Names {
  const ids = (list: readonly Entry[]) => list.map(({ id }) => id);
  const { claims, corrections, sources } = content;
  return {
    conditions: {
      ...collectVocabulary(content),
      conditions: content.conditions.map(({ id }) => ({ id })),
      oldFacts: new Map(),
      noteOldName: () => undefined,
    },
    placements: { placements: content.placements, placementGroups: content.placementGroups },
    outside: ids(content.outside),
    observations: ids(content.observations),
    actions: ids(content.actions),
    causes: [...ids(content.rules), ...ids(content.concerns)],
    citations: [...ids(claims), ...ids(corrections), ...ids(sources), 'judgement'],
    corrections: ids(corrections),
  };
}

/**
 * Understands an example: facts and values that exist, by the names of today.
 * @param path where it stands
 */
export function parseExample(example: Example, { conditions }: Names, say: Say, path: Path): Example {
  const entries = Object.entries(example).map(([key, raw]): [string, unknown] => {
    const here = [...path, key];
    const id = renameFact(key, example, conditions, say, here);
    const fact = conditions.facts.get(id);
    if (fact === undefined) say(wordUnknownName('fact', key, [...conditions.facts.keys()]), here, 'key');
    else
      for (const value of Array.isArray(raw) ? raw : [raw]) {
        const read = parseFactValue(fact, value);
        if ('problem' in read) say(read.problem, here);
      }
    return [id, raw];
  });
  return Object.fromEntries(entries);
}

/** A list of placements, or one, names placements or groups of them. */
export function checkPlacementList(
  list: string | readonly string[] | undefined,
  names: Names,
  say: Say,
  path: Path,
): void {
  const known = listPlacementNames(names.placements);
  if (typeof list === 'string') checkName(list, known, 'placement', say, path);
  else list?.forEach((name, index) => checkName(name, known, 'placement', say, [...path, index]));
}

/** Citations name claims, corrections, sources, or judgement. */
export function checkCitations(cites: readonly string[], names: Names, say: Say, path: Path): void {
  cites.forEach((name, index) => checkName(name, names.citations, 'claim or source', say, [...path, index]));
}

/** A name is among the known ones. */
export function checkName(name: string, known: readonly string[], sort: string, say: Say, path: Path): void {
  if (!known.includes(name)) say(wordUnknownName(sort, name, known), path);
}
