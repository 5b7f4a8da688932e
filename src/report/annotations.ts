import { listShownAgainst } from '../advice/describe-shown.ts';
import type { Advice, Evidence, Gate, Result } from '../advice/result.ts';
import { stdinName } from '../workload/workload.ts';
import { annotatePart } from './annotate-part.ts';
import type { Annotation } from './annotation.ts';
import { wordIncomplete, wordTripped } from './gates.ts';
import { listPlaces } from './list-places.ts';
import { type NameIndex, startSentence } from './names.ts';
import { listNamedParts, wordWorkload } from './part.ts';
import { wordWaived } from './remarks.ts';
import { nothingLeft, wordHeadline, wordPlacements, wordStatus } from './verdict.ts';

/**
 * What is worth marking in the files of a workload: tripped gates, then its verdict, then rules that
 * speak against the verdict or rule something out, and conditions that stated facts contradict.
 */
export function listAnnotations(advice: Advice, result: Result, names: NameIndex): Annotation[] {
  return [
    ...advice.gates.filter((gate) => !gate.passed).map((gate) => annotateGate(gate, advice, result, names)),
    annotateVerdict(advice, names),
    ...advice.waivers.map((waiver) => annotateWaiver(waiver, advice)),
    ...listNamedParts(advice).flatMap(({ name, part }) =>
      annotatePart(part, advice, advice.components.length === 0 ? undefined : name, names),
    ),
  ];
}

/** What is worth marking of a run: in the files of every workload, and in the record that they are held to. */
export function listAllAnnotations(result: Result, names: NameIndex): Annotation[] {
  return [
    ...result.results.flatMap((advice) => listAnnotations(advice, result, names)),
    ...annotateIncomplete(result),
  ];
}

function annotateIncomplete(result: Result): Annotation[] {
  const message = wordIncomplete(result);
  const file = result.against?.file;
  if (message === undefined || file === undefined) return [];
  return [
    {
      id: 'gate/complete',
      level: 'error',
      rank: gateRanks.against,
      title: 'not all that is recorded was assessed',
      message: `${message}.`,
      at: file === stdinName ? [] : [{ file, line: 1, column: 1 }],
      workload: { name: file, file },
      component: undefined,
    },
  ];
}

/** Another headline than was expected weighs more than another decision than was recorded, and that than a doubt. */
const gateRanks: Readonly<Record<Gate['gate'], number>> = { expect: 0, against: 1, require: 2 };

function annotateGate(gate: Gate, advice: Advice, result: Result, names: NameIndex): Annotation {
  return {
    id: `gate/${gate.gate}`,
    level: 'error',
    rank: gateRanks[gate.gate],
    title: `${gate.gate} ${gate.wanted} tripped`,
    message: `${startSentence(wordTripped(gate, advice, result, names))}.`,
    at: listPlaces(listGatePlaces(gate, advice), advice, gate.at),
    workload: advice.workload,
    component: undefined,
    detail: `${gate.from} ${gate.wanted}`,
  };
}

/** What a gate hangs on; where no line holds any of that, what the verdict rests on. */
function listGatePlaces({ hangsOn, wanted }: Gate, advice: Advice): readonly Pick<Evidence, 'at'>[] {
  if (wanted === 'musts')
    return listNamedParts(advice)
      .flatMap(({ part }) => listShownAgainst(part))
      .flatMap(({ shown, contradictedBy }) => [
        ...(shown?.by.filter(({ against }) => against) ?? []),
        ...contradictedBy,
      ]);
  if (hangsOn.some(({ at }) => at !== undefined)) return hangsOn;
  return listNamedParts(advice).flatMap(({ part }) => part.reasons.for.flatMap(({ facts }) => facts));
}

function annotateVerdict(advice: Advice, names: NameIndex): Annotation {
  const { verdict, workload } = advice;
  const placed = wordPlacements(verdict, names);
  const parts = advice.components.map(
    ({ name, verdict: own }) => `${name}: ${wordHeadline(own)}, ${wordStatus(own)}`,
  );
  const isolation = verdict.isolation === null ? '' : `, isolation ${verdict.isolation}`;
  const tell =
    verdict.tell.length === 0 ? '' : `Nothing is known yet; tell ${verdict.tell.join(', ')} first.`;
  const where =
    parts.length > 0
      ? `${parts.join('; ')}.`
      : placed === ''
        ? ''
        : `${placed}${isolation}; ${wordStatus(verdict)}.`;
  const nothing = verdict.headline === 'none' ? nothingLeft : '';
  return {
    id: 'verdict/headline',
    level: 'note',
    rank: verdict.headline === 'none' ? 0 : verdict.status === 'open' ? 1 : 2,
    title: wordHeadline(verdict),
    message: [`${wordWorkload(advice)} is ${wordHeadline(verdict)}.`, where || nothing, tell]
      .filter((sentence) => sentence !== '')
      .join(' '),
    at: listPlaces([], advice),
    workload,
    component: undefined,
  };
}

/** That a rule is waived; a warning where the waiver has run out and the rule matters. */
function annotateWaiver(waiver: Advice['waivers'][number], { workload, waivers }: Advice): Annotation {
  const ended = !waiver.counts && waiver.ignored !== true && waiver.matters;
  return {
    id: 'verdict/waiver',
    level: ended ? 'warning' : 'note',
    rank: ended ? 0 : 1,
    title: `waiver of ${waiver.rule}`,
    message: `${wordWaived(waiver, waivers)}.`,
    at: workload.file === stdinName ? [] : [waiver.at],
    workload,
    component: undefined,
    detail: waiver.rule,
  };
}
