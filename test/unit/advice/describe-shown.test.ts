import { describe, expect, it } from 'vitest';
import { describeShown } from '../../../src/advice/describe-shown.ts';

const place = { file: 'deploy.yaml', line: 31, column: 9 };
const seen = (...names: string[]) =>
  names.map((observation) => ({ observation, seen: true, at: place, rule: `rule/${observation}` }));
const missed = (...names: string[]) => names.map((observation) => ({ observation, seen: false }));

const two = { done: ['first', 'second'], against: ['contrary'] };
const any = { done: [['first', 'other']] };
const part = { part: ['first'], against: ['contrary'] };

describe('what was observed of an action', () => {
  it.each([
    ['all that shows it done', two, [...seen('first', 'second'), ...missed('contrary')], 'done'],
    ['one of two that would do', any, seen('other'), 'done'],
    ['half of what shows it done', two, [...seen('first'), ...missed('second')], 'part'],
    ['what never shows more than a part', part, seen('first'), 'part'],
    ['the contrary, beside all that shows it done', two, seen('first', 'second', 'contrary'), 'against'],
    ['nothing, where it was looked for', two, missed('first', 'second', 'contrary'), 'not-found'],
    ['nothing of one of two, where nobody looked for the other', any, missed('first'), 'not-looked-for'],
    ['something else', two, seen('strange'), 'not-looked-for'],
    [
      'nothing against it, where that is all that could be',
      { against: ['contrary'] },
      missed('contrary'),
      'not-found',
    ],
  ] as const)('%s', (_, shownBy, observed, is) => {
    expect(describeShown({ 'shown-by': shownBy as never }, observed)?.is).toBe(is);
  });

  it('names what was seen with its place, what is missing, and what nobody looked for', () => {
    const shown = describeShown({ 'shown-by': two }, [...seen('first'), ...missed('second')]);
    expect(shown).toEqual({
      is: 'part',
      by: [{ observation: 'first', at: place, rule: 'rule/first' }],
      missing: ['second'],
      unknown: ['contrary'],
    });
  });

  it('is only what is about it, and says what is against it', () => {
    const shown = describeShown({ 'shown-by': two }, seen('strange', 'contrary'));
    expect(shown?.by).toEqual([{ observation: 'contrary', against: true, at: place, rule: 'rule/contrary' }]);
  });

  it('is nothing where nothing was observed, or the action says of nothing that it shows it', () => {
    expect(describeShown({ 'shown-by': two }, [])).toBeNull();
    expect(describeShown({}, seen('first'))).toBeNull();
  });
});
