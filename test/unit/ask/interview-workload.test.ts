import { expect, it } from 'vitest';
import { interviewWorkload } from '../../../src/ask/interview-workload.ts';
import { prepareInterviewer } from '../../../src/ask/interviewer.ts';
import type { FactStatement, Workload } from '../../../src/workload/workload.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { createScriptedPrompter } from '../../support/scripted-prompter.ts';
import { interviewRulebook } from './interview-rulebook.ts';

const interviewer = prepareInterviewer(buildRulebook(interviewRulebook));
const say = (fact: string, value: string, origin: FactStatement['origin']): FactStatement => ({
  fact,
  values: [value],
  origin,
});

it('an interview leaves what is only suggested a suggestion, of the whole and of its parts', async () => {
  const whole = [say('site.platform', 'engine', 'suggested')];
  const part = [say('app.state', 'one-writer', 'suggested'), say('app.family', 'linux', 'component')];
  const start: Workload = {
    name: 'shop',
    file: 'compose.yaml',
    facts: whole,
    waivers: [],
    components: [{ name: 'db', facts: part, at: { file: 'compose.yaml', line: 2, column: 3 } }],
  };
  const prompter = createScriptedPrompter(interviewer.rulebook, {
    facts: { 'app.memory': '4' },
    otherwise: () => '',
  });
  const settled = await interviewWorkload(interviewer, start, [], prompter, () => undefined);
  expect(settled.facts).toEqual(whole);
  expect(settled.components[0]?.facts.slice(0, part.length)).toEqual(part);
  expect(prompter.shown.map(({ fact }) => fact)).not.toContain('app.state');
});
