import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import { connectProcess } from '../../../src/io.ts';
import { proveRules, type RuleProof, type Specimen } from '../../../src/prove/test/prove-rules.ts';
import { listSpecimens } from '../../../src/prove/test/test-rulebook.ts';
import { readTestFiles } from '../../../src/prove/test/read-test-files.ts';
import { compileRulebook } from '../../../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../../../src/rulebook/load/load-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';

// No rule is there for nothing: without it, turned round, or a tier stronger or weaker, some whole
// workload of rules/tests comes out differently.

const io = connectProcess();

const readSpecimens = (path: string, ready: ReadyRulebook): Specimen[] =>
  listSpecimens(ready, readTestFiles(io, [{ path, shown: path }], ready.rulebook));

const proveAll = (ready: ReadyRulebook, specimens: readonly Specimen[]): RuleProof[] =>
  proveRules(ready, [...ready.rulebook.rules.keys()], specimens);

/** The changes that no workload notices, as "rule change". */
const listUnnoticed = (proofs: readonly RuleProof[]): string[] =>
  proofs.flatMap(({ rule, changes }) =>
    changes.filter(({ witness }) => witness === null).map(({ change }) => `${rule} ${change}`),
  );

type Entry = Record<string, unknown>;
type Edit = (rule: Entry) => Entry[];

/** The default rulebook with one rule written otherwise: left out, changed or written twice. */
function editRule(id: string, edit: Edit): ReadyRulebook {
  if (!loadRules().rulebook.rules.some((rule) => rule.id === id)) throw new Error(`no rule is called ${id}`);
  const files = readdirSync('rules')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const content = parse(readFileSync(`rules/${name}`, 'utf8')) as Entry;
      const rules = content.rules as Entry[] | undefined;
      const edited = rules?.flatMap((rule) => (rule.id === id ? edit(rule) : [rule]));
      const text = JSON.stringify(edited === undefined ? content : { ...content, rules: edited });
      return { path: `rules/${name}`, name, text };
    });
  const rulebook = loadRulebook(files, 'rules');
  return { rulebook, model: compileRulebook(rulebook) };
}

describe('the rules of the default rulebook', () => {
  const ready = loadRules();
  const specimens = readSpecimens('rules/tests', ready);
  const proofs = proveAll(ready, specimens);

  it('are all proven', () => {
    expect(proofs.map(({ rule }) => rule)).toEqual(ready.rulebook.rules.map(({ id }) => id));
    expect(proofs.length).toBeGreaterThan(100);
  });

  it('have examples that hold', () => {
    expect(proofs.flatMap(({ examples }) => examples)).toEqual([]);
  });

  it.each(['deleted', 'flipped', 'stronger', 'weaker', 'suits stronger', 'suits weaker'] as const)(
    'cannot be %s unnoticed',
    (change) => {
      expect(listUnnoticed(proofs).filter((each) => each.endsWith(` ${change}`))).toEqual([]);
      expect(proofs.filter(({ changes }) => changes.some((each) => each.change === change))).not.toEqual([]);
    },
  );
});

describe('the proof fails by name', () => {
  const proveEdited = (id: string, edit: Edit): string[] => {
    const ready = editRule(id, edit);
    return listUnnoticed(proveAll(ready, readSpecimens('rules/tests', ready)));
  };

  it('for a rule with a twin, and for the twin', () => {
    const unnoticed = proveEdited('changes-itself', (rule) => [
      rule,
      { ...rule, id: 'changes-itself-again' },
    ]);
    expect(unnoticed).toContain('changes-itself deleted');
    expect(unnoticed).toContain('changes-itself-again deleted');
    expect(unnoticed.filter((each) => !each.startsWith('changes-itself'))).toEqual([]);
  });

  it('for a rule in the shadow of a stronger one', () => {
    const unnoticed = proveEdited('licence-bound-to-the-machine', (rule) => [
      rule,
      { ...rule, id: 'shadow', favours: { vm: 'slight' } },
    ]);
    expect(unnoticed).toContain('shadow deleted');
    expect(unnoticed).not.toContain('licence-bound-to-the-machine deleted');
  });

  it('for a rule of a workload that is missing', () => {
    const ready = loadRules();
    const specimens = readSpecimens('rules/tests/vendor.yaml', ready);
    expect(listUnnoticed(proveAll(ready, specimens)).length).toBeGreaterThan(100);
  });

  it('for examples that do not hold', () => {
    const ready = editRule('changes-itself', (rule) => [
      {
        ...rule,
        examples: { fires: { 'package.self-updates': 'no' }, quiet: { 'package.self-updates': 'yes' } },
      },
    ]);
    const failures = proveAll(ready, []).flatMap(({ examples }) => examples);
    expect(failures.map(({ rule, example }) => `${rule} ${example}`)).toEqual([
      'changes-itself fires',
      'changes-itself quiet',
    ]);
  });
});
