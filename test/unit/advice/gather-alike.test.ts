import { describe, expect, it } from 'vitest';
import { gatherAlike } from '../../../src/advice/gather-alike.ts';
import type { StatedValue } from '../../../src/rulebook/fact-value.ts';
import type { FactStatement, Workload } from '../../../src/workload/workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const { model } = loadRules();

/** A row of a table, of which something is said. */
function row(name: string, facts: Readonly<Record<string, StatedValue>>, line = 2): Workload {
  const at = { file: 'x.csv', line, column: 1 };
  const said = Object.entries(facts).map(([fact, value]): FactStatement => ({
    fact,
    values: [value],
    origin: 'suggested',
    at,
  }));
  return { name, file: 'x.csv', at, facts: said, waivers: [], components: [] };
}

const namesOf = (workloads: readonly Workload[]) =>
  workloads.map(({ name, alike = [] }) => [name, ...alike.map((each) => each.name)].join(' '));

describe('rows of a table', () => {
  it('of which the same is said are one sort, the largest first', () => {
    const windows = { 'os.family': 'windows' };
    const linux = { 'os.family': 'linux' };
    const sorts = gatherAlike([row('a', windows), row('b', linux), row('c', linux, 4)], model);
    expect(namesOf(sorts)).toEqual(['b c', 'a']);
    expect(sorts[0]?.alike).toEqual([{ name: 'c', at: { file: 'x.csv', line: 4, column: 1 } }]);
  });

  it('differ in a number only where a rule can tell it', () => {
    const memory = (size: number) => ({ 'hardware.memory': { 'at-most': size } });
    const sorts = gatherAlike([row('a', memory(16)), row('b', memory(64)), row('c', memory(0.1))], model);
    expect(namesOf(sorts)).toEqual(['a b', 'c']);
    // What is shown of the sort holds of each.
    expect(sorts[0]?.facts[0]?.values).toEqual([{ 'at-most': 64 }]);
  });

  it.each<{ what: string; values: readonly [StatedValue, StatedValue]; shown: readonly StatedValue[] }>([
    { what: 'two numbers', values: [16, 9], shown: [{ 'at-least': 9, 'at-most': 16 }] },
    { what: 'a number twice', values: [16, 16], shown: [16] },
    {
      what: 'two ranges',
      values: [
        { 'at-least': 9, 'at-most': 16 },
        { 'at-least': 12, 'at-most': 32 },
      ],
      shown: [{ 'at-least': 9, 'at-most': 32 }],
    },
    {
      what: 'lower bounds',
      values: [{ 'at-least': 16 }, { 'at-least': 12 }],
      shown: [{ 'at-least': 12 }],
    },
    {
      what: 'a range, and one without a lower bound',
      values: [{ 'at-most': 0.1 }, { 'at-least': 0.05, 'at-most': 0.07 }],
      shown: [{ 'at-most': 0.1 }],
    },
    {
      what: 'a range, and one without an upper bound',
      values: [{ 'at-least': 500, 'at-most': 600 }, { 'at-least': 550 }],
      shown: [{ 'at-least': 500 }],
    },
  ])('are shown with what holds of each: $what', ({ values: [one, other], shown }) => {
    const sorts = gatherAlike(
      [row('a', { 'hardware.memory': one }), row('b', { 'hardware.memory': other })],
      model,
    );
    expect(namesOf(sorts)).toEqual(['a b']);
    expect(sorts[0]?.facts[0]?.values).toEqual(shown);
  });

  it('differ where one is certain and the other is not', () => {
    const certain = row('b', { 'os.family': 'linux' });
    const stated = {
      ...certain,
      facts: certain.facts.map((fact) => ({ ...fact, origin: 'stated' as const })),
    };
    expect(namesOf(gatherAlike([row('a', { 'os.family': 'linux' }), stated], model))).toEqual(['a', 'b']);
  });

  it('stay as they are where nothing else is alike', () => {
    const [only] = gatherAlike([row('a', { 'os.family': 'linux' })], model);
    expect(only).not.toHaveProperty('alike');
  });

  const place = { file: 'x.csv', line: 2, column: 1 };
  it.each<{ what: string; more: Partial<Workload>; alone: boolean }>([
    { what: 'nothing more', more: {}, alone: false },
    { what: 'parts', more: { components: [{ name: 'p', facts: [], at: place }] }, alone: true },
    { what: 'waivers', more: { waivers: [{ rule: 'r', because: 'so', at: place }] }, alone: true },
    {
      what: 'as many parts as waivers',
      more: {
        components: [{ name: 'p', facts: [], at: place }],
        waivers: [{ rule: 'r', because: 'so', at: place }],
      },
      alone: true,
    },
    {
      what: 'rulings',
      more: { rulings: [{ 'rules-out': ['vm'], because: 'so', by: 'us', at: place }] },
      alone: true,
    },
    { what: 'an expectation', more: { expect: { headline: 'vm', at: place } }, alone: true },
  ])('with $what are by themselves: $alone', ({ more, alone }) => {
    const same = { 'os.family': 'linux' };
    const two = [row('a', same), row('b', same)].map((each) => ({ ...each, ...more }));
    expect(namesOf(gatherAlike(two, model))).toEqual(alone ? ['a', 'b'] : ['a b']);
  });

  it('differ where another question about them is open', () => {
    const asked = (name: string, clarification: string): Workload => ({
      ...row(name, {}),
      unclear: [{ clarification, at: place }],
    });
    const rows = [asked('a', 'own-module'), asked('b', 'which-rights'), asked('c', 'own-module')];
    expect(namesOf(gatherAlike(rows, model))).toEqual(['a c', 'b']);
  });
});
