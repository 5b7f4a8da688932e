import { at } from '../at.ts';
import { countBits } from '../decide/bits.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { buildState } from '../decide/build-state.ts';
import { judgeCondition, truth, type Truth } from '../decide/judge-condition.ts';
import type { Mask, State } from '../decide/model.ts';
import { chooseQuestion, type Question } from '../reason/choose-question.ts';
import { listOverlooked } from '../reason/list-overlooked.ts';
import { judgeRelevance } from '../reason/judge-relevance.ts';
import { judgeState } from '../reason/engine/judged-state.ts';
import { listExceptions } from '../reason/list-exceptions.ts';
import { reachHeadlines } from '../reason/prove-status.ts';
import { prepareModel, type Prepared } from '../reason/engine/prepared.ts';
import type { FactStatement } from '../workload/workload.ts';

/** What is still to be asked. */
export type InterviewStep =
  | { readonly ask: 'question'; readonly fact: string; readonly leaves: number }
  | { readonly ask: 'exceptions'; readonly facts: readonly string[] }
  | { readonly ask: 'nothing' };

/** Where an interview stands: what was said, and what the person did not know. */
export interface Progress {
  readonly statements: ReadonlyMap<string, FactStatement>;
  /** Facts that were answered with "I don't know". */
  readonly skipped: ReadonlySet<string>;
}

/** A rulebook prepared for interviews. */
export interface Interviewer extends ReadyRulebook {
  readonly prepared: Prepared;
  /** Facts that are asked openly although something is presumed: their exceptions are common. */
  readonly openly: ReadonlySet<number>;
  /** Whether a question makes sense, by what is known: not known as long as its premise is open. */
  readonly makesSense: (fact: number, state: State) => Truth;
}

/**
 * Prepares a rulebook for interviews.
 * @param waived positions of rules that count as absent
 */
export function prepareInterviewer(
  ready: ReadyRulebook,
  waived: ReadonlySet<number> = new Set(),
): Interviewer {
  const { rulebook, model } = ready;
  return {
    ...ready,
    prepared: prepareModel(model, waived),
    openly: new Set(
      rulebook.facts.flatMap((fact, index) => (fact['exception-is'] === 'common' ? [index] : [])),
    ),
    makesSense: (fact, state) => {
      const condition = model.facts[fact]?.askedIf;
      return condition == null ? truth.true : judgeCondition(condition, state);
    },
  };
}

/**
 * Plans the next step of an interview. Open questions first, while their answers can change
 * headline, placement or must-actions; then the presumed facts whose exception would, in one list;
 * again after each round, until it is proven that nothing unsaid matters.
 */
export function planStep(interviewer: Interviewer, progress: Progress): InterviewStep {
  const { prepared, model } = interviewer;
  const { held, presumed, questions } = takeStock(interviewer, progress);
  const judged = judgeState(prepared, held);
  const question = questions.reduce<Question | null>(
    (chosen, candidates) => chosen ?? chooseQuestion(prepared, judged, candidates),
    null,
  );
  if (question !== null)
    return { ask: 'question', fact: at(model.facts, question.fact).id, leaves: question.leaves };
  const exceptions = listExceptions(prepared, judged, presumed);
  const shown = exceptions.length > 0 ? exceptions : listOverlooked(prepared, held, presumed);
  if (shown.length === 0) return { ask: 'nothing' };
  return { ask: 'exceptions', facts: shown.map((fact) => at(model.facts, fact).id) };
}

/** How many headlines are possible by what was said, presumptions held. */
export function countPossible(interviewer: Interviewer, progress: Progress): number {
  return countBits(reachHeadlines(interviewer.prepared, takeStock(interviewer, progress).held).headlines);
}

/** How many questions are relevant by what was said; each answer may settle others. */
export function countRelevant(interviewer: Interviewer, progress: Progress): number {
  const { held, questions } = takeStock(interviewer, progress);
  const judged = judgeState(interviewer.prepared, held);
  return questions.flat().filter((fact) => judgeRelevance(interviewer.prepared, judged, fact) !== false)
    .length;
}

interface Stock {
  /** What is known: presumptions held, but not for what is to be asked openly. */
  readonly held: Mask[];
  /** Facts still only presumed. */
  readonly presumed: number[];
  /**
   * Facts that may be asked: first those whose question makes sense, then those of which that is
   * open, last those whose premise does not hold. A rule may read a fact outside its premise, and
   * what decides has to be asked.
   */
  readonly questions: readonly (readonly number[])[];
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
  const withSense = (sense: Truth): number[] => open.filter((fact) => makesSense(fact, held) === sense);
  return { held, presumed, questions: [truth.true, truth.unknown, truth.false].map(withSense) };
}
