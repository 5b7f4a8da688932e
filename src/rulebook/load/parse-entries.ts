import type { Action, ActionBody, Placement, PlacementBody } from '../rulebook.ts';
import type { Path } from '../../read/parse-yaml.ts';
import { checkCitations, checkName, checkPlacementList, type Names } from './check-names.ts';
import { parseCondition, type Say } from './parse-condition.ts';

/**
 * Understands placements: what they need, and cite, exists.
 * @param placements the list that stands under `placements` in the file
 */
export function parsePlacements(placements: readonly PlacementBody[], names: Names, say: Say): Placement[] {
  return placements.map((placement, index) => {
    const { needs, ...rest } = placement;
    checkCitations(placement.cites, names, say, ['placements', index, 'cites']);
    return needs === undefined
      ? rest
      : { ...placement, needs: parseCondition(needs, names.conditions, say, ['placements', index, 'needs']) };
  });
}

/**
 * Understands actions: what they name exists.
 * @param actions the list that stands under `actions` in the file
 */
export function parseActions(actions: readonly ActionBody[], names: Names, say: Say): Action[] {
  return actions.map(({ when, 'contradicted-by': against, ...action }, index) => {
    const parse = (raw: unknown, key: string) =>
      parseCondition(raw, names.conditions, say, ['actions', index, key]);
    checkPlacementList(action.for, names, say, ['actions', index, 'for']);
    checkCitations(action.cites, names, say, ['actions', index, 'cites']);
    checkShownBy(action['shown-by'], names, say, ['actions', index, 'shown-by']);
    if (action.level === 'must' && against !== undefined)
      say(
        `${action.id} is a must, which stated facts cannot exclude: write what excludes it into when`,
        ['actions', index, 'contradicted-by'],
        'key',
      );
    return {
      ...action,
      ...(when === undefined ? {} : { when: parse(when, 'when') }),
      ...(against === undefined ? {} : { 'contradicted-by': parse(against, 'contradicted-by') }),
    };
  });
}

/** What shows whether an action is done are observations that exist. */
function checkShownBy(shown: ActionBody['shown-by'], { observations }: Names, say: Say, path: Path): void {
  for (const [key, list = []] of Object.entries(shown ?? {}))
    list.forEach((entry, index) => {
      const here = [...path, key, index];
      if (typeof entry === 'string') checkName(entry, observations, 'observation', say, here);
      else
        entry.forEach((name, place) => checkName(name, observations, 'observation', say, [...here, place]));
    });
}
