import type { Evidence, FactEntry, RemoverEntry } from '../advice/result.ts';
import { showText } from '../text/safe.ts';
import type { NumberRange, StatedValue } from '../rulebook/fact-value.ts';
import { findPresumer } from '../rulebook/find-presumer.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/** A placement by its title, with its id where nobody titled it. */
export function titlePlacement(rulebook: Rulebook, id: string): string {
  return rulebook.placements.find((placement) => placement.id === id)?.title ?? id;
}

/** Titles in one sentence: "Single VMs or a managed container service". */
export function joinTitles(titles: readonly string[], word: string): string {
  const [first = '', ...others] = titles;
  const lower = others.map((title) =>
    /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title,
  );
  return [first, ...lower].join(word);
}

/** A value as a person reads it: alternatives joined by "or", a number with its unit. */
export function showFactValue(rulebook: Rulebook, id: string, value: FactEntry['value']): string {
  const unit = rulebook.facts.find((fact) => fact.id === id)?.unit;
  const show = (each: string | number) =>
    typeof each === 'number' && unit !== undefined ? `${each} ${unit}` : String(each);
  const word = (each: StatedValue) => (typeof each === 'object' ? wordRange(each, show) : show(each));
  const values = typeof value === 'object' && 'length' in value ? value : [value];
  return values.map(word).join(' or ');
}

function wordRange(range: NumberRange, show: (bound: number) => string): string {
  const { 'at-least': least, 'at-most': most } = range;
  if (least === undefined) return most === undefined ? 'any number' : `at most ${show(most)}`;
  return most === undefined ? `at least ${show(least)}` : `${String(least)} to ${show(most)}`;
}

/** A fact in running text: what it is called and its value. */
export function showFact(rulebook: Rulebook, entry: Evidence): string {
  const name = rulebook.facts.find((fact) => fact.id === entry.fact)?.name ?? entry.fact;
  return `${name} ${showFactValue(rulebook, entry.fact, entry.value)}`;
}

/** Who presumes it, where that is not the first rulebook: " by acme". */
export function showPresumer(rulebook: Rulebook, id: string): string {
  const fact = rulebook.facts.find((each) => each.id === id);
  const by = fact === undefined ? undefined : findPresumer(fact);
  return by === undefined ? '' : ` by ${by.rulebook}`;
}

/** Where the facts of a reason were said: lines of the file, the profile, the command line; empty for none. */
export function showOrigins(facts: readonly Evidence[], file: string): string {
  const lines = new Set<number>();
  const others = new Set<string>();
  for (const { origin, at } of facts) {
    if (origin === 'presumed') continue;
    if (at?.file === file) lines.add(at.line);
    else if (origin === 'profile') others.add('profile');
    else if (origin === 'set') others.add('--set');
    else if (origin !== 'unknown') others.add('answered');
  }
  const sorted = [...lines].sort((a, b) => a - b);
  const first = sorted.length === 0 ? [] : [`line${sorted.length > 1 ? 's' : ''} ${sorted.join(', ')}`];
  const said = [...first, ...others];
  return said.length === 0 && facts.length > 0 ? 'presumed' : said.join(', ');
}

/** What removes a placement: a rule, or what the placement needs. */
export function showRemover(remover: RemoverEntry): string {
  return 'rule' in remover ? remover.rule : `needs of ${remover.needs} (${remover.facts.join(', ')})`;
}

/** Text of a user on one line, safe to print. */
export function showName(name: string): string {
  return showText(name);
}
