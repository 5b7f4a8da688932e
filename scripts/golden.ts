import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { PartAdvice } from '../src/advice/result.ts';
import { assess } from '../src/assess.ts';
import { connectProcess } from '../src/io.ts';
import { type Reliance, relianceOf } from '../src/words.ts';
import { readWorkloads } from '../src/workload/read-workloads.ts';
import { loadSourceRulebook } from './load-source-rulebook.ts';

// How the golden sets come out by the rules as they are: npm run golden [set ...] [--misses]
// The same figures and every miss with its cause stand in docs/golden.md, which a test keeps current.

const folder = 'fixtures/golden';
const today = '2026-11-28';
const io = connectProcess();
const ready = loadSourceRulebook();

/** What a row is answered with. */
export interface Label {
  readonly kinds: readonly string[];
  readonly forms?: readonly string[];
  readonly names?: readonly string[];
  /** Why a miss is one, in our words; where nobody has looked yet, none. */
  readonly cause?: string;
}

/** How a row comes out beside its label. */
export interface Row {
  readonly id: string;
  readonly outcome: string;
  readonly status: string;
  /** How far it can be relied on, by the scale that reports print. */
  readonly scale: Reliance;
  readonly kind: boolean;
  /** null where the label names no form, or none is printed. */
  readonly form: boolean | null;
  /** null where the label wants nothing named. */
  readonly named: boolean | null;
  readonly cause: string;
}

/** The sets, by the name that the command takes. */
export const sets: Readonly<Record<string, () => Row[]>> = {
  tricky: () => judgeSet('tricky', readTricky()),
  real: () => judgeSet('real', readReal()),
  tickets: () => judgeSet('tickets', readLabels('tickets-labels.yaml')),
  cases: () => judgeSet('cases', readLabels('cases-labels.yaml')),
};

function readTable(file: string): [string, Record<string, unknown>][] {
  return Object.entries(
    parse(readFileSync(`${folder}/${file}`, 'utf8')) as Record<string, Record<string, unknown>>,
  );
}

function readLabels(file: string): [string, Label][] {
  return readTable(file) as unknown as [string, Label][];
}

function readTricky(): [string, Label][] {
  return readTable('tricky/expected.yaml').map(([id, { headline, placement }]) => [
    id,
    { kinds: headline as string[], ...(placement === undefined ? {} : { forms: placement as string[] }) },
  ]);
}

function readReal(): [string, Label][] {
  return readTable('real-labels.yaml').map(([id, { label, cause }]) => [
    id,
    {
      kinds: label === 'either' ? ['vm', 'container', 'either'] : [label as string],
      ...(cause === undefined ? {} : { cause: cause as string }),
    },
  ]);
}

function judgeSet(set: string, labels: readonly [string, Label][]): Row[] {
  return labels.map(([id, label]) => judgeRow(id, `${folder}/${set}/${id}.yaml`, label));
}

function judgeRow(id: string, file: string, label: Label): Row {
  const [workload] = readWorkloads(io, file, ready.rulebook);
  if (workload === undefined) throw new Error(`${file} holds no workload`);
  const advice = assess(workload, ready, { today });
  const { headline, strength, placement, status, contested } = advice.verdict;
  const parts: readonly PartAdvice[] = advice.components.length === 0 ? [advice] : advice.components;
  const places = parts.flatMap(({ verdict }) => (verdict.placement === null ? [] : [verdict.placement]));
  const said = new Set(parts.flatMap(listNamed));
  const words = [headline, ...(strength === null ? [] : [strength]), ...(contested ? ['contested'] : [])];
  return {
    id,
    outcome: `${words.join(', ')}${placement === null ? '' : ` · ${placement}`}`,
    status,
    scale: relianceOf(advice.verdict),
    kind: label.kinds.includes(headline),
    form:
      label.forms === undefined || places.length === 0
        ? null
        : places.some((place) => label.forms?.includes(place) === true),
    named: label.names === undefined ? null : label.names.some((name) => said.has(name)),
    cause: label.cause ?? '',
  };
}

/** Everything that an advice names: actions, and the rules of its reasons, forms and notes. */
function listNamed({ actions, reasons, notes }: PartAdvice): string[] {
  return [
    ...actions.map(({ id }) => id),
    ...[...reasons.for, ...reasons.against, ...reasons.rulingOut, ...reasons.form].map(({ rule }) => rule),
    ...notes.map(({ rule }) => rule),
  ];
}

/** `28 of 37`, of the rows to which a question applies. */
export function count(rows: readonly Row[], ask: (row: Row) => boolean | null): string {
  const asked = rows.map(ask).filter((answer) => answer !== null);
  return `${asked.filter(Boolean).length} of ${asked.length}`;
}

function print(name: string, rows: readonly Row[], missesOnly: boolean): void {
  const show = (answer: boolean | null) => (answer === null ? ' ' : answer ? '+' : '-');
  const lines = rows
    .filter(({ kind, form, named }) => !missesOnly || !kind || form === false || named === false)
    .map(
      ({ id, outcome, status, kind, form, named, cause }) =>
        `  ${show(kind)}${show(form)}${show(named)} ${id.padEnd(32)} ${outcome.padEnd(48)} ${status.padEnd(9)} ${cause}`,
    );
  const figures = `kind ${count(rows, (row) => row.kind)}, form ${count(rows, (row) => row.form)}, named ${count(rows, (row) => row.named)}`;
  io.stdout.write([`${name}: ${figures}`, ...lines, ''].join('\n') + '\n');
}

if (process.argv[1]?.endsWith('golden.ts') === true) {
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  for (const [name, judge] of Object.entries(sets))
    if (asked.length === 0 || asked.includes(name)) print(name, judge(), process.argv.includes('--misses'));
}
