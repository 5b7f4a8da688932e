import { describe, expect, it } from 'vitest';
import { assessEach } from '../../src/assess-each.ts';
import type { Workload } from '../../src/workload/workload.ts';
import { assess } from '../../src/assess.ts';
import { at } from '../../src/at.ts';
import { assessRows } from '../../src/fleet/assess-rows.ts';
import { numberStatements } from '../../src/fleet/fact-codes.ts';
import { openJsonRows } from '../../src/fleet/json-rows.ts';
import { judgeFleet } from '../../src/fleet/judge-fleet.ts';
import { layProfiles } from '../../src/fleet/profile-layers.ts';
import { summariseFleet } from '../../src/portfolio/summarise-fleet.ts';
import { summariseResults } from '../../src/portfolio/summarise-results.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { parseSet } from '../../src/workload/parse-set.ts';
import { parseDocuments } from '../../src/workload/parse-workload.ts';
import { howMany } from '../support/how-many.ts';
import { loadRules } from '../support/load-rules.ts';
import { loadSmallRulebook } from '../support/load-small-rulebook.ts';
import { type Random, seedRandom } from '../support/random-values.ts';
import { makeStatements } from '../support/random-workload.ts';

// What assess says of several files together and what fleet assess says of the same as rows is the same, whatever
// they are: with parts, waivers and rulings, alike or not. And its numbers are those of assess of one.

const today = '2027-01-15';

/** What a workload says, as a document: some are alike, some have parts, some have rules of their own. */
function makeDocument(ready: ReadyRulebook, random: Random, name: string, lists = true): object {
  const groups = (share: number) => {
    const facts: Record<string, Record<string, unknown>> = {};
    for (const { fact, values } of makeStatements(ready, random).values()) {
      const [group = '', own = ''] = fact.split('.');
      if (values !== null && (lists || values.length === 1) && random.chance(share))
        (facts[group] ??= {})[own] = values;
    }
    return facts;
  };
  const rule = at(ready.rulebook.rules, random.below(ready.rulebook.rules.length)).id;
  const ends = random.pick(['2026-12-31', '2027-12-31']);
  return {
    advise: 1,
    name,
    facts: groups(0.7),
    ...(random.chance(0.2)
      ? { components: ['a', 'b', 'c'].map((part) => ({ name: part, facts: groups(0.5) })) }
      : {}),
    ...(random.chance(0.2) ? { waivers: [{ rule, because: 'tried', until: ends }] } : {}),
    ...(random.chance(0.1)
      ? { rulings: [{ favours: { vm: 'moderate' }, because: 'decided', by: 'the board', until: ends }] }
      : {}),
  };
}

async function summariseRows(ready: ReadyRulebook, lines: readonly string[]) {
  const codes = numberStatements(ready.model);
  const profiles = layProfiles(ready, codes, [], new Map());
  const judge = judgeFleet({ ready, codes, extras: new Set(), forms: [], grouped: false, today });
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const chunks = (async function* () {
    await Promise.resolve();
    yield bytes;
  })();
  const source = openJsonRows(chunks, 'rows.ndjson', ready.rulebook, profiles, { carry: [], by: undefined });
  const outlets = {
    write: [],
    reject: (row: object) => expect.fail(JSON.stringify(row)),
    goOn: () => undefined,
  };
  const counts = await assessRows(source, { judge, profiles }, outlets, { read: 0, judged: 0, rejected: 0 });
  return summariseFleet({ version: '1', ready, codes, today, by: undefined }, judge, counts);
}

function readAll(ready: ReadyRulebook, lines: readonly string[]): Workload[] {
  return lines.flatMap((line, index) => parseDocuments(line, `${index}.json`, ready.rulebook));
}

describe.each([
  { name: 'the default rulebook', ready: loadRules() },
  { name: 'a small one', ready: loadSmallRulebook() },
])('several workloads come to the same as files and as rows, by $name', ({ ready }) => {
  const random = seedRandom(20261130);
  const lines = Array.from({ length: howMany(60) }, (_, index) =>
    JSON.stringify(makeDocument(ready, random, `w${index}`)),
  );
  // Some come again, under another name.
  const all = [...lines, ...lines.slice(0, 15).map((line) => line.replace(/"name":"w/, '"name":"again'))];

  it('whatever they are', async () => {
    const workloads = readAll(ready, all);
    const overview = summariseResults(workloads, assessEach(workloads, ready, { today }), ready, { today });
    const { schemaVersion, tool, rulebooks, rows, by, ...portfolio } = await summariseRows(ready, all);
    expect([schemaVersion, tool.name, rulebooks.length, by]).toEqual([1, 'advise', 1, null]);
    expect(rows).toEqual({ read: all.length, judged: all.length, rejected: 0 });
    expect(overview).toEqual(portfolio);
    expect(overview.sorts).toBeLessThan(all.length);
    expect(overview.looked).toEqual({ changes: 1, questions: 1 });
  });

  it('with numbers that assess gives of one after the other', () => {
    // Of several values proof may settle what a change is tried at; so each says one.
    const single = Array.from({ length: 20 }, (_, index) =>
      JSON.stringify(makeDocument(ready, random, `s${index}`, false)),
    );
    const workloads = readAll(ready, single);
    const headlinesOf = (...set: string[]) =>
      assessEach(workloads, ready, { today, set: parseSet(set, ready.rulebook) }).map(
        ({ verdict }) => verdict.headline,
      );
    const results = workloads.map((workload) => assess(workload, ready, { today }));
    const overview = summariseResults(workloads, results, ready, { today });
    const now = headlinesOf();
    const count = (is: (index: number) => boolean) => workloads.filter((_, index) => is(index)).length;
    for (const { headline, strength, status, workloads: counted } of overview.verdicts)
      expect(
        count((index) => {
          const { verdict } = at(results, index);
          return verdict.headline === headline && verdict.strength === strength && verdict.status === status;
        }),
      ).toBe(counted);
    for (const { fact, values, toVm, toContainer, toEither, toNone, toSplit } of overview.changes) {
      const [value = ''] = values;
      if (/\d/.test(value)) continue;
      const then = headlinesOf(`${fact}=${value}`);
      const to = (headline: string) => count((index) => then[index] === headline && now[index] !== headline);
      expect([fact, value, to('vm'), to('container'), to('either'), to('none'), to('split')]).toEqual([
        fact,
        value,
        toVm,
        toContainer,
        toEither,
        toNone,
        toSplit,
      ]);
    }
  });
});
