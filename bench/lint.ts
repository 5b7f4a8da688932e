// How long rulebooks are linted, the default one and larger ones than any team's: npm run bench:lint [-- rules seed]
//
// Prints processor seconds, findings, and how many proofs the budget ended; of one rulebook alone also how many
// findings of every kind there are.
import { compileRulebook } from '../src/rulebook/compile-rulebook.ts';
import type { Rule } from '../src/rulebook/rulebook.ts';
import { lintRulebook } from '../src/prove/lint/lint-rulebook.ts';
import { loadSourceRulebook } from '../scripts/load-source-rulebook.ts';
import { makeManyRules } from '../test/support/many-rules.ts';

const [only, seed] = [Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 1)];
const { rulebook } = loadSourceRulebook();

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
if (only > 0) measure(String(only), makeManyRules(rulebook.rules, only, seed));
else {
  // The first run also pays for what is compiled while it runs, as every run of the command does.
  measure(`${rulebook.rules.length}, ours`, rulebook.rules);
  for (const size of [100, 250, 500]) measure(String(size), makeManyRules(rulebook.rules, size, seed));
}
