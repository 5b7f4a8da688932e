import type { Rulebook } from '../rulebook/rulebook.ts';
import {
  combineFacts,
  type Component,
  type FactStatement,
  interviewName,
  type Workload,
} from '../workload/workload.ts';
import type { Interviewer } from './interviewer.ts';
import { beginProgress, type Progress } from './plan-interview.ts';
import type { Prompter } from './prompter.ts';
import { runInterview } from './run-interview.ts';

/**
 * Interviews somebody about a workload, or about each of its parts: what is said of the place and its
 * people with the first of them holds for all.
 * @param start what is known of it; a name that is only proposed is asked for
 * @param profile facts of the site; they are not asked, and not made part of the workload
 * @param remember called with the workload as it stands after every answer, so that nothing is lost
 */
export async function interviewWorkload(
  interviewer: Interviewer,
  start: Workload,
  profile: readonly FactStatement[],
  prompter: Prompter,
  remember: (workload: Workload) => void,
): Promise<Workload> {
  const named = start.file === interviewName ? await askName(start, prompter) : start;
  if (named !== start) remember(named);
  if (named.components.length > 0) return interviewParts(interviewer, named, profile, prompter, remember);
  const withFacts = (now: Progress): Workload => ({ ...named, facts: listOwn(named.facts, now) });
  const known = beginProgress(combineFacts(profile, named.facts));
  return withFacts(
    await runInterview(
      interviewer,
      known,
      prompter,
      (now) => {
        remember(withFacts(now));
      },
      named.facts.length > 0,
    ),
  );
}

/** The name, and behind a colon those of parts. */
async function askName(start: Workload, prompter: Prompter): Promise<Workload> {
  const text = await prompter.type({
    message: 'What is it called?',
    lead: 'Parts that are placed apart go behind it: shop: web, orders.',
    initial: start.name,
    check: (typed) => checkNames(typed),
  });
  const { name, parts } = readNames(text ?? start.name);
  const at = { file: interviewName, line: 1, column: 1 };
  return { ...start, name, components: parts.map((part) => ({ name: part, facts: [], at })) };
}

function readNames(text: string): { name: string; parts: string[] } {
  const [, name = text, list = ''] = /^(.*?):\s+(.*)$/.exec(text) ?? [];
  return {
    name: name.trim(),
    parts: list
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  };
}

function checkNames(text: string): string | undefined {
  const { name, parts } = readNames(text);
  if (name === '') return 'a name is needed';
  const twice = parts.find((part, index) => parts.indexOf(part) !== index);
  return twice === undefined ? undefined : `two parts are called ${twice}`;
}

/** Only parts are placed, so only they are asked about. */
async function interviewParts(
  interviewer: Interviewer,
  workload: Workload,
  profile: readonly FactStatement[],
  prompter: Prompter,
  remember: (workload: Workload) => void,
): Promise<Workload> {
  let now = workload;
  for (const [index, part] of workload.components.entries()) {
    prompter.say('', `Now the part ${part.name}.`);
    const shared = now.facts;
    const keep = (progress: Progress): void => {
      now = withPart(interviewer.rulebook, { ...now, facts: shared }, index, part, progress);
      remember(now);
    };
    const known = beginProgress(combineFacts([...profile, ...shared], part.facts));
    const isKnown = part.facts.length > 0 || (index === 0 && workload.facts.length > 0);
    keep(await runInterview(interviewer, known, prompter, keep, isKnown));
  }
  return now;
}

/** A workload with what was said of a part: facts about the place and its people hold for all parts. */
function withPart(
  rulebook: Rulebook,
  workload: Workload,
  index: number,
  part: Component,
  progress: Progress,
): Workload {
  const common = new Set(
    rulebook.facts.filter(({ about }) => about === 'platform' || about === 'people').map(({ id }) => id),
  );
  const saidOfPart = new Set(part.facts.map(({ fact }) => fact));
  const answers = listOwn([], progress);
  const isShared = ({ fact }: FactStatement) => common.has(fact) && !saidOfPart.has(fact);
  const own = answers
    .filter((each) => !isShared(each))
    .map((each): FactStatement => ({ ...each, origin: 'component' }));
  const answered = new Set(own.map(({ fact }) => fact));
  const isLeft = ({ fact }: FactStatement): boolean => progress.statements.has(fact);
  const facts = [...part.facts.filter((each) => !answered.has(each.fact) && isLeft(each)), ...own];
  const shared = answers.filter(isShared);
  const replaced = new Set(shared.map(({ fact }) => fact));
  return {
    ...workload,
    facts: [
      ...workload.facts.filter(
        (each) => !replaced.has(each.fact) && (!common.has(each.fact) || isLeft(each)),
      ),
      ...shared,
    ],
    components: workload.components.map((each, place) => (place === index ? { ...each, facts } : each)),
  };
}

/** What a workload says by itself: what it said before, where nobody answered otherwise or took it back, and the answers. */
function listOwn(own: readonly FactStatement[], { statements }: Progress): FactStatement[] {
  const answers = [...statements.values()].filter(({ origin }) => origin === 'asked');
  const answered = new Set(answers.map(({ fact }) => fact));
  return [...own.filter(({ fact }) => !answered.has(fact) && statements.has(fact)), ...answers];
}
