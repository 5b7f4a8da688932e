// Runs in the process that mutants are tried in: its tests were bundled with the mutated modules.
import { once } from 'node:events';
import { cases, preparations } from './stand-in.ts';

/** What the process that supervises asks for, as the first message. */
export interface Order {
  /** Mutants to be switched on one after the other; null to run the tests as they are and see what they reach. */
  readonly mutants: readonly string[] | null;
  /** Positions of the tests that may notice each, quickest first. */
  readonly tests: Readonly<Record<string, readonly number[]>>;
  /** How often each is reached by a test that passes, the most of all. */
  readonly hits: Readonly<Record<string, number>>;
  /** A pattern of tests to leave out when the others are run as they are. */
  readonly without?: string | undefined;
}

/** What is told on the way. */
export type Report =
  | { readonly is: 'unfit'; readonly test: string; readonly why: string }
  | {
      readonly is: 'reach';
      readonly test: number;
      readonly name: string;
      readonly milliseconds: number;
      readonly hits: Readonly<Record<string, number>>;
    }
  | { readonly is: 'static'; readonly mutants: readonly string[] }
  | { readonly is: 'trying'; readonly mutant: string }
  /** Which test noticed it; null where none did. */
  | { readonly is: 'tried'; readonly mutant: string; readonly by: string | null };

/** Where Stryker's switches look. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

/** Waits until it is on its way: what is still here when the process lets go is lost. */
const send = (report: Report): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(report, () => {
      resolve();
    });
  });

/** Does what was ordered: called when all tests are known. */
export async function tryMutants(): Promise<void> {
  const [{ mutants, tests, hits, without }] = (await once(process, 'message')) as [Order];
  const switches = ((globalThis as { __stryker__?: Switchboard }).__stryker__ ??= {});
  for (const prepare of preparations) await prepare();
  if (mutants === null) await seeReach(switches, new RegExp(without ?? '^$'));
  for (const mutant of mutants ?? []) {
    await send({ is: 'trying', mutant });
    let by: string | null = null;
    // One that is on from the start was given in Stryker's own variable.
    switches.activeMutant = mutant;
    for (const position of tests[mutant] ?? []) {
      switches.hitCount = 0;
      // A loop without end is one that goes round a hundred times as often as it did.
      switches.hitLimit = (hits[mutant] ?? 0) * 100 + 10_000;
      const each = cases[position];
      try {
        await each?.run();
      } catch {
        by = each?.name ?? '';
        break;
      }
    }
    switches.activeMutant = undefined;
    await send({ is: 'tried', mutant, by });
  }
  process.disconnect();
}

async function seeReach(switches: Switchboard, without: RegExp): Promise<void> {
  for (const [position, { name, run }] of cases.entries()) {
    if (without.test(name)) continue;
    const id = `test ${position}`;
    switches.currentTestId = id;
    const before = process.cpuUsage();
    try {
      await run();
    } catch (error) {
      await send({ is: 'unfit', test: name, why: String(error).slice(0, 200) });
      continue;
    }
    const milliseconds = process.cpuUsage(before).user / 1000;
    const reached = switches.mutantCoverage?.perTest[id] ?? {};
    await send({ is: 'reach', test: position, name, milliseconds, hits: reached });
  }
  await send({ is: 'static', mutants: Object.keys(switches.mutantCoverage?.static ?? {}) });
}
