import type { Path } from '../../read/parse-yaml.ts';
import { wordUnknownName } from '../../text/suggest.ts';
import { readFactValue } from '../fact-value.ts';
import { parseCondition, type Vocabulary } from '../condition.ts';
import { listPlacementNames, type PlacementNames } from '../placements.ts';
import type { Condition, Rulebook } from '../rulebook.ts';

/** What is needed to check a file: who may be named, and where to say what is wrong. */
export interface Names {
  readonly vocabulary: Vocabulary;
  readonly placements: PlacementNames;
  readonly actions: readonly string[];
  readonly citations: readonly string[];
  readonly corrections: readonly string[];
}

/**
 * The names that the files of a rulebook may refer to.
 * @param content what the rulebook holds
 */
export function collectNames(
  content: Pick<
    Rulebook,
    'params' | 'facts' | 'placements' | 'placementGroups' | 'actions' | 'sources' | 'claims' | 'corrections'
  >,
): Names {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const { claims, corrections, sources } = content;
  return {
    vocabulary: {
      facts: new Map(content.facts.map((fact) => [fact.id, fact])),
      params: new Map(content.params.map((param) => [param.id, param])),
    },
    placements: { placements: content.placements, placementGroups: content.placementGroups },
    actions: ids(content.actions),
    citations: [...ids(claims), ...ids(corrections), ...ids(sources), 'judgement'],
    corrections: ids(corrections),
  };
}

/** Values, and placements, are bits of a number. */
export const mostValues = 30;

/** Takes what is wrong, and where in the file. */
export type Say = (message: string, path: Path, part?: 'key' | 'value') => void;

/** A condition names facts, values and params that exist. */
export function checkCondition(condition: Condition, names: Names, say: Say, path: Path): void {
  parseCondition(condition, names.vocabulary, say, path);
}

/** An example names facts and values that exist. */
export function checkExample(example: Condition, names: Names, say: Say, path: Path): void {
  for (const [id, raw] of Object.entries(example)) {
    const fact = names.vocabulary.facts.get(id);
    if (fact === undefined) {
      say(wordUnknownName('fact', id, [...names.vocabulary.facts.keys()]), [...path, id], 'key');
      continue;
    }
    for (const value of Array.isArray(raw) ? raw : [raw]) {
      const read = readFactValue(fact, value);
      if ('problem' in read) say(read.problem, [...path, id]);
    }
  }
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
