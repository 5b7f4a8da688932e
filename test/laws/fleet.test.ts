import { describe, expect, it } from 'vitest';
import { keepPrepared } from '../../src/advice/keep-prepared.ts';
import { assess } from '../../src/assess.ts';
import { assessRows } from '../../src/fleet/assess-rows.ts';
import { numberStatements } from '../../src/fleet/fact-codes.ts';
import {
  type FleetRecord,
  fleetRecordShape,
  recordExtras,
  type RecordExtra,
  recordOf,
} from '../../src/fleet/fleet-record.ts';
import { joinSystems, type SystemJoin } from '../../src/fleet/join-systems.ts';
import { judgeFleet } from '../../src/fleet/judge-fleet.ts';
import { openRows } from '../../src/fleet/open-rows.ts';
import { layProfiles } from '../../src/fleet/profile-layers.ts';
import { recordForm } from '../../src/fleet/record-forms.ts';
import { columnOf } from '../../src/import/table/plain-map.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import type { FactStatement, Workload } from '../../src/workload/workload.ts';
import { writeCells } from '../../src/text/csv-cells.ts';
import { howMany } from '../support/how-many.ts';
import { loadRules } from '../support/load-rules.ts';
import { loadSmallRulebook } from '../support/load-small-rulebook.ts';
import { type Random, seedRandom } from '../support/random-values.ts';
import { makeStatements, type Statement } from '../support/random-workload.ts';

// A fleet is judged by vectors, each once; what comes out of a row is what `assess` says of the workload.

/** A row of a fleet, and the workload that it is. */
interface Case {
  readonly profile: string;
  readonly workload: Workload;
}

function makeCase(ready: ReadyRulebook, random: Random, profiles: readonly string[]): Case {
  const facts = [...makeStatements(ready, random).values()];
  const workload = { name: `w${random.below(1e6)}`, file: 'rows', facts, waivers: [], components: [] };
  return { profile: random.pick(profiles), workload };
}

function writeFlat({ workload, profile }: Case): string {
  const cells = workload.facts.map(({ fact, values }) => [columnOf({ id: fact }), writeValues(values)]);
  return JSON.stringify({ name: workload.name, profile, ...Object.fromEntries(cells) });
}

function writeDocument({ workload, profile }: Case): string {
  const facts: Record<string, Record<string, unknown>> = {};
  for (const { fact, values } of workload.facts) {
    const [group = '', ...name] = fact.split('.');
    (facts[group] ??= {})[name.join('.')] = values ?? 'unknown';
  }
  return JSON.stringify({ advise: 1, name: workload.name, profile, facts });
}

function writeValues(values: FactStatement['values']): string {
  return values === null ? 'unknown' : values.map(String).join('|');
}

function writeTable({ model }: ReadyRulebook, cases: readonly Case[]): string {
  const ids = model.facts.map(({ id }) => id);
  const rows = cases.map(({ workload, profile }) => {
    const said = new Map(workload.facts.map(({ fact, values }) => [fact, writeValues(values)]));
    return [workload.name, profile, ...ids.map((id) => said.get(id) ?? '')];
  });
  return `${[['name', 'profile', ...ids], ...rows].map(writeCells).join('\n')}\n`;
}

async function* splitText(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  await Promise.resolve();
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Judges rows as a fleet, and gives the records as they were written. */
async function judgeText(
  ready: ReadyRulebook,
  named: ReadonlyMap<string, readonly FactStatement[]>,
  text: string,
  size: number,
  extras: ReadonlySet<RecordExtra>,
  systems?: SystemJoin,
): Promise<FleetRecord[]> {
  const codes = numberStatements(ready.model);
  const profiles = layProfiles(ready, codes, [], named);
  const form = recordForm('ndjson', [], extras);
  const judge = judgeFleet({
    ready,
    codes,
    extras,
    forms: [form],
    grouped: false,
    recorded: true,
    today: '2027-01-15',
  });
  let lines = '';
  const outlets = {
    write: [{ form, take: (more: string) => void (lines += more) }],
    reject: ({ reason }: { readonly reason: string }) => expect.fail(reason),
    systems,
    goOn: () => undefined,
  };
  const source = await openRows(splitText(text, size), 'rows', ready.rulebook, profiles, {
    carry: [],
    by: undefined,
    systems: systems !== undefined,
  });
  await assessRows(source, { judge, profiles }, outlets, { read: 0, judged: 0, rejected: 0 });
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => {
      return fleetRecordShape.strip().parse(JSON.parse(line));
    });
}

describe.each([
  { name: 'the default rulebook', ready: loadRules(), many: 60 },
  { name: 'a small one', ready: loadSmallRulebook(), many: 200 },
])('a row of a fleet comes out as its workload does, by $name', ({ ready, many }) => {
  const random = seedRandom(20261130);
  const site = [...makeStatements(ready, random).values()].map((said): Statement => ({
    ...said,
    origin: 'profile',
  }));
  const named = new Map([['site', site]]);
  const cases = Array.from({ length: howMany(many) }, () => makeCase(ready, random, ['', 'site']));
  const prepare = keepPrepared();
  const advices = cases.map(({ workload, profile }) =>
    assess(workload, ready, { profile: named.get(profile) ?? [], today: '2027-01-15', prepare }),
  );
  const [plain, whole] = [new Set<RecordExtra>(), new Set(recordExtras)];

  it.each([
    { what: 'a key a fact', text: cases.map(writeFlat).join('\n') },
    { what: 'whole documents', text: cases.map(writeDocument).join('\n') },
    { what: 'a table', text: writeTable(ready, cases) },
    { what: 'every row twice', text: [...cases, ...cases].map(writeFlat).join('\r\n'), twice: true },
  ])('$what', async ({ text, twice }) => {
    // Records without more than the usual are made in another way.
    for (const extras of [plain, whole]) {
      const expected = advices.map((advice) => recordOf(advice, extras));
      const records = await judgeText(ready, named, text, 10_007, extras);
      expect(records).toEqual(twice === true ? [...expected, ...expected] : expected);
    }
  });
});

describe('a system of a fleet', () => {
  it('comes out as the workload with its rows as parts', async () => {
    const ready = loadSmallRulebook();
    const random = seedRandom(20261128);
    const systems = Array.from({ length: howMany(40) }, (_, index) => ({
      name: `s${index}`,
      parts: Array.from({ length: 1 + random.below(4) }, () => makeCase(ready, random, [''])),
    }));
    const rows = systems.flatMap(({ name, parts }) =>
      parts.map((part, index) => ({ name, index, line: JSON.parse(writeFlat(part)) as object })),
    );
    // All first parts, then all second ones: systems do not have to stand together.
    rows.sort((one, other) => one.index - other.index);
    const text = rows.map(({ name, line }) => JSON.stringify({ ...line, system: name })).join('\n');
    const joined = joinSystems();
    await judgeText(ready, new Map(), text, 10_007, new Set(), joined);
    const expected = systems.map(({ name, parts }): [string, FleetRecord] => {
      const components = parts.map(({ workload }, index) => ({
        name: `p${index}`,
        facts: workload.facts,
        at: { file: 'rows', line: 1, column: 1 },
      }));
      const workload = { name, file: 'rows', facts: [], waivers: [], components };
      return [name, recordOf(assess(workload, ready, { profile: [], today: '2027-01-15' }), new Set())];
    });
    expect(joined.listSystems()).toEqual(expected);
  });
});
