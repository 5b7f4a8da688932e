import type { RootContent } from 'mdast';
import type { FlipEntry } from '../../../advice/result.ts';
import { showName } from '../../../report/names.ts';
import { describeDifferences } from '../../../report/rulebooks.ts';
import type { RenderContext } from '../../renderer.ts';
import { explainTripped } from '../../../report/drift.ts';
import { wordFlip } from '../../../report/verdict.ts';
import { code, heading, bulletList, paragraph, type Piece, table } from '../../../text/markdown.ts';
import type { DecisionRecord } from './decision-record.ts';

/** What would change the decision, what it was held to, what it was judged by, and who signs it. */
export function writeMore(record: DecisionRecord, context: RenderContext): RootContent[] {
  const { part, depth } = record;
  return [
    ...writeFlips(part.flips, heading(depth + 2, 'What would change the decision'), context),
    ...writeFlips(part.impossible, heading(depth + 2, 'What would make it impossible'), context),
    ...writeGates(record),
    heading(depth + 2, 'How it was judged'),
    ...writeJudge(record),
    heading(depth + 2, 'Sign-off'),
    table(
      ['Role', 'Name', 'Date', 'Decision'],
      ['Service owner', 'Architect', 'Operations'].map((role): Piece[][] => [[role], [], [], []]),
    ),
  ];
}

function writeFlips(
  flips: readonly FlipEntry[],
  title: RootContent,
  { rulebook }: RenderContext,
): RootContent[] {
  if (flips.length === 0) return [];
  const rows = flips.map((flip): Piece[][] => {
    const { headline, what, now } = wordFlip(flip, rulebook);
    return [[headline], [what], [now]];
  });
  return [title, table(['It becomes', 'if', 'As it stands'], rows)];
}

function writeGates({ advice, result, depth }: DecisionRecord): RootContent[] {
  if (advice.gates.length === 0) return [];
  return [
    heading(depth + 2, 'What it was held to'),
    bulletList(
      advice.gates.map((gate): Piece[] => [
        `${gate.gate} ${showName(gate.wanted)}${gate.from === 'file' ? ' (in the file)' : ''}: `,
        gate.passed ? 'passed' : `tripped, ${explainTripped(gate, advice, result).join('; ')}`,
      ]),
    ),
  ];
}

function writeJudge({ part, result }: DecisionRecord): RootContent[] {
  const { fired, quiet, undecided, waived } = part.counts;
  const set = waived === 0 ? '' : `, ${waived} waived`;
  return [
    bulletList([
      ...result.rulebooks.map((book): Piece[] => [
        `Rulebook ${book.name} ${book.version}, digest `,
        code(book.digest),
        ...(book.differs === undefined ? [] : [`; it ${describeDifferences(book.differs, true)}`]),
      ]),
      [`${fired} rules fired, ${quiet} quiet, ${undecided} undecided${set}`],
      [`Written by ${result.tool.name} ${result.tool.version}`],
      ...(result.profile === undefined ? [] : [['Profile ', code(result.profile)]]),
      ...(result.config === undefined
        ? []
        : [[`Settings of `, code(result.config.file), ` (${result.config.sets.join(', ')})`]]),
      ...(result.asOf === undefined ? [] : [[`Waivers as of ${result.asOf}`]]),
    ]),
    paragraph(
      'The wording of each reason is that of the rulebook; the strengths are its judgement. Footnotes name what a reason rests on.',
    ),
  ];
}
