import { readdirSync, readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../../src/schema/create-schema.ts';
import { extendRulebook } from '../../../src/rulebook/extend/extend-rulebook.ts';
import { extendSmall, toFile, writeHead } from '../../support/build-extension.ts';
import { compileSchema } from '../../support/compile-schema.ts';
import { loadRules } from '../../support/load-rules.ts';

// The schemas that `advise schema --rules` prints for a team know what the team's rulebook adds.

describe.each(['strict-isolation', 'kubernetes-only'])('the rulebook of %s', (team) => {
  const folder = `fixtures/rulebooks/${team}`;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => toFile(name, readFileSync(`${folder}/${name}`, 'utf8')));
  const rulebook = extendRulebook(loadRules().rulebook, files);
  const validate = compileSchema(createSchema('rulebook', rulebook));

  it.each(files)('$name is as the schema wants it', ({ text }) => {
    expect(validate(parse(text))).toEqual({ valid: true, errors: '' });
  });

  it('has tests and a profile that are as the schemas want them', () => {
    const profile = parse(readFileSync(`fixtures/rulebooks/profiles/${team}.yaml`, 'utf8')) as unknown;
    expect(compileSchema(createSchema('profile', rulebook))(profile)).toEqual({ valid: true, errors: '' });
    const validate = compileSchema(createSchema('test', rulebook));
    const documents = readdirSync(`${folder}/tests`).flatMap((name) =>
      parseAllDocuments(readFileSync(`${folder}/tests/${name}`, 'utf8')).map(
        (each) => each.toJS() as unknown,
      ),
    );
    expect(documents.length).toBeGreaterThan(12);
    for (const document of documents) expect(validate(document)).toEqual({ valid: true, errors: '' });
  });
});

describe('the schema of a rulebook refuses, in one that extends another,', () => {
  const validate = compileSchema(createSchema('rulebook', loadRules().rulebook));
  const judge = (text: string) => validate(parse(writeHead() + text)).valid;

  it.each([
    {
      name: 'disabling without a reason',
      good: 'disable: [{ rule: x, because: Why. }]',
      bad: 'disable: [{ rule: x }]',
    },
    {
      name: 'an unknown strength',
      good: 'change: [{ rule: x, to: { favours: { vm: slight } }, because: Why. }]',
      bad: 'change: [{ rule: x, to: { favours: { vm: slightly } }, because: Why. }]',
    },
    {
      name: 'an unknown fact in a condition',
      good: 'change: [{ rule: x, to: { when: { os.family: linux } }, because: Why. }]',
      bad: 'change: [{ rule: x, to: { when: { os.famly: linux } }, because: Why. }]',
    },
    {
      name: 'a new name for a rule',
      good: 'change: [{ rule: x, without: [instead], because: Why. }]',
      bad: 'change: [{ rule: x, to: { id: y }, because: Why. }]',
    },
    {
      name: 'an unknown key',
      good: 'placement-groups: { a: [vm.single] }',
      bad: 'placements-groups: { a: [vm.single] }',
    },
  ])('$name', ({ good, bad }) => {
    expect([judge(good), judge(bad)]).toEqual([true, false]);
  });
});

describe('the schema of a workload, where names have changed or rules are disabled,', () => {
  const rulebook = extendSmall(`
facts:
  - id: site.zone
    was: [network.zone]
    name: zone
    question: Which zone?
    kind: choice
    values: { open: the open one, plant: that of the plant }
disable: [{ rule: owns-its-data, because: We copy everything. }]
`);
  const validate = compileSchema(createSchema('workload', rulebook));

  it.each([
    { name: 'takes the new name', text: '{ advise: 1, facts: { site: { zone: plant } } }', valid: true },
    { name: 'takes the old name', text: '{ advise: 1, facts: { network: { zone: plant } } }', valid: true },
    { name: 'takes no other', text: '{ advise: 1, facts: { network: { zones: plant } } }', valid: false },
    {
      name: 'takes a waiver of a disabled rule, as the program does',
      text: '{ advise: 1, waivers: [{ rule: owns-its-data, because: Why. }] }',
      valid: true,
    },
  ])('$name', ({ text, valid }) => {
    expect(validate(parse(text)).valid).toBe(valid);
  });
});
