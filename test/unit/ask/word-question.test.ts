import { describe, expect, it } from 'vitest';
import { prepareInterviewer } from '../../../src/ask/plan-interview.ts';
import { extras, wordHelp, wordReason } from '../../../src/ask/word-question.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import { judgeRules } from '../../../src/decide/judge-rules.ts';
import { buildRulebook, positionOf } from '../../support/build-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';
import { knownFacts, nothingKnown } from './hold-interview.ts';
import { interviewRulebook } from './interview-rulebook.ts';

const interviewer = prepareInterviewer(buildRulebook(interviewRulebook));
const byDefault = prepareInterviewer(loadRules());

function word(fact: string, known = nothingKnown, of = interviewer) {
  const index = positionOf(of.rulebook.facts, fact);
  const entry = of.rulebook.facts[index];
  if (entry === undefined) throw new Error(fact);
  const judgement = judgeRules(of.model, buildState(of.model, known.statements).withheld, new Set());
  return { reason: wordReason(of, index, judgement), help: wordHelp(of, entry, index, judgement).join('\n') };
}

describe('the reason', () => {
  it.each([
    { fact: 'app.state', reason: 'It matters for: owns its data.' },
    {
      fact: 'site.platform',
      reason: 'It matters for: rule fits-the-kubernetes (and 2 more rules).',
    },
    {
      fact: 'app.access',
      reason: 'It matters for: rule looks-after-its-host (and 1 more rule).',
    },
    { fact: 'app.colour', reason: 'It decides where it can run, or what has to be done.' },
  ])('for $fact is $reason', ({ fact, reason }) => {
    expect(word(fact).reason).toBe(reason);
  });

  it('counts only rules that are not decided yet', () => {
    const { reason } = word('site.platform', knownFacts({ 'site.skill': 'some' }));
    expect(reason).not.toContain('fits-the-kubernetes');
    expect(reason).toContain('(and 1 more rule)');
  });

  it('is one line for every fact of the default rulebook', () => {
    for (const { id } of byDefault.rulebook.facts) {
      const { reason } = word(id, nothingKnown, byDefault);
      expect(reason).toMatch(/^It [^\n]+\.$/);
      expect(reason).not.toMatch(/\.\.$/);
    }
  });
});

describe('help', () => {
  it('tells help, values, name and rules', () => {
    expect(word('app.state').help).toBe(
      [
        'Data in a database elsewhere is not its own.',
        '  stateless: nothing',
        '  one-writer: data that it alone owns',
        '  In a file it is app.state.',
        '  Rules that wait for it: owns-its-data',
      ].join('\n'),
    );
  });

  it('tells what a number takes', () => {
    const { help } = word('app.memory');
    expect(help).toContain('Takes a number of GiB, or one with a unit such as 512 MiB, above 0 up to 4096.');
    expect(help).toContain('fills-a-machine');
  });

  it('puts the weightiest rule first', () => {
    expect(word('app.access').help).toContain('looks-after-its-host, reads-the-host');
  });

  it('says when no rule waits', () => {
    expect(word('app.colour').help).toContain('Rules that wait for it: none');
  });

  it('names the fact and every value of it, throughout the default rulebook', () => {
    for (const fact of byDefault.rulebook.facts) {
      const { help } = word(fact.id, nothingKnown, byDefault);
      expect(help).toContain(`In a file it is ${fact.id}.`);
      for (const value of Object.keys(fact.values ?? {})) expect(help).toContain(`  ${value}: `);
    }
  });
});

it('no value of any fact is called like an answer that every question offers', () => {
  const own = byDefault.rulebook.facts.flatMap((fact) => Object.keys(fact.values ?? {}));
  for (const extra of Object.values(extras)) expect(own).not.toContain(extra);
});

it('every question is asked in words of its own', () => {
  const questions = byDefault.rulebook.facts.map((fact) => fact.question);
  expect(new Set(questions).size).toBe(questions.length);
});
