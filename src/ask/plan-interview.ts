import { at } from '../at.ts';
import { listBits, maskOf } from '../decide/bits.ts';
import { buildState } from '../decide/build-state.ts';
import { decide } from '../decide/decide.ts';
import { truth, type Truth } from '../decide/judge-condition.ts';
import type { Mask, State } from '../decide/model.ts';
import { judgeRelevance } from '../reason/judge-relevance.ts';
import { listOverlooked } from '../reason/list-overlooked.ts';
import { type JudgedState, judgeState } from '../reason/engine/judged-state.ts';
import { listExceptions } from '../reason/list-exceptions.ts';
import { type Conclusion, proveConclusion } from '../reason/prove-conclusion.ts';
import type { FactStatement } from '../workload/workload.ts';
import type { Interviewer } from './interviewer.ts';

/** What is put before somebody at one time; the facts by id, in the order of the interview. */
export type InterviewStep =
  | { readonly ask: 'question'; readonly facts: readonly [string] }
  | { readonly ask: 'sheet'; readonly facts: readonly string[] }
  /** The list of what is unusual: facts whose exception matters are shown, the others found by their name. */
  | {
      readonly ask: 'exceptions';
      readonly facts: readonly string[];
      readonly others: readonly string[];
      /** What was said already: exceptions, shown ticked, and what is as presumed. */
      readonly ticked: readonly string[];
      readonly usual: readonly string[];
    }
  | { readonly ask: 'nothing'; readonly facts: readonly [] };

/** Where an interview stands. */
export interface Progress {
  readonly statements: ReadonlyMap<string, FactStatement>;
  /** Facts answered with "I don't know", or left alone in a list: what is presumed of them stays. */
  readonly skipped: ReadonlySet<string>;
  /** Facts that stood on a sheet and were left open there: from now on each is asked by itself. */
  readonly offered: ReadonlySet<string>;
  /** Whether the list of what is unusual was put. */
  readonly listed: boolean;
}

/** An interview at which this is known. */
export function beginProgress(statements: ReadonlyMap<string, FactStatement>): Progress {
  return { statements, skipped: new Set(), offered: new Set(), listed: false };
}

/**
 * Plans the next step of an interview: the questions in the order of the rulebook, without those no
 * answer to which could change headline or placement, but for those that are always asked; then what is
 * presumed, in one list: shown are the facts whose exception would change headline or placement, alone,
 * in a pair or only together. Again after each round, until it is proven that nothing unsaid matters.
 */
export function planStep(interviewer: Interviewer, progress: Progress): InterviewStep {
  const stock = takeStock(interviewer, progress);
  return planAsking(interviewer, progress, stock) ?? planListing(interviewer, progress, stock);
}

/** Plans the next question, or sheet of them; undefined where none is left, and the list comes. */
export function planQuestion(interviewer: Interviewer, progress: Progress): AskingStep | undefined {
  return planAsking(interviewer, progress, takeStock(interviewer, progress));
}

type AskingStep = Extract<InterviewStep, { readonly ask: 'question' | 'sheet' }>;

function planAsking(
  interviewer: Interviewer,
  progress: Progress,
  { state, held, judged, questions }: Stock,
): AskingStep | undefined {
  const { prepared, model, rulebook } = interviewer;
  const proof = proveConclusion(prepared, judged);
  const relevant = (fact: number) => {
    if (interviewer.always.has(fact) && interviewer.makesSense(fact, held) !== truth.false) return true;
    return proof.found === 'one'
      ? !isReached(interviewer, state, proof.conclusion) && movesForm(interviewer, state, fact)
      : judgeRelevance(prepared, judged, fact) !== false;
  };
  const next = questions.find(relevant);
  if (next === undefined) return undefined;
  const topic = rulebook.facts[next]?.topic;
  const isSheet = rulebook.topics.some((each) => each.id === topic && each.as === 'sheet');
  const beside = questions.filter(
    (fact) =>
      isSheet &&
      rulebook.facts[fact]?.topic === topic &&
      !progress.offered.has(at(model.facts, fact).id) &&
      interviewer.makesSense(fact, held) === truth.true &&
      relevant(fact),
  );
  return beside.length > 1
    ? { ask: 'sheet', facts: beside.map((fact) => at(model.facts, fact).id) }
    : { ask: 'question', facts: [at(model.facts, next).id] };
}

function planListing(
  interviewer: Interviewer,
  progress: Progress,
  { state, held, judged, presumed }: Stock,
): InterviewStep {
  const { prepared, model } = interviewer;
  const alone = listExceptions(prepared, judged, presumed);
  const together = listOverlooked(
    prepared,
    held,
    presumed.filter((fact) => !alone.includes(fact)),
  );
  const shown = [...alone, ...together];
  const others = presumed.filter(
    (fact) =>
      !shown.includes(fact) &&
      interviewer.bearing.has(fact) &&
      interviewer.makesSense(fact, state) !== truth.false,
  );
  if (shown.length === 0 && (progress.listed || others.length === 0)) return { ask: 'nothing', facts: [] };
  const inOrder = (facts: readonly number[]) =>
    sortByRank(interviewer, facts).map((fact) => at(model.facts, fact).id);
  const { ticked, usual } = listSaid(interviewer, progress, state);
  return {
    ask: 'exceptions',
    facts: inOrder(shown),
    others: inOrder(others),
    ticked: inOrder(ticked),
    usual: inOrder(usual),
  };
}

/** The facts of the list that somebody said one value of: an exception, which is shown ticked, or what is presumed. */
function listSaid(
  { model, openly }: Interviewer,
  { statements }: Progress,
  state: State,
): { readonly ticked: number[]; readonly usual: number[] } {
  const said = model.facts.flatMap(({ id, presumed }, index) => {
    const { origin, values } = statements.get(id) ?? {};
    const isOwn = origin === 'asked' || origin === 'stated' || origin === 'component';
    const isOne = values?.length === 1 && typeof values[0] !== 'object';
    return isOwn && isOne && presumed !== null && !openly.has(index) ? [index] : [];
  });
  const isUsual = (index: number): boolean => state[index] === at(model.facts, index).presumed;
  return { ticked: said.filter((index) => !isUsual(index)), usual: said.filter(isUsual) };
}

/** Whether what is decided on what is known is what all completions come to: there the unknown counts for nothing. */
function isReached({ model }: Interviewer, state: State, { forms }: Conclusion): boolean {
  return maskOf(decide(model, state).forms) === forms;
}

/** Whether an answer gives another placement than what is known alone. */
function movesForm({ model }: Interviewer, state: State, fact: number): boolean {
  const forms = decide(model, state).forms.join();
  return listBits(at(model.facts, fact).all).some((value) => {
    const answered = state.map((mask, index) => (index === fact ? value : mask));
    return decide(model, answered).forms.join() !== forms;
  });
}

/** What a search may visit where only about how many there are is asked. */
const glance = 50;

/** Counts the facts that are still to be asked, about, by what was said; each answer may settle others. */
export function countRelevant(interviewer: Interviewer, progress: Progress): number {
  const { judged, questions } = takeStock(interviewer, progress);
  return questions.filter((fact) => judgeRelevance(interviewer.prepared, judged, fact, glance) !== false)
    .length;
}

function sortByRank({ rank }: Interviewer, facts: readonly number[]): number[] {
  return [...facts].sort((a, b) => at(rank, a) - at(rank, b));
}

interface Stock {
  /** What is known, presumptions held. */
  readonly state: State;
  /** The same, but presumptions not held for what is to be asked openly. */
  readonly held: Mask[];
  readonly judged: JudgedState;
  /** Facts still only presumed. */
  readonly presumed: number[];
  /**
   * Facts that may be asked, in order: first those whose question makes sense, then those of which that
   * is open, last those whose premise does not hold. A rule may read a fact outside its premise, and
   * what decides has to be asked.
   */
  readonly questions: readonly number[];
}

function takeStock(interviewer: Interviewer, { statements, skipped }: Progress): Stock {
  const { model, openly, makesSense } = interviewer;
  const known = buildState(model, statements);
  const held = [...known.state];
  const presumed: number[] = [];
  const open: number[] = [];
  model.facts.forEach((fact, index) => {
    if (skipped.has(fact.id) || statements.has(fact.id)) return;
    if (openly.has(index)) {
      held[index] = fact.all;
      open.push(index);
    } else if (known.presumed.has(index)) presumed.push(index);
    else open.push(index);
  });
  const ordered = sortByRank(interviewer, open);
  const withSense = (sense: Truth): number[] => ordered.filter((fact) => makesSense(fact, held) === sense);
  return {
    state: known.state,
    held,
    judged: judgeState(interviewer.prepared, held),
    presumed,
    questions: [truth.true, truth.unknown, truth.false].flatMap(withSense),
  };
}
