import type { Advice } from '../../../src/advice/result.ts';
import type { Interviewer } from '../../../src/ask/interviewer.ts';
import { beginProgress, type Progress } from '../../../src/ask/plan-interview.ts';
import { runInterview } from '../../../src/ask/run-interview.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import type { Mask } from '../../../src/decide/model.ts';
import { judgeRelevance } from '../../../src/reason/judge-relevance.ts';
import type { Answer } from '../../../src/reason/engine/judge-dependence.ts';
import { judgeState, replaceFact } from '../../../src/reason/engine/judged-state.ts';
import type { FactStatement } from '../../../src/workload/workload.ts';
import { assessFacts } from '../../support/build-workload.ts';
import {
  createScriptedPrompter,
  type Script,
  type ScriptedPrompter,
  type Shown,
} from '../../support/scripted-prompter.ts';

/** An interview that was held. */
export interface HeldInterview {
  readonly progress: Progress;
  readonly prompter: ScriptedPrompter;
  /** What was remembered after every answer. */
  readonly remembered: readonly Progress[];
  /** The facts asked about one by one, in order; lists as the facts in them. */
  readonly asked: readonly (string | readonly string[])[];
  /** The advice on what was said. */
  readonly advice: Advice;
  /** Works out which facts asked about could not have changed headline, form, strength, reasons or actions. */
  readonly findIrrelevant: () => string[];
}

/** An interview at which nothing is known yet. */
export const nothingKnown: Progress = beginProgress(new Map());

/** What is known when this was stated. */
export function knownFacts(facts: Readonly<Record<string, string | number | null>>): Progress {
  const statements = Object.entries(facts).map(([fact, value]): [string, FactStatement] => [
    fact,
    { fact, values: value === null ? null : [value], origin: 'stated' },
  ]);
  return beginProgress(new Map(statements));
}

/** Holds an interview with a scripted person. */
export async function holdInterview(
  interviewer: Interviewer,
  script: Script,
  start: Progress = nothingKnown,
): Promise<HeldInterview> {
  const remembered: Progress[] = [];
  const prompts: [Progress, Shown][] = [];
  const prompter = createScriptedPrompter(interviewer.rulebook, {
    ...script,
    watch: (shown) => {
      script.watch?.(shown);
      if (shown.facts.length > 0) prompts.push([remembered.at(-1) ?? start, shown]);
    },
  });
  const progress = await runInterview(interviewer, start, prompter, (now) => remembered.push(now));
  return {
    progress,
    prompter,
    remembered,
    asked: prompter.shown.flatMap(({ fact, facts }): (string | readonly string[])[] =>
      fact !== undefined ? [fact] : facts.length > 0 ? [facts] : [],
    ),
    advice: assessFacts(interviewer, [...progress.statements.values()]),
    findIrrelevant: () =>
      prompts.flatMap(([before, shown]) =>
        listIrrelevant(interviewer, before, shown)
          .filter(({ fact, finding }) => finding === false && !mayRefine(interviewer, fact))
          .map(({ fact }) => fact),
      ),
  };
}

/** Whether a fact is asked for more than headline and placement: reasons or actions rest on it. */
function mayRefine({ model, bearing, always, openly }: Interviewer, id: string): boolean {
  const index = model.facts.findIndex((fact) => fact.id === id);
  const isListed = model.facts[index]?.presumed !== null && !openly.has(index);
  return bearing.has(index) && (always.has(index) || isListed);
}

/**
 * The facts of a prompt that cannot change headline or placement, by the exact check: of a question
 * while presumptions hold, of the lines of a list whatever exceptions there are.
 * @param progress what was known when it was shown
 * @returns `finding` is false, or null where the check ran out of its budget
 */
export function listIrrelevant(
  interviewer: Interviewer,
  progress: Progress,
  { facts }: Pick<Shown, 'facts'>,
): { readonly fact: string; readonly finding: Answer }[] {
  const { model, prepared } = interviewer;
  const held = judgeState(prepared, hold(interviewer, progress));
  const find = (index: number): Answer => {
    if (isAsked(interviewer, index)) return judgeRelevance(prepared, held, index);
    // Where its own exception does, no others need to be tried, which takes long.
    const all = model.facts[index]?.all ?? 0;
    const alone = judgeRelevance(prepared, replaceFact(prepared, held, index, all), index);
    return (
      alone === true || judgeRelevance(prepared, judgeState(prepared, freeAll(interviewer, progress)), index)
    );
  };
  return facts.flatMap((id) => {
    const finding = find(model.facts.findIndex((each) => each.id === id));
    return finding === true ? [] : [{ fact: id, finding }];
  });
}

/** What was said, and presumptions but for what is asked openly. */
function hold({ model, openly }: Interviewer, { statements, skipped }: Progress): Mask[] {
  return buildState(model, statements).state.map((mask, index) => {
    const fact = model.facts[index];
    const free = fact !== undefined && openly.has(index) && !statements.has(fact.id) && !skipped.has(fact.id);
    return free ? fact.all : mask;
  });
}

/** What was said, every presumption given up but those of facts that somebody did not know. */
function freeAll({ model }: Interviewer, { statements, skipped }: Progress): Mask[] {
  const { state, withheld } = buildState(model, statements);
  return state.map((mask, index) =>
    skipped.has(model.facts[index]?.id ?? '') ? mask : (withheld[index] ?? mask),
  );
}

/** Whether a fact is asked openly; else its exceptions stand in a list. */
function isAsked({ model, openly }: Interviewer, index: number): boolean {
  return openly.has(index) || model.facts[index]?.presumed === null;
}
