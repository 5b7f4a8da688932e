import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess.ts';
import { parseDocuments } from '../../../src/workload/parse-workload.ts';
import { combineFacts, type FactStatement } from '../../../src/workload/workload.ts';
import { writeWorkload } from '../../../src/workload/write-workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const ready = loadRules();
const statement = (origin: FactStatement['origin'], values: FactStatement['values']): FactStatement => ({
  fact: 'state.kind',
  values,
  origin,
});

describe('what is only likely', () => {
  it.each<{
    name: string;
    layers: FactStatement[];
    values: FactStatement['values'];
    within?: FactStatement['within'];
  }>([
    {
      name: 'stands where nobody said anything',
      layers: [statement('suggested', ['one-writer'])],
      values: ['one-writer'],
      within: null,
    },
    {
      name: 'narrows what was said for certain',
      layers: [statement('suggested', ['one-writer']), statement('stated', ['one-writer', 'rebuildable'])],
      values: ['one-writer'],
      within: ['one-writer', 'rebuildable'],
    },
    {
      name: 'gives way to a fact',
      layers: [statement('stated', ['stateless']), statement('suggested', ['one-writer'])],
      values: ['stateless'],
    },
    {
      name: 'gives way to a profile',
      layers: [statement('profile', ['stateless']), statement('suggested', ['one-writer'])],
      values: ['stateless'],
    },
    {
      name: 'gives way to an answer that leaves more open',
      layers: [statement('suggested', ['one-writer']), statement('asked', ['one-writer', 'rebuildable'])],
      values: ['one-writer', 'rebuildable'],
    },
    {
      name: 'gives way to an explicit unknown',
      layers: [statement('suggested', ['one-writer']), statement('stated', null)],
      values: null,
    },
  ])('$name', ({ layers, values, within }) => {
    const said = combineFacts(layers).get('state.kind');
    expect(said?.values).toEqual(values);
    expect(said?.within).toEqual(within);
  });

  const text = `advise: 1
name: shop
facts:
  package: { form: official-image }
likely:
  state: { kind: one-writer }
components:
  - name: db
    likely: { os: { family: linux } }
`;

  it('is read from a file, and written as it was', () => {
    const [workload] = parseDocuments(text, 'shop.yaml', ready.rulebook);
    if (workload === undefined) throw new Error('nothing was read');
    const written = writeWorkload(ready.rulebook, workload);
    const [again] = parseDocuments(written, 'shop.yaml', ready.rulebook);
    const say = (facts: readonly FactStatement[] = []) =>
      facts.map(({ fact, values, origin }) => ({ fact, values, origin }));
    expect(say(workload.facts)).toContainEqual(statement('suggested', ['one-writer']));
    expect(say(again?.facts)).toEqual(say(workload.facts));
    expect(say(again?.components[0]?.facts)).toEqual(say(workload.components[0]?.facts));
  });

  it('is refused where the fact is none, at its line', () => {
    const wrong = text.replace('kind: one-writer', 'knd: one-writer');
    expect(() => parseDocuments(wrong, 'shop.yaml', ready.rulebook)).toThrow('no fact is called state.knd');
  });

  it('is marked as such, and counts as a presumption', () => {
    const likely = 'advise: 1\nlikely: { os: { kernel-module: yes } }\n';
    const advise = (file: string) => {
      const [workload] = parseDocuments(file, 'x.yaml', ready.rulebook);
      if (workload === undefined) throw new Error('nothing was read');
      return assess(workload, ready, { today: '2027-01-15' });
    };
    const { facts, verdict, flips } = advise(likely);
    const certain = advise(likely.replace('likely', 'facts'));
    expect(verdict.headline).toBe(certain.verdict.headline);
    expect(facts['os.kernel-module']).toMatchObject({ value: 'yes', origin: 'suggested' });
    const by = (list: typeof flips) =>
      list.find(({ changes }) => changes.length === 1 && changes[0]?.fact === 'os.kernel-module')?.by;
    expect([by(flips), by(certain.flips)]).toEqual(['presumed', 'program']);
    const leans = (each: typeof verdict) => each.if.map(({ fact }) => fact).includes('os.kernel-module');
    expect([leans(verdict), leans(certain.verdict)]).toEqual([true, false]);
  });
});
