import { listValues } from '../rulebook/fact-value.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { NameSort, Offer } from './parse-line.ts';

/**
 * The names in a rulebook that may stand at the cursor.
 * @param begun what of it was typed
 */
export function listNames(rulebook: Rulebook, wanted: NameSort, begun: string): Offer[] {
  const rules = rulebook.rules.map(({ id, title }) => ({ word: id, says: title }));
  switch (wanted) {
    case 'setting':
      return listSettings(rulebook, begun);
    case 'rule':
      return rules;
    case 'rule or placement':
      return [...rules, ...rulebook.placements.map(({ id, title }) => ({ word: id, says: title }))];
    case 'fact or group':
      return [
        ...rulebook.groups.map(({ id, title }) => ({ word: id, says: title })),
        ...rulebook.facts.map(({ id, name }) => ({ word: id, says: name })),
      ];
  }
}

/** `fact=value,value`: the facts, each open for its value; then the values of the fact. */
function listSettings(rulebook: Rulebook, setting: string): Offer[] {
  const equals = setting.indexOf('=');
  if (equals === -1) return rulebook.facts.map(({ id, question }) => ({ word: `${id}=`, says: question }));
  const fact = rulebook.facts.find(({ id }) => id === setting.slice(0, equals));
  if (fact === undefined) return [];
  const before = setting.slice(0, Math.max(equals, setting.lastIndexOf(',')) + 1);
  const values = [...listValues(fact).filter(canBeSet), ...(before.endsWith('=') ? ['unknown'] : [])];
  return values.map((value) => ({ word: before + value, says: fact.values?.[value] ?? '' }));
}

/** --set takes a comma for the next value, and blanks off the ends. */
function canBeSet(value: string): boolean {
  return value === value.trim() && !value.includes(',');
}
