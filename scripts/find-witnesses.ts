// Finds, for every rule and every change of it, a small whole workload that shows the change, and
// writes those that are missing into rules/tests/, a file a concern. Run it after writing a rule:
//   npx tsx scripts/find-witnesses.ts
// Read what it wrote: a workload that nobody would ever have says that the rule may not be needed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Document } from 'yaml';
import { buildState } from '../src/decide/build-state.ts';
import { decide } from '../src/decide/decide.ts';
import type { Model } from '../src/decide/model.ts';
import { decideOutcome, isSameOutcome } from '../src/decide/outcome.ts';
import { mutateRule } from '../src/prove/test/mutate-rule.ts';
import { proveRules, type Specimen } from '../src/prove/test/prove-rules.ts';
import { parseYaml } from '../src/read/parse-yaml.ts';
import { type FactValue, listValues, parseFactValue } from '../src/rulebook/fact-value.ts';
import type { Fact, Rule } from '../src/rulebook/rulebook.ts';
import { combineFacts } from '../src/workload/workload.ts';
import { parseWorkload } from '../src/workload/parse-workload.ts';
import { loadSourceRulebook } from './load-source-rulebook.ts';

type Facts = Map<string, FactValue>;

const folder = 'rules/tests';
const ready = loadSourceRulebook();
const { rulebook, model } = ready;
let seed = 20261123;

/** A small generator of our own, so that a run can be repeated (mulberry32). */
function random(below: number): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
}

function pick<T>(list: readonly T[]): T | undefined {
  return list[random(list.length)];
}

/** A value of a fact; of a number one of those that tell its intervals apart. */
function drawValue(fact: Fact): FactValue {
  if (fact.kind !== 'number') return pick(listValues(fact)) ?? '';
  const cuts = model.facts.find((each) => each.id === fact.id)?.cuts ?? [];
  const low = fact['at-least'] ?? 0.5;
  return pick([low, ...cuts.map((cut) => (cut.side === 'after' ? cut.at + 1 : cut.at))]) ?? low;
}

function readExample(rule: Rule): Facts {
  const facts: Facts = new Map();
  for (const [id, raw] of Object.entries(rule.examples.fires)) {
    const fact = rulebook.facts.find((each) => each.id === id);
    const first: unknown = Array.isArray(raw) ? raw[0] : raw;
    const read = fact === undefined ? undefined : parseFactValue(fact, first);
    if (read !== undefined && 'value' in read) facts.set(id, read.value);
  }
  return facts;
}

function stateOf(facts: Facts) {
  return buildState(model, new Map([...facts].map(([id, value]) => [id, { values: [value] }]))).state;
}

function differs(facts: Facts, changed: Model): boolean {
  const state = stateOf(facts);
  const decideBy = (each: Model) => decideOutcome(each, state, decide(each, state));
  return !isSameOutcome(decideBy(model), decideBy(changed));
}

/** Leaves out every fact that the difference does not need. */
function shrink(facts: Facts, changed: Model): Facts {
  let smallest = facts;
  for (const id of [...facts.keys()].reverse()) {
    const less = new Map(smallest);
    less.delete(id);
    if (less.size > 0 && differs(less, changed)) smallest = less;
  }
  return smallest;
}

/** What up to two other rules fire on: rules matter where they meet. */
function drawOtherExamples(): Facts {
  const rules = Array.from({ length: random(3) }, () => pick(rulebook.rules)).filter(
    (rule) => rule !== undefined,
  );
  return new Map(rules.flatMap((rule) => [...readExample(rule)]));
}

/** The smallest of the witnesses found in many draws around the rule's own example. */
function search(rule: Rule, changed: Model): Facts | undefined {
  const example = readExample(rule);
  let best: Facts | undefined;
  for (let attempt = 0; attempt < 6000; attempt++) {
    const facts: Facts = new Map([...drawOtherExamples(), ...example]);
    for (let extra = random(7); extra > 0; extra--) {
      const fact = pick(rulebook.facts);
      if (fact !== undefined && !example.has(fact.id)) facts.set(fact.id, drawValue(fact));
    }
    if (!differs(facts, changed)) continue;
    const small = shrink(facts, changed);
    if (best === undefined || small.size < best.size) best = small;
    if (attempt > 400 && best.size <= 4) break;
  }
  return best;
}

function readSpecimens(): Specimen[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    parseYaml(readFileSync(`${folder}/${name}`, 'utf8'), name).map((document, index) => {
      const workload = parseWorkload(document, rulebook, index + 1);
      return {
        name: workload.name,
        file: name,
        state: buildState(model, combineFacts(workload.facts)).state,
      };
    }),
  );
}

function writeWorkload(name: string, facts: Facts): string {
  const nested: Record<string, Record<string, FactValue>> = {};
  for (const fact of rulebook.facts) {
    const value = facts.get(fact.id);
    const [group = '', own = ''] = fact.id.split('.');
    if (value !== undefined) (nested[group] ??= {})[own] = value;
  }
  const document = new Document({ advise: 1, name, facts: nested });
  return document.toString({ flowCollectionPadding: true });
}

mkdirSync(folder, { recursive: true });
const specimens = readSpecimens();
rulebook.rules.forEach((rule, index) => {
  for (const mutation of mutateRule(model, index)) {
    const [proof] = proveRules(ready, [index], specimens);
    if (proof?.changes.find(({ change }) => change === mutation.change)?.witness) continue;
    const facts = search(rule, mutation.model);
    const label = `${rule.id}, ${mutation.change}`;
    if (facts === undefined) {
      process.stderr.write(`no witness: ${label}\n`);
      continue;
    }
    const file = `${rule.concern}.yaml`;
    const path = `${folder}/${file}`;
    const before = existsSync(path)
      ? `${readFileSync(path, 'utf8')}---\n`
      : `# Whole workloads that show what the rules of this concern are for: each is named after a rule\n# and a change of it (deleted, flipped, stronger, weaker) that alters what is printed for it.\n`;
    writeFileSync(path, before + writeWorkload(label, facts));
    specimens.push({ name: label, file, state: stateOf(facts) });
  }
});
