import { labels } from '../../../report/vocabulary.ts';
import type { RootContent } from 'mdast';
import type { FlipEntry } from '../../../advice/result.ts';
import { wordGate, wordTripped } from '../../../report/gates.ts';
import { listJudge, signers, signOffColumns } from '../../../report/judge.ts';
import type { NameIndex } from '../../../report/names.ts';
import { wordCounts } from '../../../report/remarks.ts';
import { flipColumns, viewFlip } from '../../../report/verdict.ts';
import { code, heading, bulletList, paragraph, type Piece, table } from '../../../text/markdown.ts';
import type { DecisionRecord } from './decision-record.ts';

/** What would change the decision, what it was held to, what it was judged by, and who signs it. */
export function writeMore(record: DecisionRecord): RootContent[] {
  const { about, depth } = record;
  const { part, names } = about;
  return [
    ...writeFlips(part.flips, heading(depth + 2, 'What would change the decision'), names),
    ...writeFlips(part.impossible, heading(depth + 2, 'What would make it impossible'), names),
    ...writeGates(record),
    heading(depth + 2, 'How it was judged'),
    ...writeJudge(record),
    heading(depth + 2, labels.signOff),
    table(
      signOffColumns,
      signers.map((role): Piece[][] => [[role], [], [], []]),
    ),
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

function writeGates({ about, advice, result, depth }: DecisionRecord): RootContent[] {
  if (advice.gates.length === 0) return [];
  return [
    heading(depth + 2, 'What it was held to'),
    bulletList(
      advice.gates.map((gate): Piece[] => [
        `${wordGate(gate)}: `,
        gate.passed ? 'passed' : `tripped, ${wordTripped(gate, advice, result, about.names)}`,
      ]),
    ),
  ];
}

function writeJudge({ about, result }: DecisionRecord): RootContent[] {
  return [
    bulletList(
      listJudge(result, wordCounts(about.part.counts)).map(({ before, name, after }): Piece[] => [
        before,
        ...(name === '' ? [] : [code(name)]),
        after,
      ]),
    ),
    paragraph(
      'The wording of each reason is that of the rulebook; the strengths are its judgement. Footnotes name what a reason rests on.',
    ),
  ];
}
