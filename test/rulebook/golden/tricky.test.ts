import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Advice, PartAdvice } from '../../../src/advice/result.ts';
import { assess } from '../../../src/assess.ts';
import { loadRules } from '../../support/load-rules.ts';
import { assessFile, readOne, readTable } from './assess-file.ts';

// Workloads where adding up the article's claims goes astray, with what they must come out as and why.
// The expectations were argued from sources before there were rules.

const folder = 'fixtures/golden/tricky';

/** What a workload, or a component of one, may come out as. */
interface Row {
  readonly headline: readonly string[];
  readonly placement?: readonly string[];
  readonly never?: readonly string[];
  readonly hinge?: string;
  readonly because: string;
  readonly components?: Readonly<Record<string, Row>>;
}

const keys = ['headline', 'placement', 'never', 'hinge', 'because', 'components'];
const table = readTable<Row>(`${folder}/expected.yaml`);

/** What is wrong with a verdict, seen from its row; empty where nothing is. */
function findFaults({ verdict }: Pick<PartAdvice, 'verdict'>, row: Row): string[] {
  const { headline, placement, forms, runnerUp } = verdict;
  const shown = [...forms, ...(runnerUp === null ? [] : [runnerUp.placement])];
  const printsPlacement = headline === 'vm' || headline === 'container';
  return [
    ...(row.headline.includes(headline) ? [] : [`headline ${headline}, not ${row.headline.join(' or ')}`]),
    ...(printsPlacement === (placement !== null)
      ? []
      : [`${headline} with placement ${placement ?? 'null'}`]),
    ...(placement === null || row.placement === undefined || row.placement.includes(placement)
      ? []
      : [`placement ${placement}, not ${row.placement.join(' or ')}`]),
    ...shown.filter((form) => row.never?.includes(form)).map((form) => `shows ${form}`),
  ];
}

/** The faults of a whole and of its parts; each part has a row, each row a part. */
function findAllFaults(advice: Advice, row: Row): string[] {
  const rows = row.components ?? {};
  const names = advice.components.map((part) => part.name);
  return [
    ...findFaults(advice, row),
    ...Object.keys(rows).flatMap((name) => (names.includes(name) ? [] : [`has no component ${name}`])),
    ...advice.components.flatMap((part) => {
      const own = rows[part.name];
      if (own === undefined) return [`component ${part.name} is not in the table`];
      return findFaults(part, own).map((fault) => `${part.name}: ${fault}`);
    }),
  ];
}

/** The headlines that a workload gets when one fact is said in each possible way. */
function listHeadlines(name: string, fact: string): string[] {
  const ready = loadRules();
  const workload = readOne(`${folder}/${name}.yaml`);
  const choices = ready.model.facts.find((each) => each.id === fact)?.choices ?? [];
  return choices.map((value) => {
    const set = [{ fact, values: [value], origin: 'set' as const }];
    return assess(workload, ready, { set, today: '2026-11-23' }).verdict.headline;
  });
}

describe('tricky workloads', () => {
  it.each(table.map(([name, row]) => ({ name, row, because: row.because })))(
    '$name: $because',
    ({ name, row }) => {
      expect(findAllFaults(assessFile(`${folder}/${name}.yaml`), row)).toEqual([]);
    },
  );

  it.each(table.flatMap(([name, { hinge }]) => (hinge === undefined ? [] : [{ name, hinge }])))(
    '$name is not known to be right as long as $hinge is not known',
    ({ name, hinge }) => {
      const { verdict, facts } = assessFile(`${folder}/${name}.yaml`);
      expect(facts[hinge]?.value).toBe('unknown');
      const others = listHeadlines(name, hinge).filter((headline) => headline !== verdict.headline);
      expect(others).not.toEqual([]);
    },
  );
});

describe('the table of tricky workloads', () => {
  it('has a row for every file, and a file for every row', () => {
    const files = readdirSync(folder).filter((name) => name !== 'expected.yaml');
    expect(files.sort()).toEqual(table.map(([name]) => `${name}.yaml`).sort());
  });

  it('holds all 37, each once', () => {
    const numbers = table.map(([name]) => Number(/^t(\d\d)-/.exec(name)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 37 }, (_, index) => index + 1));
  });

  it('allows several kinds only where either packaging gives the same boundary', () => {
    const open = table.filter(
      ([, { headline }]) => headline.includes('vm') && headline.includes('container'),
    );
    expect(open.map(([name]) => name.slice(0, 3))).toEqual(['t13', 't27', 't28']);
  });

  it('is written with keys and names that mean something', () => {
    const { facts, placements } = loadRules().rulebook;
    const placementIds = placements.map(({ id }) => id);
    const rows = table.flatMap(([, row]) => [row, ...Object.values(row.components ?? {})]);
    for (const row of rows) {
      expect(keys).toEqual(expect.arrayContaining(Object.keys(row)));
      expect(placementIds).toEqual(expect.arrayContaining([...(row.placement ?? []), ...(row.never ?? [])]));
      if (row.hinge !== undefined) expect(facts.map(({ id }) => id)).toContain(row.hinge);
    }
  });
});
