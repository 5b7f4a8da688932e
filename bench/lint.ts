// How long a rulebook is linted that is larger than any team's: npx tsx bench/lint.ts [rules] [seed]
//
// To the rules of the default rulebook come others, until there are as many (default 500): each does what one
// of the default rulebook does, under its condition and that of another, so that much of it is nearly said in
// vain. Prints processor seconds for each check, how many findings it has, and how many proofs its budget ended.
import { compileRulebook } from '../src/rulebook/compile-rulebook.ts';
import type { Rule } from '../src/rulebook/rulebook.ts';
import { lintRulebook } from '../src/prove/lint/lint-rulebook.ts';
import { loadSourceRulebook } from '../scripts/load-source-rulebook.ts';
import { seedRandom } from '../test/support/random-values.ts';

const [size, seed] = [Number(process.argv[2] ?? 500), Number(process.argv[3] ?? 1)];
const { rulebook } = loadSourceRulebook();
const random = seedRandom(seed);
const more = Array.from({ length: size - rulebook.rules.length }, (_, index): Rule => {
  const [rule, other] = [random.pick(rulebook.rules), random.pick(rulebook.rules)];
  return {
    ...rule,
    id: `${rule.id}-${index}`,
    when: { is: random.chance(0.8) ? 'all' : 'any', of: [rule.when, other.when] },
  };
});
const large = { ...rulebook, rules: [...rulebook.rules, ...more] };
const ready = { rulebook: large, model: compileRulebook(large) };

const started = process.cpuUsage();
const findings = lintRulebook(ready);
const { user, system } = process.cpuUsage(started);
const kinds = new Map<string, number>();
for (const { kind } of findings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
process.stdout.write(
  `${large.rules.length} rules, seed ${seed}: ${((user + system) / 1e6).toFixed(1)} s, ${findings.length} findings\n`,
);
for (const [kind, count] of [...kinds].sort()) process.stdout.write(`  ${count} x ${kind}\n`);
