// Tries the two laws of the rulebook on random workloads: npx tsx bench/laws.ts [contexts]
//
//   1  raising a demand for isolation never weakens the isolation of the result
//   2  a step that only forces towards a VM (every rule that newly fires excludes containers or favours
//      VMs, and none that did so stops) never turns a VM into a container
//
// A context is a random workload with one fact said otherwise. It counts when the law speaks of it: the
// fact is a demand one step up, or the rules that move are such as law 2 allows. A step mattered when
// the headline, its strength or the placement changed. Exit code 1 on a violation.
import { buildState } from '../src/decide/build-state.ts';
import { chooseForm } from '../src/decide/choose-form.ts';
import { decide, type Decision } from '../src/decide/decide.ts';
import { truth } from '../src/decide/judge-condition.ts';
import { type Judgement, judgeRules } from '../src/decide/judge-rules.ts';
import { maskOfKind } from '../src/decide/kinds.ts';
import { container, type ModelRule, vm } from '../src/decide/model.ts';
import { loadSourceRulebook } from '../scripts/load-source-rulebook.ts';
import { type Random, seedRandom } from '../test/support/random-values.ts';
import {
  listChoices,
  makeStatements,
  say,
  type Statement,
  valueOf,
} from '../test/support/random-workload.ts';

const ready = loadSourceRulebook();
const { model, rulebook } = ready;
const vms = maskOfKind(model, vm);
const containers = maskOfKind(model, container);

type Statements = ReadonlyMap<string, Statement>;

/** A context: what was said, what is said otherwise, and what is decided before and after. */
interface Step {
  readonly statements: Statements;
  readonly change: string;
  readonly before: Decision;
  readonly after: Decision;
}

/** A law: how to draw a step it speaks of, or nothing, and how a step would break it. */
interface Law {
  readonly name: string;
  readonly seed: number;
  readonly draw: (random: Random) => Step | undefined;
  readonly breaks: (step: Step) => string | undefined;
}

const decideOn = (statements: Statements): Decision => decide(model, buildState(model, statements).state);

function takeStep(statements: Statements, fact: string, value: string | number): Step {
  const [before, after] = [decideOn(statements), decideOn(say(statements, fact, value))];
  return { statements, change: `${fact}: ${value}`, before, after };
}

// --- law 1 ----------------------------------------------------------------------------------------

/** The facts that demand isolation; their choices stand in order, the weakest first. */
const demands = [
  'trust.mandate',
  'trust.code',
  'trust.neighbours',
  'trust.confidential-memory',
  'trust.regulated',
];

/** A demand is raised by one step; a yes-no fact stands as yes, no. */
function drawRaise(random: Random): Step | undefined {
  const fact = random.pick(demands);
  const index = model.facts.findIndex(({ id }) => id === fact);
  const choices = model.facts[index]?.choices ?? [];
  const weakestFirst = choices[0] === 'yes' ? [...choices].reverse() : choices;
  const statements = makeStatements(ready, random);
  const value = valueOf(model, statements, index);
  const raised = value === undefined ? undefined : weakestFirst[weakestFirst.indexOf(value) + 1];
  return raised === undefined ? undefined : takeStep(statements, fact, raised);
}

/** How far a headline stands from containers; none stands nowhere. */
const ranks = { container: 0, either: 1, vm: 2, none: null } as const;

/** The isolation of the printed placement, and of the best container form; null where there is none. */
function listLevels(decision: Decision): (number | null)[] {
  const { headline, forms, judgement, survivors } = decision;
  const printed = headline === 'vm' || headline === 'container' ? (forms[0] ?? null) : null;
  const form = chooseForm(model, judgement, survivors.alive & containers);
  return [printed, form].map((each) => (each === null ? null : (model.placements[each]?.level ?? null)));
}

const falls = (before: number | null, after: number | null): boolean =>
  before !== null && after !== null && after < before;

function breaksFirst({ before, after }: Step): string | undefined {
  if (falls(ranks[before.headline], ranks[after.headline])) return 'the headline moves towards containers';
  if (before.headline === 'none' && after.headline !== 'none') return 'what was impossible becomes possible';
  const [printed = null, form = null] = listLevels(before);
  const [printedAfter = null, formAfter = null] = listLevels(after);
  if (falls(printed, printedAfter)) return 'the printed placement is less isolated';
  if (falls(form, formAfter)) return 'the container form is less isolated';
  return form === null && formAfter !== null ? 'a container comes back' : undefined;
}

// --- law 2 ----------------------------------------------------------------------------------------

/** All its effects on the kind push towards a VM, and it has one. */
function forcesTowardsVm(rule: ModelRule): boolean {
  const pushes = rule.favours === vm || (rule.removes & containers) !== 0;
  return pushes && rule.favours !== container && (rule.removes & vms) === 0;
}

function onlyForcesTowardsVm(before: Judgement, after: Judgement): boolean {
  let started = 0;
  for (const [index, rule] of model.rules.entries()) {
    const [fired, fires] = [before, after].map((each) => each.rules[index] === truth.true);
    if (fired === fires) continue;
    if (forcesTowardsVm(rule) !== (fires === true)) return false;
    if (fires === true) started++;
  }
  return started > 0;
}

/** Whether what placements need takes a VM away, or makes a container possible. */
function movesNeeds(before: Judgement, after: Judgement): boolean {
  return model.placements.some(({ kind }, index) => {
    const [had, has] = [before, after].map((each) => each.needs[index] !== truth.false);
    return kind === vm ? had === true && has === false : had === false && has === true;
  });
}

const judge = (statements: Statements): Judgement =>
  judgeRules(model, buildState(model, statements).state, new Set());

/** One fact of a random workload said otherwise, if that only forces towards a VM; a few tries a workload. */
function drawForce(random: Random): Step | undefined {
  const statements = makeStatements(ready, random);
  const before = judge(statements);
  for (let tries = 0; tries < 6; tries++) {
    const fact = random.pick(rulebook.facts);
    const compiled = model.facts[rulebook.facts.indexOf(fact)];
    if (compiled === undefined) continue;
    const value = random.pick(listChoices(fact, compiled));
    const after = judge(say(statements, fact.id, value));
    if (onlyForcesTowardsVm(before, after) && !movesNeeds(before, after))
      return takeStep(statements, fact.id, value);
  }
  return undefined;
}

/** More than the law asks: no headline moves towards containers, whatever it was. */
function breaksSecond({ before, after }: Step): string | undefined {
  const broken = falls(ranks[before.headline], ranks[after.headline]);
  return broken ? `${before.headline} becomes ${after.headline}` : undefined;
}

// --- the run --------------------------------------------------------------------------------------

const laws: readonly Law[] = [
  { name: '1 isolation', seed: 20261123, draw: drawRaise, breaks: breaksFirst },
  { name: '2 towards a VM', seed: 20261124, draw: drawForce, breaks: breaksSecond },
];

interface Tally {
  readonly name: string;
  readonly contexts: number;
  readonly mattered: number;
  readonly violations: readonly string[];
  readonly seconds: number;
}

const describeResult = ({ headline, strength, forms }: Decision): string =>
  `${headline} ${strength ?? ''} ${forms.join()}`;

function describeStep({ statements, change }: Step, broken: string): string {
  const said = [...statements.values()].map(
    ({ fact, values }) => `    ${fact}: ${String(values ?? 'unknown')}`,
  );
  return [`${change}: ${broken}, where it was said that`, ...said].join('\n');
}

function tryLaw({ name, seed, draw, breaks }: Law, contexts: number): Tally {
  const random = seedRandom(seed);
  const started = performance.now();
  const violations: string[] = [];
  let mattered = 0;
  for (let tried = 0; tried < contexts;) {
    const step = draw(random);
    if (step === undefined) continue;
    tried++;
    if (describeResult(step.before) !== describeResult(step.after)) mattered++;
    const broken = breaks(step);
    if (broken !== undefined) violations.push(describeStep(step, broken));
  }
  return { name, contexts, mattered, violations, seconds: (performance.now() - started) / 1000 };
}

function printTallies(tallies: readonly Tally[]): void {
  const rows = [
    ['law', 'contexts', 'mattered', 'violations', 'seconds'],
    ...tallies.map((each) => [
      each.name,
      String(each.contexts),
      String(each.mattered),
      String(each.violations.length),
      each.seconds.toFixed(1),
    ]),
  ];
  const lines = rows.map(([name = '', ...cells]) =>
    [name.padEnd(14), ...cells.map((cell) => cell.padStart(10))].join('  '),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const { name, violations } of tallies)
    for (const violation of violations.slice(0, 3)) process.stdout.write(`\nlaw ${name}\n  ${violation}\n`);
}

const contexts = Number(process.argv[2] ?? 100_000);
if (!Number.isInteger(contexts) || contexts < 1) throw new Error('contexts is a whole number above 0');
const tallies = laws.map((law) => tryLaw(law, contexts));
printTallies(tallies);
if (tallies.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
