import type { RootContent } from 'mdast';
import type { Advice, FlipEntry, Result } from '../../../advice/result.ts';
import { wordGate, wordTripped } from '../../../report/gates.ts';
import { listJudge } from '../../../report/judge.ts';
import type { NameIndex } from '../../../report/names.ts';
import { decisionExplained } from '../../../report/decision-table.ts';
import { flipColumns, viewFlip } from '../../../report/verdict.ts';
import { code, heading, bulletList, paragraph, type Piece, table } from '../../../text/markdown.ts';
import type { DecisionRecord } from './decision-record.ts';

/** What would change the decision, and what it was held to. */
export function writeMore(record: DecisionRecord): RootContent[] {
  const { advice, about, result, depth } = record;
  const { part, names } = about;
  return [
    ...writeFlips(part.flips, heading(depth + 2, 'What would change the decision'), names),
    ...writeFlips(part.impossible, heading(depth + 2, 'What would make it impossible'), names),
    ...(advice.components.length === 0 ? writeGates(advice, result, names, depth + 2) : []),
  ];
}

function writeFlips(flips: readonly FlipEntry[], title: RootContent, names: NameIndex): RootContent[] {
  if (flips.length === 0) return [];
  const rows = flips.map((flip): Piece[][] => {
    const { headline, what, now } = viewFlip(flip, names);
    return [[headline], [what], [now]];
  });
  return [title, table(flipColumns, rows)];
}

/** What a workload was held to. */
export function writeGates(advice: Advice, result: Result, names: NameIndex, depth: number): RootContent[] {
  if (advice.gates.length === 0) return [];
  return [
    heading(depth, 'What it was held to'),
    bulletList(
      advice.gates.map((gate): Piece[] => [
        `${wordGate(gate)}: `,
        gate.passed ? 'passed' : `tripped, ${wordTripped(gate, advice, result, names)}`,
      ]),
    ),
  ];
}

/** What a document was made by and from, and how its tables are read. */
export function writeJudge(result: Result, depth: number): RootContent[] {
  return [
    heading(depth, 'How it was judged'),
    bulletList(
      listJudge(result).map(({ before, name, after }): Piece[] => [
        before,
        ...(name === '' ? [] : [code(name)]),
        after,
      ]),
    ),
    paragraph(
      `${decisionExplained} The wording of each reason is that of the rulebook; the strengths are its judgement. Footnotes name what a reason rests on.`,
    ),
  ];
}
