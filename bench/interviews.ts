// Holds the interview with the golden workloads: npx tsx bench/interviews.ts [draws] [part of a name]
//
// A row is a workload of fixtures/golden. What it states is true; of what it leaves open the truth is
// drawn, `draws` times a row (default 3): a presumption is wrong with a chance of 5 %, everything else
// is any value. Somebody who knows that truth is interviewed by the program's own interview, from the
// name to the verdict, and answers all that is asked. What the interview ends with is held against the
// decision on the whole truth.
//
// A prompt is whatever waits for Enter: the name, a question, a sheet, the list, the review. Lines are
// those that a prompt shows at 80 columns, and of the list for everything picked what typing the most
// telling word of it leaves. A step is the processor time from an answer to the next prompt. Exit code 1 where an interview ends with another
// headline or placement than the truth.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { interviewWorkload } from '../src/ask/interview-workload.ts';
import { layOutHead, layOutList } from '../src/ask/lay-out-list.ts';
import { beginList, type ListQuestion } from '../src/ask/list-state.ts';
import { prepareInterviewer } from '../src/ask/interviewer.ts';
import type { Prompter } from '../src/ask/prompter.ts';
import { buildState } from '../src/decide/build-state.ts';
import { truth as sense } from '../src/decide/judge-condition.ts';
import { decide, type Decision } from '../src/decide/decide.ts';
import { connectProcess } from '../src/io.ts';
import { parseFactValue, writeStatedValue } from '../src/rulebook/fact-value.ts';
import { combineFacts, type FactStatement, interviewName } from '../src/workload/workload.ts';
import { readWorkloads } from '../src/workload/read-workloads.ts';
import { loadSourceRulebook } from '../scripts/load-source-rulebook.ts';
import { type Random, seedRandom } from '../test/support/random-values.ts';
import { listChoices } from '../test/support/random-workload.ts';

const ready = loadSourceRulebook();
const { model, rulebook } = ready;
const interviewer = prepareInterviewer(ready);
const wrongPresumption = 0.05;
const columns = 80;

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
  readonly lines: number;
  /** Milliseconds of each step. */
  readonly steps: readonly number[];
  readonly sameHeadline: boolean;
  readonly samePlacement: boolean;
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
          name: `${workload.name}, ${part.name}`,
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
      const presumed = usual ? parseFactValue(fact, fact.presumed) : undefined;
      const drawn = random.pick(said ?? listChoices(fact, compiled));
      const value = !said && presumed !== undefined && 'value' in presumed ? presumed.value : drawn;
      return [fact.id, { fact: fact.id, values: [value], origin: 'asked' }];
    }),
  );
}

/** Processor time in milliseconds: what other programs take meanwhile does not count. */
function readTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Somebody who knows the truth, and what they have to read. */
function createWitness(truth: Truth) {
  let [prompts, lines, since] = [0, 0, readTime()];
  const steps: number[] = [];
  const sizeOf = (question: ListQuestion, labels: readonly string[] = []): number => {
    const state = beginList(question, []);
    const { head, rows } = layOutList(question, state, columns);
    const found = labels.map((label) => {
      const words = label.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== '');
      const sizes = words.map((term) => layOutList(question, { ...state, term }, columns).rows.flat().length);
      return Math.min(...sizes);
    });
    return head.length + rows.flat().length + found.reduce((sum, lines) => sum + lines, 0);
  };
  /** What the witness takes to read and to answer is no part of a step. */
  const put = async <T>(size: () => number, answer: () => T): Promise<T> => {
    steps.push(readTime() - since);
    prompts++;
    lines += size();
    const answered = answer();
    if (prompts > rulebook.facts.length) throw new Error('it keeps asking');
    await Promise.resolve();
    since = readTime();
    return answered;
  };
  const tell = (message: string): string | undefined => {
    const fact = rulebook.facts.find(({ question }) => message.startsWith(question));
    return fact === undefined ? undefined : writeStatedValue(truth.get(fact.id)?.values?.[0] ?? '');
  };
  const isTrue = (option: string): boolean => {
    const [fact = '', value] = option.split('=');
    const statement = truth.get(fact);
    const { presumed } = rulebook.facts.find(({ id }) => id === fact) ?? {};
    return value === ''
      ? statement?.values?.[0] !== presumed
      : writeStatedValue(statement?.values?.[0] ?? '') === value;
  };
  const prompter: Prompter = {
    choose: ({ options, ...asking }) => {
      const question = { ...asking, sections: [{ title: '', options }], many: false, folded: false };
      return put(
        () => sizeOf(question),
        () => tell(asking.message) ?? options[0]?.value ?? '',
      );
    },
    pick: (asking) => {
      const options = asking.sections.flatMap((section) => section.options);
      const picked = options.filter(({ value }) => isTrue(value));
      const typed = asking.folded ? picked.map(({ label }) => label) : [];
      return put(
        () => sizeOf({ ...asking, many: true }, typed),
        () => picked.map(({ value }) => value),
      );
    },
    type: ({ initial = '', ...asking }) =>
      put(
        () => layOutHead(asking, false, '', columns).length,
        () => tell(asking.message) ?? initial,
      ),
    say: () => undefined,
  };
  return { prompter, report: () => ({ prompts, lines, steps }) };
}

async function holdInterview(row: Row, truth: Truth): Promise<Interview> {
  const start = { name: row.name, file: interviewName, facts: [], waivers: [], components: [] };
  const { prompter, report } = createWitness(truth);
  const workload = await interviewWorkload(interviewer, start, [], prompter, () => undefined);
  const got = decide(model, buildState(model, combineFacts(workload.facts)).state);
  const { state } = buildState(model, truth);
  const full = decide(model, state);
  const sameHeadline = got.headline === full.headline;
  const everything = rulebook.facts.filter((_, fact) => interviewer.makesSense(fact, state) === sense.true);
  return {
    row: row.name,
    ...report(),
    sameHeadline,
    samePlacement: sameHeadline && got.forms.join() === full.forms.join(),
    everything: everything.length,
    outcome: `${describe(got)}, but the truth is ${describe(full)}`,
  };
}

const describe = ({ headline, forms }: Decision): string =>
  `${headline} (${forms.map((form) => model.placements[form]?.id ?? '?').join(', ')})`;

function spread(numbers: readonly number[], digits = 0): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [middle, most, top] = [0.5, 0.95, 1].map((share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(digits),
  );
  return `median ${middle}, 95 % ${most}, most ${top}`;
}

function printFigures(interviews: readonly Interview[], rows: number, draws: number): void {
  const count = (is: (interview: Interview) => boolean): string =>
    `${interviews.filter(is).length} of ${interviews.length}`;
  const steps = interviews.flatMap((interview) => interview.steps);
  const figures: [string, string][] = [
    ['same headline', count((each) => each.sameHeadline)],
    ['same placement', count((each) => each.samePlacement)],
    ['prompts', spread(interviews.map((each) => each.prompts))],
    ['lines', spread(interviews.map((each) => each.lines))],
    ['if everything were asked', spread(interviews.map((each) => each.everything))],
    ['steps', String(steps.length)],
    ['  milliseconds', spread(steps, 1)],
    ['  over 200 ms', String(steps.filter((step) => step > 200).length)],
  ];
  const width = Math.max(...figures.map(([name]) => name.length)) + 2;
  const lines = figures.map(([name, figure]) => `${name.padEnd(width)}${figure}`);
  process.stdout.write(
    `${rows} workloads, ${draws} truths each: ${interviews.length} interviews, Node ${process.versions.node}\n\n${lines.join('\n')}\n`,
  );
}

const draws = Number(process.argv[2] ?? 3);
if (!Number.isInteger(draws) || draws < 1) throw new Error('draws is a whole number above 0');
const random = seedRandom(20261123);
const rows = readRows().filter(({ name }) => name.includes(process.argv[3] ?? ''));
const interviews: Interview[] = [];
for (const row of rows)
  for (let draw = 0; draw < draws; draw++) interviews.push(await holdInterview(row, drawTruth(row, random)));
printFigures(interviews, rows.length, draws);
const bad = interviews.filter(({ samePlacement }) => !samePlacement);
for (const { row, outcome } of bad.slice(0, 15)) process.stdout.write(`\n${row}: ${outcome}`);
if (bad.length > 0) {
  process.stdout.write('\n');
  process.exitCode = 1;
}
