import { describe, expect, it } from 'vitest';
import { gatherUnanswered } from '../../../src/ask/gather-unanswered.ts';
import { prepareInterviewer } from '../../../src/ask/interviewer.ts';
import { dontKnow } from '../../../src/ask/word-question.ts';
import { readOne } from '../../rulebook/golden/assess-file.ts';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import { buildHardRulebook } from '../../support/hard-rulebook.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';
import { holdInterview, knownFacts, listIrrelevant, nothingKnown } from './hold-interview.ts';
import { interviewRulebook } from './interview-rulebook.ts';

const interviewer = prepareInterviewer(buildRulebook(interviewRulebook));
const byDefault = prepareInterviewer(loadRules());

describe('what is unanswered', () => {
  it('of nothing said is every question that can matter, and the exceptions', () => {
    const { questions, presumptions } = gatherUnanswered(interviewer, new Map());
    expect(questions[0]).toBe('site.platform');
    expect([...questions].sort()).toEqual([
      'app.family',
      'app.memory',
      'app.state',
      'site.platform',
      'site.skill',
    ]);
    expect([...presumptions].sort()).toEqual(['app.access', 'app.desktop']);
  });

  it('leaves out what was said, and what that makes pointless', () => {
    const { statements } = knownFacts({ 'site.platform': 'engine', 'app.memory': null });
    const { questions } = gatherUnanswered(interviewer, statements);
    expect([...questions].sort()).toEqual(['app.family', 'app.state']);
  });

  it('is only what reasons may hang on where no answer changes headline or placement', () => {
    const { statements } = knownFacts({ 'app.desktop': 'yes', 'app.access': 'agent' });
    const refinements = ['site.platform', 'site.skill', 'app.state', 'app.memory', 'app.family'];
    expect(gatherUnanswered(interviewer, statements)).toEqual({
      questions: [],
      presumptions: [],
      refinements,
      proven: true,
    });
  });

  it.each([
    'fixtures/payments-api.yaml',
    'fixtures/call-server.yaml',
    'fixtures/golden/real/nextcloud-family.yaml',
    'fixtures/golden/tricky/t34-api-os-unknown.yaml',
  ])('of %s is what the interview asks somebody who knows nothing', async (file) => {
    const statements = new Map(readOne(file).facts.map((each) => [each.fact, each]));
    const held = await holdInterview(
      byDefault,
      { otherwise: (fact) => (fact.kind === 'number' ? '' : dontKnow) },
      { ...nothingKnown, statements },
    );
    const { questions, presumptions, refinements } = gatherUnanswered(byDefault, statements);
    const lists = held.prompter.shown.filter(({ message }) => message.startsWith('Is anything unusual'));
    const listed = lists.flatMap(({ facts }) => facts);
    const asked = held.asked.flat().filter((fact) => !listed.includes(fact));
    // What stands on a sheet is asked by itself where it was left open there.
    expect([...new Set(asked)].sort()).toEqual([...questions].sort());
    // What the file says stands there ticked.
    const rest = listed.filter((fact) => !presumptions.includes(fact) && !statements.has(fact));
    expect(presumptions.every((fact) => listed.includes(fact))).toBe(true);
    expect(rest.every((fact) => refinements.includes(fact))).toBe(true);
    expect(held.findIrrelevant()).toEqual([]);
    const silent = { ...nothingKnown, statements, skipped: new Set(questions) };
    const idle = listIrrelevant(byDefault, silent, { facts: presumptions });
    expect(idle.filter(({ finding }) => finding === false)).toEqual([]);
  });
});

// Pigeons and holes: no search finds out in time that two share a hole, and each would take its whole budget.
describe('what is unanswered where no proof is finished', () => {
  /** How often something is bounded, which looks up each time what removes. */
  const count = (ready: ReadyRulebook) => {
    const plain = prepareInterviewer(ready);
    let nodes = 0;
    const removers = [...plain.prepared.removers];
    removers[Symbol.iterator] = () => {
      nodes++;
      return plain.prepared.removers[Symbol.iterator]();
    };
    const unanswered = gatherUnanswered({ ...plain, prepared: { ...plain.prepared, removers } }, new Map());
    return { ...unanswered, nodes };
  };

  it.each([
    { what: 'facts are open', presumed: undefined, most: 185_103, lists: { questions: 9, presumptions: 0 } },
    { what: 'facts are presumed', presumed: 'h0', most: 21_295, lists: { questions: 0, presumptions: 9 } },
  ])('takes at most $most nodes where $what, and is not proven', ({ presumed, most, lists }) => {
    const { questions, presumptions, proven, nodes } = count(buildHardRulebook(presumed));
    expect({ questions: questions.length, presumptions: presumptions.length }).toEqual(lists);
    expect(proven).toBe(false);
    expect(nodes).toBeLessThanOrEqual(most);
  });

  it('is proven of the default rulebook', () => {
    expect(gatherUnanswered(byDefault, new Map()).proven).toBe(true);
  });
});
