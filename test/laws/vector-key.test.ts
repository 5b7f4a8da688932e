import { describe, expect, it } from 'vitest';
import { codeRows } from '../../src/fleet/code-rows.ts';
import { type FactCodes, numberStatements } from '../../src/fleet/fact-codes.ts';
import { recordExtras } from '../../src/fleet/fleet-record.ts';
import { judgeFleet } from '../../src/fleet/judge-fleet.ts';
import { recordForm } from '../../src/fleet/record-forms.ts';
import { keyVectors } from '../../src/fleet/vector-key.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import type { FactStatement } from '../../src/workload/workload.ts';
import { howMany } from '../support/how-many.ts';
import { loadRules } from '../support/load-rules.ts';
import { loadSmallRulebook } from '../support/load-small-rulebook.ts';
import { type Random, seedRandom } from '../support/random-values.ts';
import { makeStatements } from '../support/random-workload.ts';

// A vector is kept as a text, its key. It says neither less nor more of a row than what any rule can tell.

/** What is said of a workload; some of it in other words, some of it only likely. */
function makeSaid(ready: ReadyRulebook, random: Random): FactStatement[] {
  return [...makeStatements(ready, random).values()].flatMap((said): FactStatement[] => {
    const likely: FactStatement = { ...said, origin: 'suggested' };
    if (random.chance(0.1)) return [likely];
    if (random.chance(0.2) && said.values !== null && said.values.length > 1)
      return [said, { ...likely, values: said.values.slice(0, 1) }];
    const [first] = said.values ?? [];
    return typeof first === 'number' && random.chance(0.3)
      ? [{ ...said, values: [{ 'at-least': first }] }]
      : [said];
  });
}

const meet = (ready: ReadyRulebook) => {
  const codes = numberStatements(ready.model);
  return { codes, keys: keyVectors(ready, codes), coder: codeRows(ready, codes, []) };
};

const judgeBy = (ready: ReadyRulebook, codes: FactCodes) => {
  const extras = new Set(recordExtras);
  const form = recordForm('ndjson', [], extras);
  return judgeFleet({ ready, codes, extras, forms: [form], grouped: false, today: '2027-01-15' });
};

describe.each([
  { name: 'the default rulebook', ready: loadRules(), many: 400 },
  { name: 'a small one', ready: loadSmallRulebook(), many: 2000 },
])('keys of vectors, by $name', ({ ready, many }) => {
  const random = seedRandom(20261129);
  const workloads = Array.from({ length: howMany(many) }, () => makeSaid(ready, random));
  const { codes, keys, coder } = meet(ready);
  const vectors = workloads.map((said) => coder.codeStatements(said));

  it('are the same if and only if vectors are', () => {
    const byVector = new Map(vectors.map((vector) => [vector, keys.writeKey(vector)]));
    expect(byVector.size).toBeGreaterThan(50);
    expect(new Set(byVector.values()).size).toBe(byVector.size);
  });

  it('are read back as what they were made of', () => {
    const read = vectors.map((vector) => keys.parseKey(keys.writeKey(vector)));
    expect(read).toEqual(vectors.map((vector) => ({ vector })));
  });

  it('are written again as they were, by whoever knows nothing but them', () => {
    const texts = vectors.map((vector) => keys.writeKey(vector));
    const other = meet(ready).keys;
    const again = texts.toReversed().map((text) => {
      const parsed = other.parseKey(text);
      return 'vector' in parsed ? other.writeKey(parsed.vector) : parsed.problem;
    });
    expect(again.toReversed()).toEqual(texts);
    expect(other.vocabulary).toBe(keys.vocabulary);
  });

  it('are judged as the rows that they were made of', () => {
    const other = meet(ready);
    const [rows, kept] = [judgeBy(ready, codes), judgeBy(ready, other.codes)];
    for (const vector of vectors.slice(0, howMany(80))) {
      const parsed = other.keys.parseKey(keys.writeKey(vector));
      expect('vector' in parsed && kept.judgeVector(parsed.vector, '')).toEqual(rows.judgeVector(vector, ''));
    }
  });
});

describe('a key that a database made', () => {
  const { keys } = meet(loadSmallRulebook());
  const empty = keys.writeKey(meet(loadSmallRulebook()).coder.codeStatements([]));
  const { facts } = loadSmallRulebook().rulebook;
  const withSaid = (id: string, text: string) =>
    facts.map((fact) => `~${fact.id === id ? text : ''}`).join('');

  it.each([
    { what: 'a list in another order', id: 'site.containers', text: 'engine | none', same: 'none|engine' },
    { what: 'yes by another name', id: 'os.desktop', text: 'true', same: 'yes' },
    { what: 'a number with a unit', id: 'os.memory', text: '4096 MiB', same: '4' },
    { what: 'a number that the same rules hold of', id: 'os.memory', text: '5', same: '4' },
    { what: 'bounds', id: 'os.memory', text: '..4', same: '4' },
  ])('means the same with $what', ({ id, text, same }) => {
    expect(keys.parseKey(withSaid(id, text))).toEqual(keys.parseKey(withSaid(id, same)));
    expect(keys.parseKey(withSaid(id, text))).not.toEqual(keys.parseKey(empty));
  });

  it.each([
    { what: 'a value that is none', key: withSaid('os.family', 'linus'), says: /os_family: no value/ },
    { what: 'a number that cannot be', key: withSaid('os.memory', '-1'), says: /os_memory/ },
    { what: 'a mark in a value', key: withSaid('os.family', 'li~nux'), says: /no key of \d+ facts/ },
    { what: 'a fact too few', key: empty.slice(1), says: /no key of \d+ facts/ },
    { what: 'no mark before the first', key: `x${empty}`, says: /no key of/ },
    { what: 'a blank that is none', key: withSaid('os.family', '\u00a0linux'), says: /a character/ },
  ])('is refused with $what', ({ key, says }) => {
    expect(keys.parseKey(key)).toEqual({ problem: expect.stringMatching(says) as unknown });
  });

  it('and says which of its facts is wrong, and not what stands there', () => {
    const said = JSON.stringify(keys.parseKey(withSaid('os.family', 's3cret')));
    expect(said).toContain('os_family');
    expect(said).not.toContain('s3cret');
  });
});
