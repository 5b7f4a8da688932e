import { describe, expect, it } from 'vitest';
import { isInputError } from '../../../src/errors.ts';
import { parseDocuments } from '../../../src/workload/parse-workload.ts';
import { listParts } from '../../../src/workload/workload.ts';
import { writeWorkload } from '../../../src/workload/write-workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const { rulebook } = loadRules();
const parse = (text: string) => parseDocuments(text, 'shop.yaml', rulebook)[0];

function listProblems(text: string): readonly string[] {
  try {
    parse(text);
    return [];
  } catch (error) {
    if (!isInputError(error)) throw error;
    return error.problems.map(
      ({ message, at }) => `${at !== undefined && 'line' in at ? at.line : 0}: ${message}`,
    );
  }
}

const file = `advise: 1
name: shop
facts: {}
observed: [read-only-root]
not-observed: [memory-limit]
components:
  - name: web
    facts: {}
    observed: [memory-limit]
  - name: db
    facts: {}
`;

describe('what a workload file says was observed', () => {
  it('holds of the parts too, unless a part says otherwise', () => {
    const workload = parse(file);
    const say = (part: string) =>
      listParts(workload as never)
        .find(({ component }) => component === part)
        ?.observed.map(({ observation, seen }) => `${seen ? '' : 'no '}${observation}`);
    expect(say('web')).toEqual(['read-only-root', 'memory-limit']);
    expect(say('db')).toEqual(['read-only-root', 'no memory-limit']);
  });

  it('is written as it was read', () => {
    const written = writeWorkload(rulebook, parse(file) as never);
    expect(written).toContain('observed:\n  - read-only-root\nnot-observed: [ memory-limit ]');
    expect(listProblems(written)).toEqual([]);
  });

  it.each([
    [
      'an unknown name',
      'observed: [read-only-rot]',
      '4: no observation is called read-only-rot; did you mean read-only-root?',
    ],
    [
      'a name in both lists',
      'observed: [memory-limit]\nnot-observed: [memory-limit]',
      '5: memory-limit stands here twice',
    ],
    ['no list', 'observed: memory-limit', '4: observed must be a list, got "memory-limit"'],
  ])('%s is an error at its place', (_, lines, problem) => {
    expect(listProblems(`advise: 1\nname: shop\nfacts: {}\n${lines}\n`)).toEqual([problem]);
  });
});
