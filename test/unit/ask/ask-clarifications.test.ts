import { describe, expect, it } from 'vitest';
import { askClarifications } from '../../../src/ask/ask-clarifications.ts';
import type { Workload } from '../../../src/workload/workload.ts';
import { loadRules } from '../../support/load-rules.ts';
import { createScriptedPrompter, type Script } from '../../support/scripted-prompter.ts';

const { rulebook } = loadRules();
const at = { file: 'compose.yaml', line: 7, column: 3 };
const part = (name: string, ...ids: string[]) => ({
  name,
  facts: [],
  at,
  unclear: ids.map((clarification) => ({ clarification, at })),
});
const den: Workload = {
  name: 'den',
  file: at.file,
  facts: [],
  waivers: [],
  components: [part('camera', 'which-rights', 'own-module'), part('tuner', 'which-rights'), part('web')],
};

async function ask(
  says: NonNullable<Script['says']>,
  matters: (part: string, id: string) => boolean = () => true,
) {
  const prompter = createScriptedPrompter(rulebook, { says });
  const kept: Workload[] = [];
  const clear = await askClarifications(
    den,
    rulebook.facts,
    prompter,
    ({ components: [first] }, { clarification }) => matters(first?.name ?? '', clarification),
    (now) => kept.push(now),
  );
  const known = clear.components.map(({ name, facts, unclear = [] }) => ({
    name,
    facts: Object.fromEntries(facts.map(({ fact, values, origin }) => [fact, [origin, ...(values ?? [])]])),
    open: unclear.map(({ clarification }) => clarification),
  }));
  return { known, kept, asked: prompter.shown.map(({ lead, message }) => `${lead} ${message}`) };
}

describe('questions that settle several facts', () => {
  it('are asked of each part that raises them, and kept after every part', async () => {
    const { known, kept, asked } = await ask({
      'It is given full privileges.': 'all',
      'It may load modules': 'i-do-not-know',
    });
    expect(asked).toEqual([
      'camera: It is given full privileges. Which of them does it need?',
      'camera: It may load modules into the kernel. Which does it load?',
      'tuner: It is given full privileges. Which of them does it need?',
    ]);
    expect(known).toEqual([
      { name: 'camera', facts: { 'os.host-access': ['asked', 'privileged-app'] }, open: ['own-module'] },
      { name: 'tuner', facts: { 'os.host-access': ['asked', 'privileged-app'] }, open: [] },
      { name: 'web', facts: {}, open: [] },
    ]);
    expect(kept).toHaveLength(2);
  });

  it('are left out where no answer could change what comes out', async () => {
    const { asked } = await ask({ 'It is given': 'none' }, (name, id) => name === 'tuner' && id !== '');
    expect(asked).toEqual(['tuner: It is given full privileges. Which of them does it need?']);
  });
});
