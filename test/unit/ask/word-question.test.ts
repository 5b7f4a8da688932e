import { describe, expect, it } from 'vitest';
import { dontKnow, wordHelp, wordOptions, wordSaid } from '../../../src/ask/word-question.ts';
import type { Fact } from '../../../src/rulebook/rulebook.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';
import { interviewRulebook } from './interview-rulebook.ts';

const small = buildRulebook(interviewRulebook).rulebook.facts;
const ours = loadRules().rulebook.facts;

function find(facts: readonly Fact[], id: string): Fact {
  const fact = facts.find((each) => each.id === id);
  if (fact === undefined) throw new Error(id);
  return fact;
}

describe('help', () => {
  it.each([
    {
      fact: 'app.state',
      help: ['Data in a database elsewhere is not its own.', 'In a file it is app.state.'],
    },
    {
      fact: 'app.memory',
      help: [
        'At its peak.',
        'It takes a number of GiB, or one with a unit such as 512 MiB, above 0 up to 4096.',
        'In a file it is app.memory.',
      ],
    },
    { fact: 'app.family', help: ['In a file it is app.family. Presumed where nobody says: any Linux.'] },
  ])('on $fact says whose answer it is, and its name in a file', ({ fact, help }) => {
    expect(wordHelp(find(small, fact))).toEqual(help);
  });
});

describe('an answer in words', () => {
  it.each([
    { fact: 'app.state', values: ['one-writer'], words: 'data that it alone owns' },
    { fact: 'app.family', values: ['linux', 'bsd'], words: 'any Linux, or a BSD' },
    { fact: 'app.memory', values: [4], words: '4 GiB' },
    { fact: 'app.desktop', values: ['no'], words: 'no' },
    { fact: 'app.state', values: null, words: 'not known' },
  ])('$values of $fact is $words', ({ fact, values, words }) => {
    expect(wordSaid(find(small, fact), values)).toBe(words);
  });
});

describe('the default rulebook', () => {
  it('calls no value like the answer that every question offers', () => {
    for (const fact of ours) expect(Object.keys(fact.values ?? {})).not.toContain(dontKnow);
  });

  it('asks every question in words of its own', () => {
    const questions = ours.map(({ question }) => question);
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('says in one short sentence why it asks whatever is asked openly', () => {
    const { topics } = loadRules().rulebook;
    const asked = ours.filter(
      ({ presumed, topic }) =>
        presumed === undefined || topics.some(({ id, as }) => id === topic && as !== 'list'),
    );
    for (const { id, why } of asked) expect(why, id).toMatch(/^[A-Z].{10,85}\.$/);
  });

  it('has every presumed fact in a topic', () => {
    expect(ours.filter(({ presumed, topic }) => presumed !== undefined && topic === undefined)).toEqual([]);
  });

  it.each([
    ['EKS', 'managed-kubernetes'],
    ['AKS', 'managed-kubernetes'],
    ['GKE', 'managed-kubernetes'],
    ['OpenShift', 'own-kubernetes'],
    ['Fargate', 'managed-service'],
    ['Cloud Run', 'managed-service'],
    ['Nomad', 'single-host-engine'],
    ['Proxmox', 'other-hypervisor'],
    ['Hyper-V', 'other-hypervisor'],
    ['ESXi', 'vsphere'],
    ['EC2', 'cloud'],
    ['dongle', 'usb-or-serial'],
  ])('%s leads to %s', (name, value) => {
    const found = ours
      .flatMap(wordOptions)
      .filter(({ label, names = [] }) => [label, ...names].join().includes(name));
    expect(found.map((option) => option.value)).toContain(value);
  });
});
