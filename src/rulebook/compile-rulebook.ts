import { InputError } from '../errors.ts';
import { isolationLevels, type Strength } from '../words.ts';
import type {
  Cut,
  Mask,
  Model,
  ModelAction,
  ModelFact,
  ModelPlacement,
  ModelRule,
  Suits,
  Tier,
} from '../decide/model.ts';
import { allBits, maskOf, mostBits } from '../decide/bits.ts';
import { indexOfValue } from '../decide/build-state.ts';
import { compileCondition, cutsOf, prepareCompiler } from './compile-condition.ts';
import { collectVocabulary, type Condition, listTests } from './condition.ts';
import { findVote, listSuited } from './effects.ts';
import { listValues, parseFactValue } from './fact-value.ts';
import { resolvePlacements } from './placements.ts';
import type { Action, Fact, Rule, Rulebook } from './rulebook.ts';

/** The tier of each strength: the number that the deciding code compares. */
export const tiers: Readonly<Record<Strength, Tier>> = { strong: 3, moderate: 2, slight: 1 };

/**
 * Compiles a checked rulebook to what the deciding code works with. Every call makes fresh data.
 * @param rulebook a rulebook without errors
 * @throws Error where the rulebook was never checked
 */
export function compileRulebook(rulebook: Rulebook): Model {
  const bare = compileFacts(rulebook);
  const compiler = prepareCompiler(rulebook, bare);
  const compile = (condition: Condition) => compileCondition(condition, compiler);
  const optional = (condition: Condition | undefined) =>
    condition === undefined ? null : compile(condition);

  const placements = rulebook.placements.map((placement): ModelPlacement => ({
    id: placement.id,
    kind: placement.kind === 'vm' ? 0 : 1,
    level: isolationLevels.indexOf(placement.isolation),
    needs: optional(placement.needs),
  }));
  const resolve = (names: string | readonly string[] | undefined): Mask =>
    maskOf(resolvePlacements(rulebook, names));
  const actionIds = rulebook.actions.map((action) => action.id);
  const concernIds = rulebook.concerns.map((concern) => concern.id);
  const moves = (kind: 'vm' | 'container') =>
    rulebook.moving[kind].map((move) => ({ takes: move.takes, when: compile(move.when) }));

  return {
    facts: bare.map((fact, index) => ({ ...fact, askedIf: optional(rulebook.facts[index]?.['asked-if']) })),
    placements,
    concerns: concernIds.length,
    rules: rulebook.rules.map((rule): ModelRule => ({
      id: rule.id,
      concern: concernIds.indexOf(rule.concern),
      when: compile(rule.when),
      removes: resolve(rule['rules-out']) | belowFloor(rule, placements),
      ...compileVote(rule),
      byWayOf: rule['by-way-of'] === undefined ? resolve('all') : resolve(rule['by-way-of']),
      suits: compileSuits(rule, resolve),
      must: rule.must === undefined ? null : actionIds.indexOf(rule.must),
      notes: (rule.note ?? rule.consider) !== undefined,
    })),
    actions: rulebook.actions.map((action): ModelAction => ({
      id: action.id,
      must: action.level === 'must',
      for: resolve(action.for),
      when: optional(action.when),
      contradictedBy: optional(action['contradicted-by']),
    })),
    moving: [moves('vm'), moves('container')],
  };
}

function compileVote(rule: Rule): Pick<ModelRule, 'favours' | 'tier'> {
  const vote = findVote(rule);
  if (vote === undefined) return { favours: null, tier: 0 };
  return { favours: vote.kind === 'vm' ? 0 : 1, tier: tiers[vote.strength] };
}

/** Where several names mean one placement, the strongest counts. */
function compileSuits(rule: Rule, maskOf: (names: readonly string[]) => Mask): Suits {
  const suited = new Map(listSuited(rule));
  const strong = maskOf(suited.get('strong') ?? []);
  const moderate = maskOf(suited.get('moderate') ?? []) & ~strong;
  return [strong, moderate, maskOf(suited.get('slight') ?? []) & ~(strong | moderate)];
}

function belowFloor(rule: Rule, placements: readonly ModelPlacement[]): Mask {
  if (rule.isolation === undefined) return 0;
  const floor = isolationLevels.indexOf(rule.isolation);
  return maskOf(placements.flatMap(({ level }, index) => (level < floor ? [index] : [])));
}

/** Numbers are cut where any condition of the rulebook cuts them, so all conditions are read first. */
function compileFacts(rulebook: Rulebook): ModelFact[] {
  const vocabulary = collectVocabulary(rulebook);
  const cuts = new Map<string, Cut[]>();
  for (const { fact: id, test } of listConditions(rulebook).flatMap(listTests)) {
    const fact = vocabulary.facts.get(id);
    if (fact?.kind === 'number') cuts.set(id, [...(cuts.get(id) ?? []), ...cutsOf(test, fact, vocabulary)]);
  }
  return rulebook.facts.map((fact) => compileFact(fact, cuts.get(fact.id) ?? []));
}

function compileFact(fact: Fact, cuts: readonly Cut[]): ModelFact {
  const choices = listValues(fact);
  const sorted = fact.kind === 'number' ? sortCuts(fact, cuts) : [];
  const size = fact.kind === 'number' ? sorted.length + 1 : choices.length;
  if (size > mostBits)
    throw new InputError(`the conditions of the rulebook cut ${fact.id} into more than ${mostBits} parts`);
  const compiled = {
    id: fact.id,
    choices,
    cuts: sorted,
    all: allBits(size),
    presumed: null,
    anyOf: fact['any-of'] ?? null,
    askedIf: null,
  };
  if (fact.presumed === undefined) return compiled;
  const read = parseFactValue(fact, fact.presumed);
  if ('problem' in read) throw new Error(`unchecked rulebook: ${read.problem}`);
  return { ...compiled, presumed: 1 << indexOfValue(compiled, read.value) };
}

/** In order, without doubles, and without those at the fact's own limits, which cut nothing off. */
function sortCuts(fact: Fact, cuts: readonly Cut[]): Cut[] {
  const place = (cut: Cut) => cut.at + (cut.side === 'after' ? 1e-9 : 0);
  const lowest = fact['at-least'] ?? fact.above ?? -Infinity;
  const reachesLowest = fact['at-least'] !== undefined || fact.above === undefined;
  const highest = fact['at-most'] ?? Infinity;
  const unique = new Map(cuts.map((cut) => [`${cut.at} ${cut.side}`, cut]));
  return [...unique.values()]
    .filter((cut) =>
      cut.side === 'before'
        ? cut.at > lowest && cut.at <= highest
        : (cut.at > lowest || (cut.at === lowest && reachesLowest)) && cut.at < highest,
    )
    .sort((a, b) => a.at - b.at || place(a) - place(b));
}

/**
 * Every condition of a rulebook, wherever it stands.
 * @param rulebook a checked rulebook, or the parts of one that hold conditions
 */
export function listConditions(
  rulebook: Pick<Rulebook, 'conditions' | 'facts' | 'placements' | 'moving' | 'rules' | 'actions'>,
): Condition[] {
  return [...rulebook.conditions.map((condition) => condition.when), ...listUnnamed(rulebook)];
}

/** The conditions of a rulebook that have an effect of their own: all but those that are named. */
export function listUnnamed(
  rulebook: Pick<Rulebook, 'facts' | 'placements' | 'moving' | 'rules' | 'actions'>,
): Condition[] {
  return [
    ...rulebook.facts.map((fact) => fact['asked-if']),
    ...rulebook.placements.map((placement) => placement.needs),
    ...rulebook.moving.vm.map((move) => move.when),
    ...rulebook.moving.container.map((move) => move.when),
    ...rulebook.rules.map((rule) => rule.when),
    ...rulebook.actions.flatMap((action: Action) => [action.when, action['contradicted-by']]),
  ].filter((condition) => condition !== undefined);
}
