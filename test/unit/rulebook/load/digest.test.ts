import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../../../src/rulebook/load/load-rulebook.ts';
import type { RulebookFile } from '../../../../src/rulebook/load/shape-file.ts';
import { type TinyRulebook, writeRulebook } from '../../../support/build-rulebook.ts';
import { shuffleRulebook } from '../../../support/build-shuffled-rulebook.ts';
import { seedRandom } from '../../../support/random-values.ts';

const tiny: TinyRulebook = {
  params: { many: 10 },
  facts: { 'f.size': { kind: 'scale', values: { small: 's', large: 'l' }, presumed: 'small' } },
  rules: {
    one: {
      x: { when: { 't.a': 'yes', 'f.size': 'large' }, favours: { vm: 'slight' } },
      y: { when: { 't.b': 'yes' }, 'rules-out': ['vm.single'] },
    },
    two: { z: { when: { any: [{ 't.a': 'no' }, { 't.c': 'no' }] }, suits: { 'vm.group': 'slight' } } },
  },
};

function digestOf(files: readonly RulebookFile[]): string {
  return loadRulebook(files, 'rules').digest;
}

/** The rulebook with one text in its files replaced. */
function change(from: string, to: string): RulebookFile[] {
  const files = writeRulebook(tiny);
  if (!files.some((file) => file.text.includes(from))) throw new Error(`no file has ${from}`);
  return files.map((file) => ({ ...file, text: file.text.replace(from, to) }));
}

const digest = digestOf(writeRulebook(tiny));

describe('the digest of a rulebook', () => {
  it('is a SHA-256 in hexadecimal', () => expect(digest).toMatch(/^[0-9a-f]{64}$/));

  it('is the same in every run', () => expect(digestOf(writeRulebook(tiny))).toBe(digest));

  it.each([1, 2, 3, 4, 5])('does not hang on the order of files, rules and keys (shuffle %i)', (seed) => {
    const shuffled = shuffleRulebook(writeRulebook(tiny), seedRandom(seed));
    expect(shuffled.map((file) => file.text)).not.toEqual(writeRulebook(tiny).map((file) => file.text));
    expect(digestOf(shuffled)).toBe(digest);
  });

  it('does not hang on how it is written down', () => {
    const compact = writeRulebook(tiny).map((file) => ({
      ...file,
      path: `elsewhere/${file.name}`,
      text: `# a comment\n${JSON.stringify(parse(file.text))}\n`,
    }));
    expect(digestOf(compact)).toBe(digest);
  });

  it.each([
    { name: 'a condition', from: '"t.a": "yes"', to: '"t.a": "no"' },
    { name: 'a strength', from: '"slight"', to: '"moderate"' },
    { name: 'a side', from: '"vm": "slight"', to: '"container": "slight"' },
    { name: 'the name of a rule', from: '"id": "y"', to: '"id": "why"' },
    { name: 'a reason', from: '"because": "Because."', to: '"because": "Why not?"' },
    { name: 'a citation', from: '"judgement"', to: '"judgement", "judgement"' },
    { name: 'an example', from: '"t.h": "yes"', to: '"t.h": ["yes", "no"]' },
    { name: 'a presumption', from: '"presumed": "small"', to: '"presumed": "large"' },
    { name: 'the meaning of a value', from: '"small": "s"', to: '"small": "tiny"' },
    {
      name: 'the order of a scale',
      from: '"small": "s",\n        "large": "l"',
      to: '"large": "l", "small": "s"',
    },
    { name: 'a threshold', from: '"value": 10', to: '"value": 11' },
    { name: 'a level of isolation', from: '"shared-kernel"', to: '"user-kernel"' },
    { name: 'what an action is worth', from: '"level": "should"', to: '"level": "must"' },
    { name: 'the title of a concern', from: 'Concern one', to: 'Concern won' },
    { name: 'the version', from: '"version": "1.0.0"', to: '"version": "1.0.1"' },
  ])('changes with $name', ({ from, to }) => {
    expect(digestOf(change(from, to))).not.toBe(digest);
  });

  it('changes when a rule moves to another concern: it shares a vote with others there', () => {
    const moved = writeRulebook({
      ...tiny,
      rules: {
        one: { x: tiny.rules?.one?.x ?? {} },
        two: { ...tiny.rules?.two, y: tiny.rules?.one?.y ?? {} },
      },
    });
    expect(digestOf(moved)).not.toBe(digest);
  });
});
