// Replays the golden workloads as interviews: npx tsx bench/interviews.ts [draws]
//
// A row is a workload of fixtures/golden. What it states is true; of what it leaves open the truth is
// drawn, `draws` times a row (default 20): a presumption is wrong with a chance of 5 %, everything else
// is any value. Somebody who knows that truth is interviewed and answers all that is asked. What the
// interview ends with is held against the decision on the whole truth.
//
// A prompt is a question, a tick list, or what is asked further on a tick. A question that could not
// have changed anything is one that is not relevant, by the exact check, while presumptions hold; a
// line of a list, one that is not relevant whatever exceptions there are. Exit code 1 where an
// interview ends otherwise than the truth, is not firm, or asked something irrelevant.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  planStep,
  prepareInterviewer,
  type Progress,
  type InterviewStep,
} from '../src/ask/plan-interview.ts';
import { advance } from '../src/ask/run-interview.ts';
import { buildState } from '../src/decide/build-state.ts';
import { truth as sense } from '../src/decide/judge-condition.ts';
import { decide, type Decision } from '../src/decide/decide.ts';
import { connectProcess } from '../src/io.ts';
import { proveStatus } from '../src/reason/prove-status.ts';
import { type FactValue, parseFactValue } from '../src/rulebook/fact-value.ts';
import type { Fact } from '../src/rulebook/rulebook.ts';
import { combineFacts, type FactStatement } from '../src/workload/workload.ts';
import { readWorkloads } from '../src/workload/read-workloads.ts';
import { loadSourceRulebook } from '../scripts/load-source-rulebook.ts';
import { listIrrelevant } from '../test/unit/ask/hold-interview.ts';
import { type Random, seedRandom } from '../test/support/random-values.ts';
import { listChoices } from '../test/support/random-workload.ts';

const ready = loadSourceRulebook();
const { model, rulebook } = ready;
const interviewer = prepareInterviewer(ready);
const wrongPresumption = 0.05;
/** More than there are facts: an interview that asks more goes round in circles. */
const mostPrompts = rulebook.facts.length;

/** A workload, or a part of one, with what is stated of it. */
interface Row {
  readonly name: string;
  readonly stated: ReadonlyMap<string, FactStatement>;
}

type Truth = ReadonlyMap<string, FactStatement>;

/** How an interview went. */
interface Interview {
  readonly row: string;
  readonly prompts: number;
  readonly questions: number;
  readonly lists: number;
  /** Lines in all its lists. */
  readonly items: number;
  readonly irrelevant: readonly string[];
  /** Facts for which the exact check ran out of its budget. */
  readonly unproven: readonly string[];
  /** Milliseconds of each step. */
  readonly steps: readonly number[];
  readonly sameHeadline: boolean;
  readonly samePlacement: boolean;
  readonly firm: boolean;
  /** Prompts if everything that makes sense were asked. */
  readonly everything: number;
  readonly outcome: string;
}

function readRows(): Row[] {
  const folder = fileURLToPath(new URL('../fixtures/golden/', import.meta.url));
  const io = connectProcess();
  return ['real', 'tricky'].flatMap((set) =>
    readdirSync(folder + set)
      .filter((name) => name.endsWith('.yaml') && name !== 'expected.yaml')
      .sort()
      .flatMap((name) => readWorkloads(io, `${folder}${set}/${name}`, rulebook))
      .flatMap((workload): Row[] => {
        const [whole, parts] = [workload.facts, workload.components];
        if (parts.length === 0) return [{ name: workload.name, stated: combineFacts(whole) }];
        return parts.map((part) => ({
          name: `${workload.name}: ${part.name}`,
          stated: combineFacts(whole, part.facts),
        }));
      }),
  );
}

/** A truth that agrees with what a row states. */
function drawTruth({ stated }: Row, random: Random): Truth {
  return new Map(
    rulebook.facts.map((fact, index): [string, FactStatement] => {
      const compiled = model.facts[index];
      if (compiled === undefined) throw new Error(`${fact.id} was not compiled`);
      const said = stated.get(fact.id)?.values;
      const usual = fact.presumed !== undefined && !random.chance(wrongPresumption);
      const drawn = random.pick(said ?? listChoices(fact, compiled));
      const value = !said && usual ? valueOfPresumption(fact) : drawn;
      return [fact.id, { fact: fact.id, values: [value], origin: 'asked' }];
    }),
  );
}

/** What is presumed, as a statement says it. */
function valueOfPresumption(fact: Fact): FactValue {
  const read = parseFactValue(fact, fact.presumed);
  if ('problem' in read) throw new Error(read.problem);
  return read.value;
}

function holdInterview(row: Row, truth: Truth): Interview {
  let progress: Progress = { statements: new Map(), skipped: new Set() };
  const steps: number[] = [];
  const irrelevant: string[] = [];
  const unproven: string[] = [];
  let [questions, lists, items, further] = [0, 0, 0, 0];
  for (;;) {
    const started = performance.now();
    const step: InterviewStep = planStep(interviewer, progress);
    steps.push(performance.now() - started);
    if (step.ask === 'nothing') break;
    if (questions + lists > mostPrompts) throw new Error(`${row.name}: it keeps asking`);
    const facts = step.ask === 'question' ? [step.fact] : step.facts;
    const shown = { fact: step.ask === 'question' ? step.fact : undefined, options: facts };
    for (const { fact, finding } of listIrrelevant(interviewer, progress, shown))
      (finding === false ? irrelevant : unproven).push(fact);
    if (step.ask === 'question') questions++;
    else {
      lists++;
      items += facts.length;
      further += facts.filter((fact) => needsQuestion(truth, findFact(fact))).length;
    }
    progress = advance(
      progress,
      facts.map((fact) => look(truth, fact)),
      [],
    );
  }
  const known = buildState(model, progress.statements);
  const got = decide(model, known.state);
  const full = decide(model, buildState(model, truth).state);
  const { status } = proveStatus(interviewer.prepared, known.state, known.withheld);
  const sameHeadline = got.headline === full.headline;
  return {
    row: row.name,
    prompts: questions + lists + further,
    questions,
    lists,
    items,
    irrelevant,
    unproven,
    steps,
    sameHeadline,
    samePlacement: sameHeadline && got.forms.join() === full.forms.join(),
    firm: status === 'firm',
    everything: countEverything(truth),
    outcome: `${describe(got)}, but the truth is ${describe(full)}; ${status}`,
  };
}

/** Whether somebody would tick it and be asked which of several values it is. */
function needsQuestion(truth: Truth, fact: Fact): boolean {
  return (
    fact.kind !== 'yes-no' &&
    JSON.stringify(look(truth, fact.id).values?.[0]) !== JSON.stringify(fact.presumed)
  );
}

/** A form with every question that makes sense on it. */
function countEverything(truth: Truth): number {
  const { state } = buildState(model, truth);
  return rulebook.facts.filter((_, index) => interviewer.makesSense(index, state) === sense.true).length;
}

function look(truth: Truth, fact: string): FactStatement {
  const statement = truth.get(fact);
  if (statement === undefined) throw new Error(`nothing is true of ${fact}`);
  return statement;
}

function findFact(id: string): Fact {
  const found = rulebook.facts.find((fact) => fact.id === id);
  if (found === undefined) throw new Error(`no fact is called ${id}`);
  return found;
}

const describe = ({ headline, forms }: Decision): string =>
  `${headline} (${forms.map((form) => model.placements[form]?.id ?? '?').join(', ')})`;

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function spread(numbers: readonly number[], digits = 0): string {
  const [middle, most, top] = [0.5, 0.95, 1].map((share) => quantile(numbers, share).toFixed(digits));
  return `median ${middle}, 95 % ${most}, most ${top}`;
}

function printFigures(interviews: readonly Interview[], rows: number, draws: number): void {
  const count = (is: (interview: Interview) => boolean): string => {
    const yes = interviews.filter(is).length;
    return `${yes} of ${interviews.length} (${((100 * yes) / interviews.length).toFixed(2)} %)`;
  };
  const sum = (of: (interview: Interview) => number): number =>
    interviews.reduce((total, interview) => total + of(interview), 0);
  const steps = interviews.flatMap((interview) => interview.steps);
  const figures: [string, string][] = [
    ['same headline', count((each) => each.sameHeadline)],
    ['same placement', count((each) => each.samePlacement)],
    ['proven firm', count((each) => each.firm)],
    ['prompts', spread(interviews.map((each) => each.prompts))],
    ['  questions', spread(interviews.map((each) => each.questions))],
    ['  tick lists', spread(interviews.map((each) => each.lists))],
    ['lines in tick lists', spread(interviews.map((each) => each.items))],
    ['if everything were asked', spread(interviews.map((each) => each.everything))],
    ['facts asked', String(sum((each) => each.questions + each.items))],
    ['  could not matter', String(sum((each) => each.irrelevant.length))],
    ['  not proven either way', String(sum((each) => each.unproven.length))],
    ['steps', String(steps.length)],
    ['  milliseconds', spread(steps, 1)],
    ['  over 50 ms', String(steps.filter((step) => step > 50).length)],
    ['  over 500 ms', String(steps.filter((step) => step > 500).length)],
  ];
  const width = Math.max(...figures.map(([name]) => name.length)) + 2;
  const lines = figures.map(([name, figure]) => `${name.padEnd(width)}${figure}`);
  process.stdout.write(
    `${rows} workloads, ${draws} truths each: ${interviews.length} interviews, Node ${process.versions.node}\n\n${lines.join('\n')}\n`,
  );
}

const draws = Number(process.argv[2] ?? 20);
if (!Number.isInteger(draws) || draws < 1) throw new Error('draws is a whole number above 0');
const random = seedRandom(20261123);
const rows = readRows();
const interviews = rows.flatMap((row) =>
  Array.from({ length: draws }, () => holdInterview(row, drawTruth(row, random))),
);
printFigures(interviews, rows.length, draws);
const bad = interviews.filter(
  ({ samePlacement, firm, irrelevant }) => !samePlacement || !firm || irrelevant.length > 0,
);
for (const { row, outcome, irrelevant } of bad.slice(0, 15))
  process.stdout.write(
    `\n${row}: ${outcome}${irrelevant.length === 0 ? '' : `; irrelevant: ${irrelevant.join(', ')}`}`,
  );
if (bad.length > 0) {
  process.stdout.write('\n');
  process.exitCode = 1;
}
