// How long rulebooks are linted, the default one and larger ones than any team's: npm run bench:lint [-- rules seed]
//
// A generated rulebook has rules of the default one, and others beside them until there are as many: each does
// what one of the default rulebook does, under its condition and that of another, so that much of it is nearly
// said in vain. Prints processor seconds, findings, and how many proofs the budget ended; of one rulebook alone
// also how many findings of every kind there are.
import { compileRulebook } from '../src/rulebook/compile-rulebook.ts';
import type { Rule } from '../src/rulebook/rulebook.ts';
import { lintRulebook } from '../src/prove/lint/lint-rulebook.ts';
import { loadSourceRulebook } from '../scripts/load-source-rulebook.ts';
import { seedRandom } from '../test/support/random-values.ts';

const [only, seed] = [Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 1)];
const { rulebook } = loadSourceRulebook();

function makeRules(size: number): readonly Rule[] {
  const random = seedRandom(seed);
  const { rules } = rulebook;
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

function measure(name: string, rules: readonly Rule[]): void {
  const large = { ...rulebook, rules };
  const ready = { rulebook: large, model: compileRulebook(large) };
  const started = process.cpuUsage();
  const findings = lintRulebook(ready);
  const { user, system } = process.cpuUsage(started);
  const kinds = new Map<string, number>();
  for (const { kind } of findings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const cells = [
    name,
    ((user + system) / 1e6).toFixed(1),
    findings.length,
    kinds.get('proof-unfinished') ?? 0,
  ];
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(12)).join('')}\n`);
  if (only > 0) for (const [kind, count] of [...kinds].sort()) process.stdout.write(`  ${count} x ${kind}\n`);
}

const heads = ['rules', 'seconds', 'findings', 'unfinished'];
process.stdout.write(`${heads.map((head) => head.padStart(12)).join('')}\n`);
if (only > 0) measure(String(only), makeRules(only));
else {
  // The first run also pays for what is compiled while it runs, as every run of the command does.
  measure(`${rulebook.rules.length}, ours`, rulebook.rules);
  for (const size of [100, 250, 500]) measure(String(size), makeRules(size));
}
