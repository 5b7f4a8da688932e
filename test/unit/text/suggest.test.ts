import { describe, expect, it } from 'vitest';
import {
  suggestName,
  wordUnknownChoice,
  wordUnknownKey,
  wordUnknownName,
  wordWrongValue,
} from '../../../src/text/suggest.ts';

describe('the nearest known name', () => {
  const known = ['os.family', 'os.release', 'site.hosting'];

  it.each([
    { name: 'os.famly', hint: '; did you mean os.family?' },
    { name: 'OS.Family', hint: '; did you mean os.family?' },
    { name: 'site.hostings', hint: '; did you mean site.hosting?' },
    { name: 'os.famliy', hint: '; did you mean os.family?' },
    { name: 'elephants', hint: '' },
    { name: 'x'.repeat(100), hint: '' },
  ])('of $name', ({ name, hint }) => expect(suggestName(name, known)).toBe(hint));

  it('is nothing where nothing is known', () => expect(suggestName('a', [])).toBe(''));
});

describe('the sentence on a word that means nothing', () => {
  const colours = ['red', 'green'];

  it.each([
    {
      says: wordUnknownName('colour', 'rde', colours),
      sentence: 'no colour is called rde; did you mean red?',
    },
    { says: wordUnknownName('colour', 'a\u202eb', colours), sentence: 'no colour is called a\u202eb' },
    {
      says: wordUnknownChoice('colour', 'gren', colours),
      sentence: 'no colour is called gren (expected red, green); did you mean green?',
    },
    { says: wordUnknownKey('blue', colours), sentence: 'unknown key blue (expected red, green)' },
    {
      says: wordWrongValue('paint', 'rad', colours),
      sentence: 'paint cannot be "rad" (expected red, green); did you mean red?',
    },
    { says: wordWrongValue('paint', 7, colours), sentence: 'paint cannot be 7 (expected red, green)' },
    {
      says: wordWrongValue('paint', true, colours, 'rde'),
      sentence: 'paint cannot be true (expected red, green); did you mean red?',
    },
  ])('$sentence', ({ says, sentence }) => expect(says).toBe(sentence));
});
