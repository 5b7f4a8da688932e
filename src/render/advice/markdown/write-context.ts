import type { RootContent } from 'mdast';
import type { FactEntry } from '../../../advice/result.ts';
import { showFact, showFactValue, showName } from '../../../report/names.ts';
import type { RenderContext } from '../../renderer.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { wordIdleRuling, wordIdleWaiver, wordWaiver, wordWhatIf } from '../../../report/remarks.ts';
import { code, bulletList, listCodes, paragraph, type Piece, strong, table } from '../../../text/markdown.ts';
import type { DecisionRecord } from './decision-record.ts';

/** What is to be decided, what was set aside or assumed for it, and every fact with who said so. */
export function writeContext(record: DecisionRecord, context: RenderContext): RootContent[] {
  const { advice, part, name, result } = record;
  const books = result.rulebooks.map((book) => `${book.name} ${book.version}`).join(', ');
  const whole = advice.components.length === 0 ? '' : `, a part of ${showName(advice.workload.name)},`;
  return [
    paragraph(
      strong(name),
      `${whole} needs a place to run. Does it belong in a virtual machine or in a container? It is described in `,
      code(advice.workload.file),
      ` and was judged by the rulebook ${books}.`,
    ),
    ...writeWaivers(record),
    ...part.rulings.flatMap((ruling) => {
      const idle = wordIdleRuling(ruling);
      return idle === undefined ? [] : [paragraph(`${idle}.`)];
    }),
    ...writeWhatIf(record, context),
    ...(part.verdict.tell.length > 0 ? writeFirstQuestions(record, context) : []),
    ...writeFacts(record, context),
  ];
}

function writeWaivers({ part, advice }: DecisionRecord): RootContent[] {
  if (part.waivers.length === 0) return [];
  return [
    bulletList(
      part.waivers.map((waiver): Piece[] => {
        const by = waiver.by === undefined ? '' : `, by ${showName(waiver.by)}`;
        const idle = wordIdleWaiver(waiver, advice.waivers);
        const remark = idle === '' ? '' : ` ${idle.charAt(0).toUpperCase()}${idle.slice(1)}.`;
        return [
          strong(wordWaiver(waiver)),
          ': ',
          code(waiver.rule),
          ` – ${showName(waiver.because).replace(/\.$/, '')}${by}.${remark}`,
        ];
      }),
    ),
  ];
}

function writeWhatIf({ advice }: DecisionRecord, { rulebook }: RenderContext): RootContent[] {
  if (advice.whatIf === undefined) return [];
  // Of a system, what stood before is known of the whole, not of the part that this record is about.
  const whole = advice.components.length === 0 ? undefined : showName(advice.workload.name);
  const { set, change } = wordWhatIf(advice.whatIf, rulebook, whole);
  return [
    paragraph(
      strong('What if'),
      ': this record is about the workload as it would be with ',
      ...listCodes(set),
      `, which ${change}.`,
    ),
  ];
}

function writeFirstQuestions({ part }: DecisionRecord, { rulebook }: RenderContext): RootContent[] {
  return [
    paragraph('Nothing is known yet. Tell these first:'),
    bulletList(
      part.verdict.tell.map((id): Piece[] => [
        `${rulebook.facts.find((fact) => fact.id === id)?.question ?? id} `,
        code(id),
      ]),
    ),
  ];
}

/** Stated facts first; what the verdict leans on is marked among the presumed; the rest by name. */
function writeFacts({ advice, part }: DecisionRecord, { rulebook }: RenderContext): RootContent[] {
  const leaning = new Set(part.verdict.if.map((entry) => entry.fact));
  const entries = Object.entries(part.facts);
  const known = (isIt: (entry: FactEntry) => boolean) => entries.filter(([, entry]) => isIt(entry));
  const stated = known(({ origin }) => origin !== 'presumed' && origin !== 'unknown');
  const presumed = known(({ origin }) => origin === 'presumed');
  const unknown = known(({ origin }) => origin === 'unknown').map(([fact]) => fact);
  const nameOf = (id: string) => rulebook.facts.find((fact) => fact.id === id)?.name ?? id;
  const rows = stated.map(([id, entry]): Piece[][] => [
    [nameOf(id), ' ', code(id)],
    [showFactValue(rulebook, id, entry.value)],
    [wordOrigin({ fact: id, ...entry }, advice.workload.file)],
  ]);
  const leaningOn = presumed.filter(([id]) => leaning.has(id));
  const show = (list: typeof presumed) =>
    list.map(([id, entry]) => showFact(rulebook, { fact: id, ...entry })).join('; ');
  return [
    ...(rows.length === 0 ? [] : [table(['Fact', 'Value', 'Said by'], rows)]),
    ...(leaningOn.length === 0
      ? []
      : [paragraph(strong('Presumed, and the verdict leans on it'), `: ${show(leaningOn)}.`)]),
    ...(presumed.length === leaningOn.length
      ? []
      : [
          paragraph(
            strong('Presumed, as nobody said otherwise'),
            `: ${show(presumed.filter(([id]) => !leaning.has(id)))}.`,
          ),
        ]),
    ...(unknown.length === 0 ? [] : [paragraph(strong('Not known'), `: ${unknown.map(nameOf).join('; ')}.`)]),
  ];
}
