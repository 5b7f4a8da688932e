import { listShownAgainst } from '../advice/describe-shown.ts';
import type { Advice, Evidence, Gate, LiftEntry, Result } from '../advice/result.ts';
import { listDifferences, wordCauses, wordRulebookChange } from './drift.ts';
import { type NameIndex, startSentence, wordFactName, wordValue } from './names.ts';
import { wordLines } from './origins.ts';
import { viewShown } from './shown.ts';
import { isUnlikely } from './verdict.ts';

/** What a workload was held to, and whether it passed. */
export interface GateView {
  readonly passed: boolean;
  /** What was asked, and where: "expect vm (in the file)". */
  readonly asked: string;
  /** What was found instead. */
  readonly got: string;
  /** What made the difference to a recorded decision, a phrase each. */
  readonly differences: readonly string[];
  /** Why it tripped, and what would let it pass, in a sentence without its stop; empty where it passed. */
  readonly because: string;
}

/** Words the gates of a workload. */
export function viewGates(advice: GatedAdvice, names: NameIndex): GateView[] {
  return advice.gates.map((gate) => viewGate(gate, advice, names));
}

/** What of an advice its gates are worded by. */
type GatedAdvice = Pick<
  Advice,
  'workload' | 'gates' | 'drift' | 'hinges' | 'verdict' | 'actions' | 'unsettled' | 'components'
>;

function viewGate(gate: Gate, advice: GatedAdvice, names: NameIndex): GateView {
  const recorded = gate.gate === 'against' && advice.drift !== undefined;
  return {
    passed: gate.passed,
    asked: wordGate(gate),
    got: `it is ${gate.got}`,
    differences: recorded ? listDifferences(advice.drift) : [],
    because: gate.passed ? '' : wordBecause(gate, advice, names),
  };
}

/** What a gate asks, and where it was asked. */
export function wordGate({ gate, wanted, from }: Gate): string {
  return `${gate} ${wanted}${from === 'file' ? ' (in the file)' : ''}`;
}

/**
 * What a gate wanted, what it found, why, and what would let it pass: sentences on one line, without the last stop.
 * @param gate one that tripped
 */
export function wordTripped(gate: Gate, advice: Advice, result: Result, names: NameIndex): string {
  const because = wordBecause(gate, advice, names);
  const change =
    gate.gate === 'against' && advice.drift !== undefined ? wordRulebookChange(result) : undefined;
  const wanted = gate.gate === 'against' ? `the decision of ${gate.wanted}` : gate.wanted;
  const drifted = gate.gate === 'against' && advice.drift !== undefined;
  const found = drifted ? `drifted: ${listDifferences(advice.drift).join('; ')}` : `is ${gate.got}`;
  const asked = gate.from === 'file' ? ' (in the file)' : '';
  return [`wanted ${wanted}${asked}, ${found}`, because, change ?? '']
    .filter((sentence) => sentence !== '')
    .map(startLater)
    .join('. ');
}

/**
 * That decisions of a record were not assessed though all of them had to be: a sentence without its stop;
 * undefined where none is missing or nobody asked.
 */
export function wordIncomplete({ against }: Pick<Result, 'against'>): string | undefined {
  if (against?.complete !== true || against.notAssessed.length === 0) return undefined;
  return `${against.file}: wanted every decision of it assessed, but these were not: ${against.notAssessed.join(', ')}. What is gone for good leaves the record with advise lock`;
}

function startLater(sentence: string, index: number): string {
  return index === 0 ? sentence : startSentence(sentence);
}

function wordBecause(gate: Gate, advice: GatedAdvice, names: NameIndex): string {
  const { file } = advice.workload;
  if (gate.gate === 'against')
    return advice.drift === undefined
      ? 'record it with advise lock, beside everything that stays recorded'
      : wordCauses(advice.drift, { names, file });
  if (gate.wanted === 'musts') return wordAgainstMusts(advice, names);
  if (gate.wanted === 'firm' || gate.wanted === 'presumed') return wordUnsaid(advice, names);
  const lifts = wordLifts(gate, names, file);
  const shown = gate.gate === 'expect' || lifts === '';
  const would =
    lifts === '' && gate.gate === 'require' ? `no single answer would make it ${gate.wanted}` : lifts;
  return [...(shown ? [wordDeciding(gate.hangsOn, names, file)] : []), would]
    .filter((sentence) => sentence !== '')
    .map(startLater)
    .join('. ');
}

/** What is against the conditions of a verdict: what files show, or what was said, each with its lines. */
function wordAgainstMusts(
  { actions, unsettled, components, workload }: GatedAdvice,
  names: NameIndex,
): string {
  const { file } = workload;
  const parts = components.length === 0 ? [{ name: '', actions, unsettled }] : components;
  return parts
    .flatMap(({ name, ...part }) =>
      listShownAgainst(part).map((action) => {
        const shown =
          action.shown?.is === 'against' ? viewShown(action, { names, file, all: false })?.text : undefined;
        const said = action.contradictedBy.map(
          (entry) =>
            `${entry.fact}: ${wordValue(names, entry.fact, entry.value)} (${wordLines([entry], file)})`,
        );
        const of = name === '' ? '' : ` of ${name}`;
        return `${action.title}${of}: ${[...(shown === undefined ? [] : [shown]), ...said].join(', ')}`;
      }),
    )
    .join('; ');
}

/** "Kubernetes skill is not stated; site.kubernetes-skill: production would make it clear"; empty for nothing. */
function wordLifts({ wanted, lifts = [] }: Gate, names: NameIndex, file: string): string {
  const [first, ...others] = lifts;
  if (first === undefined) return '';
  const known = wordKnown(first, names, file);
  const is = `${wordFactName(names, first.fact)}${wordOf(first)} is ${known}`;
  const saying = wordSaying(first);
  const lead = isUnlikely([first], names) ? 'something unlikely' : isSaid(first) ? 'another answer' : '';
  const so =
    lead === ''
      ? `${is}; ${saying} would make it ${wanted}`
      : `only ${lead} would make it ${wanted}: ${saying}, where ${is}`;
  const also = others.map((lift) => `${wordSaying(lift)}${wordOf(lift)} (${wordKnown(lift, names, file)})`);
  return also.length === 0 ? so : `${so}. So would ${also.join(', or ')}`;
}

/** Whether somebody said it, so that it is no gap but an answer. */
function isSaid({ origin }: LiftEntry): boolean {
  return origin !== 'unknown' && origin !== 'presumed' && origin !== 'suggested';
}

function wordSaying({ fact, values }: LiftEntry): string {
  return `${fact}: ${values.join(' or ')}`;
}

function wordOf({ component }: LiftEntry): string {
  return component === undefined ? '' : ` of ${component}`;
}

function wordKnown({ fact, now, origin, at }: LiftEntry, names: NameIndex, file: string): string {
  if (origin === 'unknown') return 'not stated';
  const value = wordValue(names, fact, now);
  return origin === 'presumed' ? `presumed ${value}` : `${value}, ${wordLines([{ origin, at }], file)}`;
}

/** How many facts are named. */
const mostNamed = 3;

function wordUnsaid({ hinges, verdict }: Pick<Advice, 'hinges' | 'verdict'>, names: NameIndex): string {
  if (!verdict.proven && hinges.length === 0)
    return 'the proof that nothing unsaid could change it was not finished';
  const doubt = verdict.proven ? '' : '; the proof was not finished';
  const changes = hinges.flatMap((flip) => flip.changes);
  const facts = [...new Map(changes.map((change) => [change.fact, change])).values()];
  if (facts.length === 0) return 'several things that were not said could change it together';
  const words = facts.map(({ fact, now, origin }) =>
    origin === 'unknown'
      ? `${wordFactName(names, fact)} is not stated (${fact})`
      : `${wordFactName(names, fact)} is only presumed (${fact}: ${wordValue(names, fact, now)})`,
  );
  return `${joinFew(words, mostNamed, ', ')}; another value could change it${doubt}`;
}

function wordDeciding(facts: readonly Evidence[], names: NameIndex, file: string): string {
  if (facts.length === 0)
    return `nothing that was stated decides it; advise facts --unanswered ${file} says what to tell`;
  const words = facts.map(
    (entry) => `${entry.fact}: ${wordValue(names, entry.fact, entry.value)} (${wordLines([entry], file)})`,
  );
  return `decided by ${joinFew(words, mostNamed, ', ')}`;
}

function joinFew(words: readonly string[], most: number, between: string): string {
  const more = words.length - most;
  return `${words.slice(0, most).join(between)}${more > 0 ? ` and ${more} more` : ''}`;
}
