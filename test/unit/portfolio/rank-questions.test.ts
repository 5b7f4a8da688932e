import { describe, expect, it } from 'vitest';
import { rankQuestions } from '../../../src/portfolio/rank-questions.ts';

// What to ask first: what one answer a site settles, where that is worth it, and then what settles most.

const ask = (fact: string, settles: number, answers: number, siteWide = false) => ({
  fact,
  siteWide,
  open: 2000,
  answers,
  settles,
  settlesAlways: 0,
});

describe('what to ask first', () => {
  it.each([
    {
      title: 'one answer about a site that settles 43 comes before an answer a workload that settle 809',
      questions: [ask('form', 809, 2000), ask('mandate', 43, 1, true)],
      open: 2000,
      first: ['mandate', 'form'],
    },
    {
      title: 'but not one that settles hardly any of those that are open',
      questions: [ask('mandate', 1.2, 1, true), ask('form', 809, 2000)],
      open: 2000,
      first: ['form', 'mandate'],
    },
    {
      title: 'nor one that takes more answers than it settles workloads',
      questions: [ask('mandate', 30, 40, true), ask('form', 31, 2000)],
      open: 2000,
      first: ['form', 'mandate'],
    },
    {
      title: 'of few workloads one is worth it',
      questions: [ask('form', 3, 5), ask('mandate', 1, 1, true)],
      open: 6,
      first: ['mandate', 'form'],
    },
    {
      title: 'among its like what settles most comes first, whoever has to answer',
      questions: [
        ask('life', 5, 9),
        ask('skills', 60, 1, true),
        ask('form', 800, 1900),
        ask('hosting', 300, 8, true),
      ],
      open: 2000,
      first: ['hosting', 'skills', 'form', 'life'],
    },
  ])('$title', ({ questions, open, first }) => {
    expect(rankQuestions(questions, open).map(({ fact }) => fact)).toEqual(first);
  });
});
