import { mostBits } from '../../decide/bits.ts';
import type { Path } from '../../read/parse-yaml.ts';
import { quoteValue } from '../../text/safe.ts';
import { wordUnknownChoice } from '../../text/suggest.ts';
import { isUnit, units } from '../units.ts';
import { parseFactValue } from '../fact-value.ts';
import type { Fact, FactBody } from '../rulebook.ts';
import { type ConditionNames, parseCondition, type Say } from './parse-condition.ts';

/**
 * Understands entries of the vocabulary, and checks names, values, units, and that what is presumed
 * says what its exception would mean.
 * @param facts the list that stands under `facts` in the file
 * @param frame the ids of the groups and of the topics there are
 */
export function parseVocabulary(
  facts: readonly FactBody[],
  { groups, topics }: { readonly groups: readonly string[]; readonly topics: readonly string[] },
  names: ConditionNames,
  say: Say,
): Fact[] {
  return facts.map((fact, index) => {
    const path: Path = ['facts', index];
    const [group = '', own, ...more] = fact.id.split('.');
    if (own === undefined || more.length > 0)
      say(`a fact is called group.name, not ${fact.id}`, [...path, 'id']);
    else if (!groups.includes(group))
      say(wordUnknownChoice('group of facts', group, groups), [...path, 'id']);
    if (fact.topic !== undefined && !topics.includes(fact.topic))
      say(wordUnknownChoice('topic', fact.topic, topics), [...path, 'topic']);
    checkValues(fact, path, say);
    checkUnit(fact, path, say);
    fact.was?.forEach((name, place) => {
      if (name.split('.').length !== 2)
        say(`a fact was called group.name, not ${name}`, [...path, 'was', place]);
    });
    const { 'asked-if': raw, ...rest } = fact;
    return raw === undefined
      ? rest
      : { ...rest, 'asked-if': parseCondition(raw, names, say, [...path, 'asked-if']) };
  });
}

function checkUnit({ kind, unit }: FactBody, path: Path, say: Say): void {
  if (unit === undefined) return;
  if (kind !== 'number') say('only a number has a unit', [...path, 'unit'], 'key');
  else if (!isUnit(unit))
    say(`unit cannot be ${quoteValue(unit)} (expected ${units.join(', ')})`, [...path, 'unit']);
}

/** An order of preference names every value once, so that a list has one best value. */
function checkPreference(fact: FactBody, values: readonly string[], path: Path, say: Say): void {
  const order = fact['any-of'];
  if (order === undefined) return;
  if (fact.kind !== 'choice') say('only a choice has any-of', [...path, 'any-of'], 'key');
  order.forEach((value, place) => {
    if (!values.includes(value)) say(wordUnknownChoice('value', value, values), [...path, 'any-of', place]);
    else if (order.indexOf(value) !== place) say(`${value} stands here twice`, [...path, 'any-of', place]);
  });
  const missing = values.filter((value) => !order.includes(value));
  if (missing.length > 0) say(`any-of lacks ${missing.join(', ')}`, [...path, 'any-of']);
}

function checkValues(fact: FactBody, path: Path, say: Say): void {
  const values = Object.keys(fact.values ?? {});
  if (fact.kind === 'number' && values.length > 0)
    say('a number has no list of values', [...path, 'values'], 'key');
  if (values.length > mostBits) say(`${fact.id} has more than ${mostBits} values`, [...path, 'values']);
  if (fact.kind !== 'number' && values.length < 2)
    say(`${fact.id} needs at least two values`, [...path, 'values']);
  if (fact.kind === 'yes-no' && [...values].sort().join() !== 'no,yes')
    say('yes-no has the values yes and no', [...path, 'values']);
  if (values.includes('unknown'))
    say('unknown is understood everywhere and cannot be a value', [...path, 'values']);
  for (const value of Object.keys(fact['known-as'] ?? {}))
    if (!values.includes(value))
      say(wordUnknownChoice('value', value, values), [...path, 'known-as', value], 'key');
  checkPreference(fact, values, path, say);
  if (fact.demands !== undefined && fact.kind !== 'scale' && fact.kind !== 'yes-no')
    say(`${fact.id} demands isolation, so it must be a scale or yes-no`, [...path, 'demands'], 'key');
  if (fact.presumed === undefined) {
    if (fact['safe-to-presume'] !== undefined)
      say(`${fact.id} has no presumption to be safe`, [...path, 'safe-to-presume'], 'key');
    return;
  }
  const read = parseFactValue(fact, fact.presumed);
  if ('problem' in read) say(read.problem, [...path, 'presumed']);
  if (fact.exception === undefined) say(`${fact.id} is presumed, so it needs an exception in words`, path);
  if (fact['exception-is'] === undefined) say(`${fact.id} is presumed, so it needs exception-is`, path);
}
