// Stands in for vitest where mutants are tried: tests are listed, and run by whoever asks, one at a time.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { fn, restoreAllMocks, spyOn } from '@vitest/spy';
import { format } from 'node:util';

type Act = () => unknown;

/** A test with what is to be done before and after it. */
export interface Case {
  readonly name: string;
  readonly run: () => Promise<void>;
}

interface Scope {
  readonly name: string;
  readonly before: Act[];
  readonly after: Act[];
}

// What the file of tests that is being loaded tells.
const cases: Case[] = [];
const preparations: Act[] = [];
const scopes: Scope[] = [];

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

/** The expectations of vitest; those of snapshots are not here, so that tests which have some are left out. */
export const expect: unknown = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  (globalThis as Record<symbol, unknown>)[ASYMMETRIC_MATCHERS_OBJECT],
);
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect as Parameters<typeof setState>[1]);
Object.assign(globalThis, { [GLOBAL_EXPECT]: expect });

const addTest = (name: string, act: Act): void => {
  const around = [...scopes];
  cases.push({
    name: [...around.map((scope) => scope.name), name].filter((each) => each !== '').join(' > '),
    run: async () => {
      for (const act of around.flatMap(({ before }) => before)) await act();
      try {
        await act();
      } finally {
        for (const act of around.flatMap(({ after }) => after).reverse()) await act();
      }
    },
  });
};

const addGroup = (name: string, tell: Act): void => {
  scopes.push({ name, before: [], after: [] });
  tell();
  scopes.pop();
};

/** The same for every row of a table, named after it. */
const overTable =
  (add: (name: string, act: Act) => void) =>
  (table: Iterable<unknown>) =>
  (name: string, act: (...row: unknown[]) => unknown): void => {
    for (const row of table) {
      const parts: unknown[] = Array.isArray(row) ? row : [row];
      const shown = parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
      add(name.includes('%') ? format(name, ...shown) : `${name} ${shown[0] ?? ''}`, () => act(...parts));
    }
  };

/** The tests of a file, in the order in which it tells them; what it asks for once, before all, is done. */
export async function listCases(load: Act): Promise<readonly Case[]> {
  scopes.splice(0, scopes.length, { name: '', before: [], after: [] });
  await load();
  for (const prepare of preparations.splice(0)) await prepare();
  return cases.splice(0);
}

const innermost = (): Scope => scopes.at(-1) ?? { name: '', before: [], after: [] };
const leaveOut = (): void => undefined;

export const it = Object.assign(addTest, {
  each: overTable(addTest),
  skip: leaveOut,
  skipIf: (is: boolean) => (is ? leaveOut : addTest),
  runIf: (is: boolean) => (is ? addTest : leaveOut),
});
export const test = it;
export const describe = Object.assign(addGroup, {
  each: overTable(addGroup),
  skipIf: (is: boolean) => (is ? leaveOut : addGroup),
});
export const beforeAll = (act: Act): unknown => preparations.push(act);
export const beforeEach = (act: Act): unknown => innermost().before.push(act);
export const afterEach = (act: Act): unknown => innermost().after.push(act);
export const afterAll = leaveOut;
/** Functions can be watched; modules are not mocked here. */
export const vi = { fn, restoreAllMocks, spyOn };
