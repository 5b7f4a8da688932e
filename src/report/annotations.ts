import { labels } from './vocabulary.ts';
import { listShownAgainst } from '../advice/describe-shown.ts';
import type { ActionItem, Advice, Evidence, Gate, PartAdvice, Reason, Result } from '../advice/result.ts';
import type { Position } from '../errors.ts';
import { stdinName } from '../workload/workload.ts';
import { listTold } from './actions.ts';
import { wordObservation } from './shown.ts';
import { wordIncomplete, wordTripped } from './gates.ts';
import { type NameIndex, startSentence } from './names.ts';
import { listNamedParts, wordWorkload } from './part.ts';
import { wordWaived } from './remarks.ts';
import { nothingLeft, wordHeadline, wordPlacements } from './verdict.ts';

/** Something that a machine format reports of a line: a gate, the verdict, a rule or an action. */
export interface Annotation {
  /** A rule id, or one that no rule can have: gate/expect, verdict/headline, must/<action>. */
  readonly id: string;
  /** error: a tripped gate, and nothing else. */
  readonly level: 'error' | 'warning' | 'note';
  /** Among those of a level: 0 for the worst. */
  readonly rank: number;
  readonly title: string;
  /** One paragraph; what the rulebook says in it is as it stands there. */
  readonly message: string;
  /** Lines of files, the most telling first; empty where nothing of it is in a file. */
  readonly at: readonly Position[];
  readonly workload: Advice['workload'];
  /** Undefined for the workload itself. */
  readonly component: string | undefined;
  /** What tells annotations of one id and one part apart. */
  readonly detail?: string;
}

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
    ({ name, verdict: own }) => `${name}: ${wordHeadline(own)}, ${own.status}`,
  );
  const isolation = verdict.isolation === null ? '' : `, isolation ${verdict.isolation}`;
  const tell =
    verdict.tell.length === 0 ? '' : `Nothing is known yet; tell ${verdict.tell.join(', ')} first.`;
  const where =
    parts.length > 0
      ? `${parts.join('; ')}.`
      : placed === ''
        ? ''
        : `${placed}${isolation}; ${verdict.status}.`;
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

function annotatePart(
  part: PartAdvice,
  advice: Advice,
  component: string | undefined,
  names: NameIndex,
): Annotation[] {
  const { against, rulingOut } = part.reasons;
  const about = { workload: advice.workload, component };
  const reasons = new Map([...against, ...rulingOut].map((reason) => [reason.rule, reason]));
  const opposing = new Set(against.map((reason) => reason.rule));
  return [
    ...[...reasons.values()].map((reason) => ({
      ...wordReason(reason, part, opposing.has(reason.rule)),
      at: listPlaces(reason.facts, advice),
      ...about,
    })),
    ...part.actions
      .filter((action) => action.level === 'must' && action.contradictedBy.length > 0)
      .map((action) => ({
        ...wordContradiction(action),
        at: listPlaces(action.contradictedBy, advice),
        ...about,
      })),
    ...listTold(part).flatMap((action) =>
      annotateShown(action, advice, names).map((each) => ({ ...each, ...about })),
    ),
  ];
}

/** A slight vote against, or an exclusion that left something to choose, is for the record only. */
function wordReason(reason: Reason, part: PartAdvice, opposes: boolean) {
  const loud = part.verdict.headline === 'none' || (opposes && reason.strength !== 'slight');
  const does = [
    ...(opposes ? [`speaks against ${part.verdict.headline} (${reason.strength ?? ''})`] : []),
    ...(reason.removes.length === 0 ? [] : [`rules out ${reason.removes.join(', ')}`]),
  ].join(' and ');
  const instead = reason.instead === undefined ? '' : ` ${labels.instead}: ${reason.instead}`;
  return {
    id: reason.rule,
    level: loud ? ('warning' as const) : ('note' as const),
    rank: loud ? (reason.strength === 'moderate' ? 2 : 0) : 3,
    title: reason.title,
    message: `${reason.because} It ${does}.${instead}`,
  };
}

/** A value as data: a name or number as such, bounds as JSON. */
function writeValue(value: Evidence['value']): string {
  const values = typeof value === 'object' && 'length' in value ? value : [value];
  return values.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each))).join();
}

function wordContradiction(action: ActionItem) {
  const facts = action.contradictedBy.map(({ fact, value }) => `${fact} is ${writeValue(value)}`).join(', ');
  return {
    id: `must/${action.id}`,
    level: 'warning' as const,
    rank: 1,
    title: action.title,
    message: `A condition of the verdict, and stated facts speak against it: ${facts}. ${action.because}`,
  };
}

/** Of a condition of the verdict what the files show to be against it, each sort at its own lines. */
function annotateShown(
  { id, level, title, because, shown, hangsOn = [] }: ActionItem,
  advice: Advice,
  names: NameIndex,
) {
  const unless = hangsOn.length === 0 ? '' : ` if it applies (open: ${hangsOn.join(', ')})`;
  const against = level === 'must' ? (shown?.by.filter((each) => each.against) ?? []) : [];
  return [...new Set(against.map(({ observation }) => observation))].map((observation) => ({
    id: `must/${id}`,
    level: 'warning' as const,
    title,
    message: `A condition of the verdict${unless}, and the file shows the contrary: ${wordObservation(names, observation)}. ${because}`,
    at: listPlaces(
      against.filter((each) => each.observation === observation),
      advice,
    ),
    rank: 1,
    detail: observation,
  }));
}

/**
 * Lines of files that facts stand on, those of the workload's own file first; where there is none, the
 * beginning of the workload. Standard input has no line that anybody could open.
 */
function listPlaces(facts: readonly Pick<Evidence, 'at'>[], advice: Advice, first?: Position): Position[] {
  const { file, document } = advice.workload;
  const at = facts.flatMap((fact) => (fact.at === undefined ? [] : [fact.at]));
  const own = at.filter((place) => place.file === file);
  const others = at.filter((place) => place.file !== file);
  const places = [...(first === undefined ? [] : [first]), ...own, ...others];
  const found =
    places.length > 0 ? places : [{ file, line: document === undefined ? 1 : findTop(advice), column: 1 }];
  return found.filter((place) => place.file !== stdinName);
}

/** The first line of a document among several on which something was stated. */
function findTop({ workload, facts, components }: Advice): number {
  const all = [facts, ...components.map((component) => component.facts)];
  const entries = all.flatMap((each) => Object.values(each));
  const lines = entries.flatMap(({ at }) => (at?.file === workload.file ? [at.line] : []));
  return lines.length === 0 ? 1 : Math.min(...lines);
}
