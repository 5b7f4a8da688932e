import type { Rule } from '../../src/rulebook/rulebook.ts';
import { seedRandom } from './random-values.ts';

/**
 * Makes as many rules as are wanted: some of a rulebook, and others beside them. Each of these does what one of
 * the first does, under its condition and that of another, so that much of it is nearly said in vain.
 */
export function makeManyRules(rules: readonly Rule[], size: number, seed: number): readonly Rule[] {
  const random = seedRandom(seed);
  const kept = Math.min(rules.length, Math.ceil(0.6 * size));
  const own = rules.filter(
    (_, index) => Math.floor(((index + 1) * kept) / rules.length) > Math.floor((index * kept) / rules.length),
  );
  const more = Array.from({ length: size - kept }, (_, index): Rule => {
    const [rule, other] = [random.pick(own), random.pick(own)];
    const when = {
      is: random.chance(0.8) ? ('all' as const) : ('any' as const),
      of: [rule.when, other.when],
    };
    return { ...rule, id: `${rule.id}-${index}`, when };
  });
  return [...own, ...more];
}
