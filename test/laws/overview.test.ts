import { describe, expect, it } from 'vitest';
import { gatherAlike } from '../../src/advice/gather-alike.ts';
import { assessEach } from '../../src/assess-each.ts';
import { assess } from '../../src/assess.ts';
import { at } from '../../src/at.ts';
import { gatherUnanswered } from '../../src/ask/gather-unanswered.ts';
import { prepareInterviewer } from '../../src/ask/interviewer.ts';
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
import { combineFacts, type Workload } from '../../src/workload/workload.ts';
import { howMany } from '../support/how-many.ts';
import { loadRules } from '../support/load-rules.ts';
import { loadSmallRulebook } from '../support/load-small-rulebook.ts';
import { type Random, seedRandom } from '../support/random-values.ts';
import { positionOf } from '../support/build-rulebook.ts';
import { listChoices, makeStatements } from '../support/random-workload.ts';

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

/** Whether a number is among those that words such as "more than 4, 8 or less" stand for. */
function isWithin(number: number, words: string): boolean {
  return words.split(', ').every((bound) => {
    const at = Number(/[\d.]+/.exec(bound)?.[0]);
    if (bound.startsWith('more than')) return number > at;
    if (bound.startsWith('less than')) return number < at;
    return bound.includes(' or more') ? number >= at : bound.includes(' or less') ? number <= at : true;
  });
}

/** Numbers of a fact: one of each interval that rules tell apart, and its bounds; none of a fact with choices. */
function listNumbers({ rulebook, model }: ReadyRulebook, id: string): number[] {
  const index = positionOf(rulebook.facts, id);
  const fact = at(rulebook.facts, index);
  if (fact.kind !== 'number') return [];
  const compiled = at(model.facts, index);
  return [...listChoices(fact, compiled).map(Number), ...compiled.cuts.map((cut) => cut.at)];
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
  const again = lines.slice(0, 15).map((line) => line.replace(/"name":"w/, '"name":"again'));
  // And some of which all is said alike, but for a rule that is set aside.
  const waived = lines.slice(0, 8).map((line, index) => {
    const rule = at(ready.rulebook.rules, index).id;
    const workload = JSON.parse(line.replace(/"name":"w/, '"name":"waived')) as object;
    return JSON.stringify({ ...workload, waivers: [{ rule, because: 'tried', until: '2027-12-31' }] });
  });
  const all = [...lines, ...again, ...waived];

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

  it('also where rows of a table of which the same is said are one entry', async () => {
    const workloads = gatherAlike(readAll(ready, all), ready.model);
    expect(workloads.some(({ alike = [] }) => alike.length > 0)).toBe(true);
    const overview = summariseResults(workloads, assessEach(workloads, ready, { today }), ready, { today });
    const portfolio = await summariseRows(ready, all);
    expect(portfolio).toMatchObject(overview);
  });

  it('with numbers that assess gives of one after the other', () => {
    // Of several values proof may settle what a change is tried at; so each says one.
    const single = Array.from({ length: howMany(15) }, (_, index) =>
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
    const expectMoves = (set: string, moves: readonly number[]) => {
      const then = headlinesOf(set);
      const to = (headline: string) => count((index) => then[index] === headline && now[index] !== headline);
      expect([set, ...['vm', 'container', 'either', 'none', 'split'].map(to)]).toEqual([set, ...moves]);
    };
    const numbers = new Set<string>();
    for (const { fact, values, toVm, toContainer, toEither, toNone, toSplit } of overview.changes) {
      const within = listNumbers(ready, fact).filter((number) =>
        values.some((words) => isWithin(number, words)),
      );
      if (within.length > 0) numbers.add(fact);
      for (const value of within.length > 0 ? within : values)
        expectMoves(`${fact}=${value}`, [toVm, toContainer, toEither, toNone, toSplit]);
    }
    // A number that no change speaks of moves nothing.
    expect(numbers.size).not.toBe(0);
    for (const id of numbers) {
      const told = overview.changes.flatMap(({ fact, values }) => (fact === id ? values : []));
      for (const number of listNumbers(ready, id))
        if (!told.some((words) => isWithin(number, words))) expectMoves(`${id}=${number}`, [0, 0, 0, 0, 0]);
    }
  });

  it('what answers settle is what assess says with each, and facts --unanswered asks for it', () => {
    const lines = Array.from({ length: howMany(20) }, (_, index) =>
      JSON.stringify(makeDocument(ready, random, `q${index}`, false)),
    );
    const workloads = readAll(ready, lines).map((workload): Workload => ({
      ...workload,
      components: [],
      waivers: [],
      rulings: [],
    }));
    const interviewer = prepareInterviewer(ready);
    let seen = 0;
    for (const workload of workloads) {
      const advice = assess(workload, ready, { today });
      const { questions } = summariseResults([workload], [advice], ready, { today });
      const said = combineFacts([], workload.facts);
      const unanswered = gatherUnanswered(interviewer, said);
      if (unanswered.questions.length === 0) expect(questions).toEqual([]);
      for (const { fact, open, settles, settlesAlways } of questions) {
        seen++;
        const index = positionOf(ready.rulebook.facts, fact);
        const possible = listChoices(at(ready.rulebook.facts, index), at(ready.model.facts, index));
        const settling = possible.filter((value) => {
          const set = parseSet([`${fact}=${value}`], ready.rulebook);
          return assess(workload, ready, { today, set }).verdict.status !== 'open';
        });
        expect({ fact, open, settles, settlesAlways }).toEqual({
          fact,
          open: 1,
          settles: Math.round((10 * settling.length) / possible.length) / 10,
          settlesAlways: settling.length === possible.length ? 1 : 0,
        });
        const { questions: asked, presumptions, refinements } = unanswered;
        expect([...asked, ...presumptions, ...refinements]).toContain(fact);
      }
    }
    expect(seen).not.toBe(0);
  });
});
