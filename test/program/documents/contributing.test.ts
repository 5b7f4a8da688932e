import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import { proveRules } from '../../../src/prove/test/prove-rules.ts';
import { compileRulebook } from '../../../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../../../src/rulebook/load/load-rulebook.ts';
import { combineFacts } from '../../../src/workload/workload.ts';
import { assessText, readWorkload, setFacts } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const text = readFileSync('CONTRIBUTING.md', 'utf8');

/** The default rulebook with the rule of CONTRIBUTING.md pasted where it says. */
function addDocumentedRule(): ReadyRulebook {
  const [, file = '', block = ''] =
    /<!-- rule for (rules\/[\w-]+\.yaml) -->\s+```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  const rule = `\n${block}`;
  const files = readdirSync('rules')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: `rules/${name}`, name, text: readFileSync(`rules/${name}`, 'utf8') }))
    .map((each) => (each.path === file ? { ...each, text: each.text + rule } : each));
  const rulebook = loadRulebook(files, 'rules');
  return { rulebook, model: compileRulebook(rulebook) };
}

describe('the rule that CONTRIBUTING.md adds', () => {
  const id = 'changes-itself-often';
  const workload = /<!-- workload for the rule -->\s+```yaml\nadvise: 1\n([^]*?)```/.exec(text)?.[1] ?? '';
  let ready: ReadyRulebook;
  beforeAll(() => {
    ready = addDocumentedRule();
  });

  const listFor = (...settings: string[]) =>
    assessText(ready, '', { set: setFacts(ready, ...settings) }).reasons.for.map((reason) => reason.rule);

  it.each([
    ['fires', true],
    ['quiet', false],
  ] as const)('is right about its example that %s', (example, fires) => {
    const facts = ready.rulebook.rules.find((rule) => rule.id === id)?.examples[example] ?? {};
    const settings = Object.entries(facts).map(([fact, value]) => `${fact}=${String(value)}`);
    expect(settings.length).toBeGreaterThan(0);
    expect(listFor(...settings).includes(id)).toBe(fires);
  });

  it('is proven by its workload alone', () => {
    const { facts } = readWorkload(ready, workload);
    const state = buildState(ready.model, combineFacts(facts)).state;
    const index = ready.rulebook.rules.findIndex((rule) => rule.id === id);
    const [proof] = proveRules(ready, [index], [{ name: id, file: 'CONTRIBUTING.md', state }]);
    expect(proof?.examples).toEqual([]);
    expect(proof?.changes.map(({ change, witness }) => [change, witness?.name])).toEqual(
      ['deleted', 'flipped', 'stronger', 'weaker'].map((change) => [change, id]),
    );
  });

  it('does to its workload what the text says, and nothing when it is waived', () => {
    const waiver = `waivers:\n  - rule: ${id}\n    because: to see what it changes\n`;
    const outcomes = [assessText(ready, workload), assessText(ready, workload + waiver)].map((advice) => ({
      headline: advice.verdict.headline,
      strength: advice.verdict.strength,
      why: advice.reasons.for.some((reason) => reason.rule === id),
    }));
    expect(outcomes).toEqual([
      { headline: 'vm', strength: 'favoured', why: true },
      { headline: 'container', strength: 'lean', why: false },
    ]);
    expect(assessText(loadRules(), workload).verdict).toEqual(assessText(ready, workload + waiver).verdict);
  });
});
