import { statuses, verdictStrengths } from '../words.ts';
import type { Workload } from '../workload/workload.ts';
import { listShownAgainst } from './describe-shown.ts';
import type { Drift, Evidence, Gate, PartDrift } from './result.ts';
import { type Decided, listPlaced } from './system.ts';

/** The gates that can be asked for on the command line. */
export interface GateOptions {
  /** The headlines it may be; none where any will do. */
  readonly expect?: readonly string[] | undefined;
  /** The strengths and the status it must reach; `musts`, that nothing is against a condition of it. */
  readonly require: readonly string[];
}

/** What a comparison with a recorded decision found. */
export interface ComparedRecord {
  /** The name of the recorded result. */
  readonly file: string;
  /** Undefined where it holds no decision on the workload. */
  readonly drift: Drift | undefined;
  /** Where it has one on a workload of that name instead. */
  readonly elsewhere?: readonly string[];
}

/**
 * Evaluates every gate, those of the options and that of the file.
 * @param advice the advice that is held to them
 * @param record the comparison with a recorded decision, where one was asked for
 */
export function checkGates(
  advice: Decided,
  workload: Workload,
  options: GateOptions,
  record?: ComparedRecord,
): Gate[] {
  const { headline, strength, status } = advice.verdict;
  const hangsOn = listDecidingFacts(advice);
  const expectation = (wanted: readonly string[], from: Gate['from']): Gate => {
    const others = listOthers(advice, wanted);
    const passed = wanted.includes(headline) && others.length === 0;
    const but = wanted.includes(headline)
      ? others.map(({ name, verdict }) => `${name} is ${verdict.headline}`)
      : [];
    return {
      gate: 'expect',
      wanted: wanted.join(' or '),
      got: but.length === 0 ? headline : `${headline}, but ${joinWords(but)}`,
      from,
      passed,
      hangsOn: passed
        ? []
        : but.length === 0
          ? hangsOn
          : listDecidingFacts({ ...advice, components: others }),
    };
  };
  const { expect = [] } = options;
  return [
    ...(expect.length === 0 ? [] : [expectation(expect, 'option')]),
    ...(workload.expect === undefined
      ? []
      : [{ ...expectation([workload.expect.headline], 'file'), at: workload.expect.at }]),
    ...options.require.map((wanted): Gate => {
      if (wanted === 'musts') return checkMusts(advice);
      const ofStatus = statuses.some((each) => each === wanted);
      const passed =
        headline !== 'none' &&
        (ofStatus ? reaches(status, wanted, statuses) : reaches(strength, wanted, verdictStrengths));
      return {
        gate: 'require',
        wanted,
        got: ofStatus ? status : (strength ?? headline),
        from: 'option',
        passed,
        hangsOn: passed ? [] : ofStatus ? listHingeFacts(advice) : hangsOn,
      };
    }),
    ...(record === undefined ? [] : [checkRecord(record)]),
  ];
}

/**
 * The parts of a system that came out as something else than is expected of it: one that is expected to run
 * in containers has none that could as well be a VM. A system that is expected to be split has parts of any kind.
 */
function listOthers(
  { verdict: { headline }, components }: Decided,
  wanted: readonly string[],
): Decided['components'] {
  return headline === 'split' || headline === 'none'
    ? []
    : components.filter(({ verdict }) => !wanted.includes(verdict.headline));
}

/** Nothing may be against a condition of the verdict: no file shows the contrary, and nobody said so. */
function checkMusts(advice: Decided): Gate {
  const against = listPlaced(advice).flatMap(listShownAgainst);
  const titles = [...new Set(against.map(({ title }) => title))];
  return {
    gate: 'require',
    wanted: 'musts',
    got: titles.length === 0 ? 'contradicted by nothing' : `contradicted in ${titles.length} of them`,
    from: 'option',
    passed: titles.length === 0,
    hangsOn: against.flatMap(({ contradictedBy }) => contradictedBy),
  };
}

/** The decision must be the recorded one: same headline, placement and conditions. */
function checkRecord({ file, drift, elsewhere = [] }: ComparedRecord): Gate {
  const asked = { gate: 'against', wanted: file, from: 'option' } as const;
  if (drift === undefined) {
    const of =
      elsewhere.length === 0 ? 'not recorded there' : `recorded there of ${joinWords(elsewhere)} only`;
    return { ...asked, got: of, passed: false, hangsOn: [] };
  }
  const differs = [...new Set(drift.parts.flatMap((part) => part.differs.map((what) => nouns[what])))];
  const changed = drift.parts.flatMap((part) =>
    part.facts.flatMap(({ fact, now }) => (now === null ? [] : [{ fact, ...now }])),
  );
  return {
    ...asked,
    got: drift.drifted ? `drifted in ${joinWords(differs)}` : 'as recorded',
    passed: !drift.drifted,
    hangsOn: [...new Map(changed.map((entry) => [entry.fact, entry])).values()],
  };
}

const nouns: Readonly<Record<PartDrift['differs'][number], string>> = {
  headline: 'headline',
  placement: 'placement',
  must: 'must actions',
  component: 'components',
};

function joinWords(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

function reaches(level: string | null, wanted: string, order: readonly string[]): boolean {
  return level !== null && order.indexOf(level) >= order.indexOf(wanted);
}

/** What nobody stated and could change the headline: what somebody could answer. */
function listHingeFacts(advice: Decided): Evidence[] {
  const changes = advice.hinges.flatMap((flip) => flip.changes);
  return [...new Map(changes.map(({ fact, now, origin }) => [fact, { fact, value: now, origin }])).values()];
}

/** The stated facts under the reasons, and under needs that are not met, each once: what somebody could correct. */
function listDecidingFacts(advice: Decided): Evidence[] {
  const parts = listPlaced(advice);
  const reasons = (['rulingOut', 'for', 'against'] as const).flatMap((key) =>
    parts.flatMap((part) => part.reasons[key]),
  );
  const decidedByNeeds = advice.verdict.headline === 'none' || advice.verdict.strength === 'forced';
  const placements = parts.flatMap((part) => part.placements);
  const needs = placements.flatMap((placement) =>
    placement.kind === advice.verdict.headline || !decidedByNeeds
      ? []
      : placement.removedBy.flatMap((remover) => ('needs' in remover ? remover.facts : [])),
  );
  const facts = [
    ...reasons.flatMap((reason) => reason.facts),
    ...needs.flatMap((fact) => {
      const entry = advice.facts[fact];
      return entry === undefined || entry.origin === 'unknown' ? [] : [{ fact, ...entry }];
    }),
  ];
  const stated = facts.filter((fact) => fact.origin !== 'presumed');
  return [...new Map(stated.map((fact) => [fact.fact, fact])).values()];
}
