import { combineFacts, type Component, type FactStatement, type Workload } from '../workload/workload.ts';
import { askComponents } from './ask-components.ts';
import type { Interviewer, Progress } from './plan-interview.ts';
import type { Prompter } from './prompter.ts';
import { refinePlan } from './refine-plan.ts';
import { runInterview } from './run-interview.ts';

/**
 * Interviews somebody about a workload: the whole, then the parts that differ; or, where the parts
 * are known already, each of them.
 * @param start what is known of it
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
  const check = (text: string) => (text.trim() === '' ? 'a name is needed' : undefined);
  const name = await prompter.type({ message: 'What is the workload called?', initial: start.name, check });
  const named = { ...start, name };
  if (named.components.length > 0) {
    const parts = await interviewParts(interviewer, named, profile, prompter, remember);
    const whole = { statements: combineFacts(profile, named.facts), skipped: new Set<string>() };
    const keepParts = (components: readonly Component[]): void => {
      remember({ ...parts, components });
    };
    const components = await askComponents(interviewer, whole, prompter, keepParts, parts.components);
    return { ...parts, components };
  }

  const progress = { statements: combineFacts(profile, named.facts), skipped: new Set<string>() };
  const withFacts = (now: Progress): Workload => ({ ...named, facts: listOwn(named.facts, now) });
  const keep = (now: Progress): void => {
    remember(withFacts(now));
  };
  const settled = await runInterview(interviewer, progress, prompter, keep);
  const refined = await refinePlan(interviewer, settled, prompter, keep);
  const whole = withFacts(refined);
  const components = await askComponents(interviewer, refined, prompter, (parts) => {
    remember({ ...whole, components: parts });
  });
  return { ...whole, components };
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
  for (const [index, component] of workload.components.entries()) {
    prompter.say('', `Now the part ${component.name}.`);
    const above = [...profile, ...workload.facts];
    const start = { statements: combineFacts(above, component.facts), skipped: new Set<string>() };
    const keep = (progress: Progress): void => {
      const facts = listOwn(component.facts, progress).map((each): FactStatement =>
        each.origin === 'asked' ? { ...each, origin: 'component' } : each,
      );
      const components = now.components.map((each, position): Component =>
        position === index ? { ...each, facts } : each,
      );
      now = { ...now, components };
      remember(now);
    };
    keep(await runInterview(interviewer, start, prompter, keep));
  }
  return now;
}

/** What a workload or a part says by itself: what it said before, where nobody answered otherwise, and the answers. */
function listOwn(own: readonly FactStatement[], { statements }: Progress): FactStatement[] {
  const answers = [...statements.values()].filter(({ origin }) => origin === 'asked');
  const answered = new Set(answers.map(({ fact }) => fact));
  return [...own.filter(({ fact }) => !answered.has(fact)), ...answers];
}
