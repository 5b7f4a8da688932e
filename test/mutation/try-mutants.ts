// Runs in the process that mutants are tried in: its tests were bundled with the mutated modules.
import { once } from 'node:events';
import { type Case, listCases } from './stand-in.ts';

/** Where a test is: the position of its file, and its own in there. */
export type Spot = readonly [file: number, position: number];

/** What the process that supervises asks for, as the first message. */
export interface Order {
  /** Mutants to be switched on one after the other; null to run the tests as they are and see what they reach. */
  readonly mutants: readonly string[] | null;
  /** The tests that may notice each, in the order in which they are to be tried. */
  readonly tests: Readonly<Record<string, readonly Spot[]>>;
  /** How often each is reached by a test that passes, the most of all. */
  readonly hits: Readonly<Record<string, number>>;
  /** Whether files of tests are loaded only when one of their tests is to be run, a mutant being on. */
  readonly late?: boolean;
  /** A pattern of tests to leave out when the others are run as they are. */
  readonly without?: string | undefined;
}

/** What is told on the way. */
export type Report =
  | { readonly is: 'unfit'; readonly test: string; readonly why: string }
  | {
      readonly is: 'reach';
      readonly test: Spot;
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

type Load = () => Promise<unknown>;

/**
 * Does what was ordered with the tests of some files.
 * @param modules those that are mutated: loaded before any test, so that no test is taken to reach what acts while
 * they are, unless what is loaded late is asked for
 */
export async function tryMutants(files: readonly Load[], modules: readonly Load[]): Promise<void> {
  const [order] = (await once(process, 'message')) as [Order];
  const { mutants, tests, hits, late = false } = order;
  const switches = ((globalThis as { __stryker__?: Switchboard }).__stryker__ ??= {});
  if (!late) for (const loadModule of modules) await loadModule();
  if (mutants === null) await seeReach(files, switches, new RegExp(order.without ?? '^$'));
  const loaded = new Map<number, readonly Case[]>();
  const load = async (file: number): Promise<readonly Case[]> => {
    const cases = loaded.get(file) ?? (await listCases(files[file] ?? (() => undefined)));
    loaded.set(file, cases);
    return cases;
  };
  if (!late) for (const [file] of Object.values(tests).flat()) await load(file);
  for (const mutant of mutants ?? []) {
    await send({ is: 'trying', mutant });
    let by: string | null = null;
    // One that is on from the start was given in Stryker's own variable.
    switches.activeMutant = mutant;
    for (const [file, position] of tests[mutant] ?? []) {
      switches.hitCount = 0;
      // A loop without end is one that goes round a hundred times as often as it did.
      switches.hitLimit = (hits[mutant] ?? 0) * 100 + 10_000;
      try {
        const each = (await load(file))[position];
        by = each?.name ?? 'a file that tells fewer tests';
        if (each === undefined) break;
        await each.run();
        by = null;
      } catch {
        by ??= 'a file that does not load';
        break;
      }
    }
    switches.activeMutant = undefined;
    await send({ is: 'tried', mutant, by });
  }
  process.disconnect();
}

async function seeReach(files: readonly Load[], switches: Switchboard, without: RegExp): Promise<void> {
  for (const [file, load] of files.entries()) {
    switches.currentTestId = undefined;
    for (const [position, { name, run }] of (await listCases(load)).entries()) {
      if (without.test(name)) continue;
      const id = `test ${file} ${position}`;
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
      await send({ is: 'reach', test: [file, position], name, milliseconds, hits: reached });
    }
  }
  await send({ is: 'static', mutants: Object.keys(switches.mutantCoverage?.static ?? {}) });
}
