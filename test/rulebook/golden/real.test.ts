import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessFile, readTable } from './assess-file.ts';

// Ninety workloads that exist, translated without sight of rules or labels, against what practitioners
// and makers document for them. After a change of rules: UPDATE_GOLDEN=1 npx vitest run test/rulebook/golden,
// then read the difference of real-outcomes.yaml and put docs/golden.md right.

const folder = 'fixtures/golden';

/** What is documented for a workload. */
interface Label {
  readonly label: 'vm' | 'container' | 'either';
  readonly strength: 'clear' | 'lean' | 'lean-vm' | 'lean-container' | 'none';
  readonly why: string;
}

/** What a workload comes out as. */
interface Outcome {
  readonly headline: string;
  readonly strength: string | null;
  readonly placement: string | null;
}

interface Row extends Label {
  readonly id: string;
  readonly outcome: Outcome;
}

/** Rows on the other side of their label for a documented reason: there the two words mean one boundary. */
const sameBoundary: Readonly<Record<string, string>> = { 'faas-multi-tenant': 'container.microvm' };

const labels = readTable<Label>(`${folder}/real-labels.yaml`);
const rows = labels.map(([id, label]): Row => ({ id, ...label, outcome: assessRow(id) }));

function assessRow(id: string): Outcome {
  const { headline, strength, placement } = assessFile(`${folder}/real/${id}.yaml`).verdict;
  return { headline, strength, placement };
}

const select = (label: Label['label'], strength?: Label['strength']): Row[] =>
  rows.filter((row) => row.label === label && (strength === undefined || row.strength === strength));
const isRight = ({ label, outcome }: Row): boolean => outcome.headline === label;
const isOpposite = ({ label, outcome }: Row): boolean =>
  (label === 'vm' && outcome.headline === 'container') ||
  (label === 'container' && outcome.headline === 'vm');
const isFirm = ({ outcome }: Row): boolean =>
  ['favoured', 'clear', 'forced'].includes(outcome.strength ?? '');
const listIds = (some: readonly Row[]): string[] => some.map(({ id }) => id);
const say = (some: readonly Row[], all: readonly Row[]): string =>
  `${some.length} of ${all.length}; not: ${listIds(all.filter((row) => !some.includes(row))).join(', ')}`;

const clear = [...select('vm', 'clear'), ...select('container', 'clear')];
const either = select('either');

/** Whether somebody who knows the label would ask why. */
function isSurprising(row: Row): boolean {
  const { label, strength, outcome } = row;
  if (label !== 'either') return !isRight(row) || (strength === 'clear' && !isFirm(row));
  const other = { 'lean-vm': 'container', 'lean-container': 'vm' }[strength as string];
  return outcome.headline === other || outcome.strength === 'clear' || (strength === 'none' && isFirm(row));
}

/** The figures that docs/golden.md states, by the words that stand in its table. */
function countFigures(): Record<string, number> {
  const clearVm = select('vm', 'clear');
  const clearContainer = select('container', 'clear');
  const lean = [...select('vm', 'lean'), ...select('container', 'lean')];
  const withStrength = (some: readonly Row[], strength: string | null) =>
    some.filter(({ outcome }) => outcome.strength === strength).length;
  return {
    workloads: rows.length,
    'clear `vm` rows': clearVm.length,
    'clear `vm` rows of the right kind': clearVm.filter(isRight).length,
    'clear `vm` rows of the right kind, forced': withStrength(clearVm.filter(isRight), 'forced'),
    'clear `vm` rows of the right kind, favoured or stronger': clearVm.filter(isRight).filter(isFirm).length,
    'clear `container` rows': clearContainer.length,
    'clear `container` rows of the right kind': clearContainer.filter(isRight).length,
    'clear `container` rows of the right kind, favoured or stronger': clearContainer
      .filter(isRight)
      .filter(isFirm).length,
    'lean rows': lean.length,
    'lean rows of the right kind': lean.filter(isRight).length,
    '`either` rows': either.length,
    '`either` rows that come out forced': withStrength(either, 'forced'),
    '`either` rows that come out clear': withStrength(either, 'clear'),
    '`either` rows that come out favoured': withStrength(either, 'favoured'),
    '`either` rows that come out lean': withStrength(either, 'lean'),
    '`either` rows that come out either': withStrength(either, null),
  };
}

describe('real workloads with a clear label', () => {
  it('are of the right kind in 95 of 100', () => {
    const right = clear.filter(isRight);
    expect(right.length / clear.length, say(right, clear)).toBeGreaterThanOrEqual(0.95);
  });

  it('are on the opposite side only where both words mean the same boundary', () => {
    expect(listIds(clear.filter(isOpposite)).sort()).toEqual(Object.keys(sameBoundary).sort());
  });

  it.each(Object.entries(sameBoundary))('%s has a kernel of its own all the same', (id, placement) => {
    const { verdict } = assessFile(`${folder}/real/${id}.yaml`);
    expect([verdict.placement, verdict.isolation]).toEqual([placement, 'own-kernel']);
  });

  it.each(['vm', 'container'] as const)('are favoured or stronger in 60 of 100 for %s', (label) => {
    const all = select(label, 'clear');
    const firm = all.filter(isRight).filter(isFirm);
    expect(firm.length / all.length, say(firm, all)).toBeGreaterThanOrEqual(0.6);
  });
});

describe('real workloads for which both are documented', () => {
  it('are never forced', () => {
    expect(listIds(either.filter(({ outcome }) => outcome.strength === 'forced'))).toEqual([]);
  });

  it('are clear in a fifth at most', () => {
    const decided = either.filter(({ outcome }) => outcome.strength === 'clear');
    expect(decided.length / either.length, listIds(decided).join(', ')).toBeLessThanOrEqual(0.2);
  });
});

describe('the tables of real workloads', () => {
  const names = readdirSync(`${folder}/real`).sort();

  it('have a label for every file, and a file for every label', () => {
    expect(names).toEqual(labels.map(([id]) => `${id}.yaml`).sort());
    expect(names).toHaveLength(90);
  });

  it('know these labels only', () => {
    const used = new Set(labels.map(([, { label, strength }]) => `${label} ${strength}`));
    expect([...used].sort()).toEqual([
      'container clear',
      'container lean',
      'either lean-container',
      'either lean-vm',
      'either none',
      'vm clear',
      'vm lean',
    ]);
  });

  it('hold what comes out today (UPDATE_GOLDEN=1 writes it anew)', () => {
    const file = `${folder}/real-outcomes.yaml`;
    const lines = rows
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, outcome: { headline, strength, placement } }) => {
        return `${id}: { headline: ${headline}, strength: ${strength ?? 'null'}, placement: ${placement ?? 'null'} }\n`;
      });
    const text = `# What the real workloads come out as. Written by the test: UPDATE_GOLDEN=1 npx vitest run test/rulebook/golden\n${lines.join('')}`;
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
    else expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('docs/golden.md', () => {
  const lines = readFileSync('docs/golden.md', 'utf8').split('\n');
  const cells = lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

  it('states the figures as they are', () => {
    const stated = cells.flatMap(([name, value]): [string, number][] =>
      name !== undefined && /^\d+$/.test(value ?? '') ? [[name, Number(value)]] : [],
    );
    expect(Object.fromEntries(stated)).toEqual(countFigures());
  });

  it('gives the cause of every miss and every weak row, and of no other', () => {
    const named = cells.filter(([id]) => rows.some((row) => `\`${row.id}\`` === id));
    expect(named.map(([id]) => id).sort()).toEqual(
      rows
        .filter(isSurprising)
        .map(({ id }) => `\`${id}\``)
        .sort(),
    );
    for (const [id, label, comesOut, cause] of named) {
      const row = rows.find((each) => `\`${each.id}\`` === id);
      expect([id, label]).toEqual([id, `${row?.label ?? ''}, ${row?.strength ?? ''}`]);
      const { headline = '', strength } = row?.outcome ?? {};
      expect([id, comesOut]).toEqual([id, strength == null ? headline : `${headline}, ${strength}`]);
      expect(cause?.length).toBeGreaterThan(40);
    }
  });
});
