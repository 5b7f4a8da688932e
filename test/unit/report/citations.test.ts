import { describe, expect, it } from 'vitest';
import { wordArticle, wordCitation, wordCited } from '../../../src/report/citations.ts';
import { createNames } from '../../../src/report/names.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';

const names = createNames(loadSmallRulebook().rulebook);

describe('what a reason cites, beside it', () => {
  it.each([
    [['C01'], 'the article (C01)'],
    [['B01'], 'corrections of the article (B01)'],
    [['C01', 'B01'], 'the article (C01), corrections of it (B01)'],
    [['handbook', 'C01'], 'the article (C01), handbook'],
    [['C01', 'judgement'], 'the article (C01), our own judgement'],
    [['judgement'], 'our own judgement'],
  ])('%j reads: %s', (ids, words) => {
    expect(wordCited(names, ids)).toBe(words);
  });
});

describe('which article is meant', () => {
  it('is said where a claim of it or a correction is cited', () => {
    const told = 'The article is “An article”, 2022-11-08; what it claims is told in our words.';
    expect(wordArticle(names, ['handbook', 'C01'])).toBe(told);
    expect(wordArticle(names, ['B01'])).toBe(told);
  });

  it('is not said where nothing of it is cited', () => {
    expect(wordArticle(names, ['handbook', 'judgement'])).toBeUndefined();
  });
});

describe('what stands behind a citation', () => {
  it.each([
    ['C01', 'The article: Machines and containers differ.'],
    ['B01', 'Against the article: They meet in the middle.'],
    ['handbook', 'The handbook, Somebody, undated'],
    ['judgement', 'Our own judgement; no source says it.'],
  ])('%s: %s', (id, text) => {
    expect(wordCitation(names, id).text).toBe(text);
  });
});
