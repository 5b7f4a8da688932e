import type { RootContent } from 'mdast';
import { factColumns, listFacts } from '../../../report/facts.ts';
import { listHinges } from '../../../report/front.ts';
import {
  type ReportPart,
  startSentence,
  withoutStop,
  wordFactName,
  wordValue,
} from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import {
  nothingKnown,
  tellFirst,
  viewWhatIf,
  wordIdleRuling,
  wordIdleWaiver,
  wordWaiver,
  wordWaiving,
} from '../../../report/remarks.ts';
import { viewVerdict } from '../../../report/verdict.ts';
import { code, bulletList, listCodes, paragraph, type Piece, strong, table } from '../../../text/markdown.ts';
import type { DecisionRecord } from './decision-record.ts';

/** What is to be decided, what was set aside or assumed for it, and every fact with who said so. */
export function writeContext(record: DecisionRecord): RootContent[] {
  const { advice, about, result } = record;
  const { workload, components } = advice;
  const books = result.rulebooks.map((book) => `${book.name} ${book.version}`).join(', ');
  const whole = components.length === 0 ? '' : `, a part of ${workload.name},`;
  return [
    paragraph(
      strong(about.name),
      `${whole} needs a place to run. Does it belong in a virtual machine or in a container? It is described in `,
      code(workload.file),
      ` and was judged by the rulebook ${books}.`,
    ),
    ...writeWaivers(record),
    ...about.part.rulings.flatMap((ruling) => {
      const idle = wordIdleRuling(ruling);
      return idle === undefined ? [] : [paragraph(`${idle}.`)];
    }),
    ...writeWhatIf(record),
    ...writeFirstQuestions(record),
    ...writeFacts(about),
  ];
}

function writeWaivers({ about }: DecisionRecord): RootContent[] {
  const { waivers } = about.part;
  if (waivers.length === 0) return [];
  return [
    bulletList(
      waivers.map((waiver): Piece[] => {
        const idle = wordIdleWaiver(waiver, about.waivers);
        return [
          strong(wordWaiver(waiver)),
          ': ',
          code(waiver.rule),
          ` – ${withoutStop(waiver.because)}${wordWaiving(waiver)}.`,
          idle === '' ? '' : ` ${startSentence(idle)}.`,
        ];
      }),
    ),
  ];
}

function writeWhatIf({ advice, about }: DecisionRecord): RootContent[] {
  if (advice.whatIf === undefined) return [];
  // Of a system, what stood before is known of the whole, not of the part that this record is about.
  const whole = advice.components.length === 0 ? undefined : advice.workload.name;
  const { set, change } = viewWhatIf(advice.whatIf, about.names, whole);
  return [
    paragraph(
      strong('What if'),
      ': this record is about the workload as it would be with ',
      ...listCodes(set),
      `, which ${change}.`,
    ),
  ];
}

function writeFirstQuestions({ about }: DecisionRecord): RootContent[] {
  const { tell } = viewVerdict(about);
  if (tell.length === 0) return [];
  return [
    paragraph(`${nothingKnown} ${tellFirst}`),
    bulletList(tell.map(({ fact, question }): Piece[] => [`${question} `, code(fact)])),
  ];
}

/** Stated facts, and what is presumed that the headline hangs on. The rest is told once, for all parts. */
function writeFacts(about: ReportPart): RootContent[] {
  const { part, names, file } = about;
  const rows = listFacts(part)
    .filter(({ is }) => is === 'stated')
    .map((known): Piece[][] => [
      [wordFactName(names, known.fact), ' ', code(known.fact)],
      [wordValue(names, known.fact, known.value)],
      [wordOrigin(known, file)],
    ]);
  const say = (title: string, points: readonly { readonly text: string }[]) =>
    points.length === 0
      ? []
      : [
          paragraph(strong(title), ':'),
          bulletList([...new Set(points.map(({ text }) => text))].map((text) => [text])),
        ];
  return [
    ...(rows.length === 0 ? [] : [table(factColumns, rows)]),
    ...say('Presumed, and another value would change the headline', listHinges(about, 'presumed')),
    ...say('Not said, and an answer could change the headline', listHinges(about, 'unanswered')),
  ];
}
