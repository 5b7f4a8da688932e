// Has mutants tried in processes of their own: one that hangs is ended, and the rest goes on in a new one.
import { fork } from 'node:child_process';
import type { Order, Report, Spot } from './try-mutants.ts';

/** Milliseconds without a word after which a mutant is taken to hang; tests as they are may take longer. */
const patience = { tests: 1_200_000, mutant: 180_000 };

/** Milliseconds of processor time that are long for a test. */
const long = 1500;

/** A test that passes, with what it costs. */
export interface Tried {
  readonly spot: Spot;
  readonly milliseconds: number;
  readonly isLong: boolean;
}

/** What the tests reach, as they are. */
export interface Reach {
  /** For every mutant the tests that reach it, quickest first. */
  readonly tests: Readonly<Record<string, Tried[]>>;
  readonly hits: Readonly<Record<string, number>>;
  /** All tests that pass, quickest first. */
  readonly all: readonly Tried[];
  /** Mutants that are reached while modules are loaded. */
  readonly early: ReadonlySet<string>;
}

/** Which test noticed a mutant; `hangs` where it never came to an end, null where none did. */
export type Noticed = string | null;

/**
 * Runs the tests as they are.
 * @param without a pattern of tests to leave out
 */
export async function seeReach(program: string, without: string | undefined): Promise<Reach> {
  const tests: Record<string, Tried[]> = {};
  const hits: Record<string, number> = {};
  const early = new Set<string>();
  const reaches: Extract<Report, { is: 'reach' }>[] = [];
  const ended = await give(program, { mutants: null, tests: {}, hits: {}, without }, {}, (report) => {
    if (report.is === 'unfit') process.stderr.write(`left out: ${report.test}: ${report.why}\n`);
    if (report.is === 'static') for (const mutant of report.mutants) early.add(mutant);
    if (report.is === 'reach') reaches.push(report);
  });
  if (ended !== 'well') throw new Error(`without a mutant the run ${ended}`);
  const quickest = [...reaches].sort((a, b) => a.milliseconds - b.milliseconds);
  const all = quickest.map(({ test, milliseconds, hits: reached }) => {
    const tried = { spot: test, milliseconds, isLong: milliseconds > long };
    for (const [mutant, times] of Object.entries(reached)) {
      (tests[mutant] ??= []).push(tried);
      hits[mutant] = Math.max(hits[mutant] ?? 0, times);
    }
    return tried;
  });
  return { tests, hits, all, early };
}

/**
 * Tries mutants, one after the other in as few processes as can be.
 * @param apart whether each gets a process of its own, and is on while modules are loaded
 * @param tell called with each that was tried
 */
export async function superviseMutants(
  program: string,
  order: Order & { readonly mutants: readonly string[] },
  apart: boolean,
  tell: (mutant: string, by: Noticed) => void,
): Promise<void> {
  let left = [...order.mutants];
  while (left.length > 0) {
    const mutants = apart ? left.slice(0, 1) : left;
    const tests = Object.fromEntries(mutants.map((mutant) => [mutant, order.tests[mutant] ?? []]));
    const done = new Set<string>();
    let current = left[0] ?? '';
    const ended = await give(
      program,
      { ...order, mutants, tests, late: apart },
      apart ? { __STRYKER_ACTIVE_MUTANT__: current } : {},
      (report) => {
        if (report.is === 'trying') current = report.mutant;
        if (report.is !== 'tried') return;
        done.add(report.mutant);
        tell(report.mutant, report.by);
      },
    );
    if (ended !== 'well' && !done.has(current)) {
      done.add(current);
      tell(current, ended);
    }
    left = left.filter((mutant) => !done.has(mutant));
  }
}

/** Gives an order to a new process, and hears what it reports until it ends. */
function give(
  program: string,
  order: Order,
  environment: Readonly<Record<string, string>>,
  hear: (report: Report) => void,
): Promise<'well' | 'hangs' | 'breaks down'> {
  return new Promise((resolve) => {
    const child = fork(program, [], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', order.mutants === null ? 'inherit' : 'ignore', 'ipc'],
    });
    child.send(order);
    let hangs = false;
    const end = (): void => {
      hangs = true;
      child.kill('SIGKILL');
    };
    const wait = order.mutants === null ? patience.tests : patience.mutant;
    let timer = setTimeout(end, wait);
    child.on('message', (report: Report) => {
      clearTimeout(timer);
      timer = setTimeout(end, wait);
      hear(report);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(hangs ? 'hangs' : code === 0 ? 'well' : 'breaks down');
    });
  });
}
