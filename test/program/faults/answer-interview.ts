// A process of its own in which somebody is interviewed, to be killed: test/program/faults/interview.test.ts
// bundles it. The files are real; the answers come from a script, and are told before the next prompt.
import { setTimeout } from 'node:timers/promises';
import type { Prompter } from '../../../src/ask/prompter.ts';
import { main } from '../../../src/main.ts';
import { connectProcess } from '../../../src/io.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { createScriptedPrompter } from '../../support/scripted-prompter.ts';
import { interviewRulebook } from '../../unit/ask/interview-rulebook.ts';

/** Milliseconds. */
const moment = 3;
const ready = buildRulebook(interviewRulebook);
const output = {
  write: () => undefined,
  failure: () => undefined,
  isClosed: false,
  isTerminal: true,
  columns: 80,
};
const scripted = createScriptedPrompter(ready.rulebook, {
  facts: { 'site.platform': 'engine', 'app.memory': '4', 'app.state': 'stateless', 'app.family': 'linux' },
  // By the next prompt what was answered before it has been kept.
  watch: ({ message, fact }) => process.stdout.write(`${JSON.stringify({ message, fact })}\n`),
});
// Somebody takes a moment to answer: that is when to be killed.
const prompter: Prompter = {
  ...scripted,
  choose: async (asking) => (await setTimeout(moment), scripted.choose(asking)),
  pick: async (asking) => (await setTimeout(moment), scripted.pick(asking)),
  type: async (asking) => (await setTimeout(moment), scripted.type(asking)),
};
void main(['ask'], {
  io: { ...connectProcess(), stdout: output, stderr: output, stdinIsTerminal: true, env: { NO_COLOR: '1' } },
  version: '1.2.3',
  rulesFolder: 'rules',
  fixturesFolder: 'fixtures',
  loadPrompter: () => Promise.resolve(prompter),
  loadStreams: () => Promise.reject(new Error('no rows here')),
  loadPageAssets: () => Promise.reject(new Error('no page here')),
  loadDefault: () => Promise.resolve(ready),
}).then((code) => {
  process.exitCode = code;
});
